namespace KaBot.Cards.Elements;

/// <summary>A button.</summary>
public abstract record CardAction(string Title) : Node
{
    public bool Positive { get; init; }
    public bool Destructive { get; init; }

    /// <summary>Shown beside the button while it is pointed at, and read out.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Behind the "…" of clients that have one.</summary>
    public bool Secondary { get; init; }

    protected sealed override IEnumerable<(string Name, object? Value)> Properties =>
    [
        ("title", Title), ("tooltip", Tooltip), ("style", Positive ? "positive" : Destructive ? "destructive" : null),
        ("mode", Secondary ? "secondary" : null), .. Own,
    ];

    protected abstract IEnumerable<(string Name, object? Value)> Own { get; }
}

/// <summary>A button that the bot answers, with the card's inputs merged into its data.</summary>
/// <param name="Verb">One of <see cref="Verbs"/>.</param>
/// <param name="Data">Flat: names and texts.</param>
public sealed record Execute(string Title, string Verb, params (string Name, string Value)[] Data) : CardAction(Title)
{
    /// <summary>False: the button acts whatever the inputs hold, and sends none of them.</summary>
    public bool WithInputs { get; init; }

    protected override string Type => "Action.Execute";

    protected override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("verb", Verb), ("data", Data.ToDictionary(pair => pair.Name, object? (pair) => pair.Value, StringComparer.Ordinal)),
        ("associatedInputs", WithInputs ? "auto" : "none"),
    ];
}

/// <summary>A button that shows or hides elements of the card, without the bot.</summary>
/// <param name="Ids">Ids of the elements.</param>
public sealed record Toggle(string Title, params string[] Ids) : CardAction(Title)
{
    protected override string Type => "Action.ToggleVisibility";

    protected override IEnumerable<(string Name, object? Value)> Own => [("targetElements", Ids.ToList<object?>())];
}

/// <summary>A button that opens a small card within the card.</summary>
public sealed record ShowCard(string Title, IReadOnlyList<Element> Body) : CardAction(Title)
{
    protected override string Type => "Action.ShowCard";

    protected override IEnumerable<(string Name, object? Value)> Own =>
        [("card", new Dictionary<string, object?> { ["type"] = "AdaptiveCard", ["body"] = Body.Select(object? (e) => e.Render()).ToList() })];
}
