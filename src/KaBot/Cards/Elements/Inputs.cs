namespace KaBot.Cards.Elements;

/// <summary>Something to fill in. Its id is the name in the tapped button's data; its label is read out.</summary>
public abstract record Input(string Name, string Label) : Element
{
    public bool Required { get; init; }

    /// <summary>Said when a required input is empty.</summary>
    public string? ErrorMessage { get; init; }

    public string? Value { get; init; }
    public string? Placeholder { get; init; }

    protected sealed override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("id", Name), ("label", Label), ("isRequired", Required ? true : null), ("errorMessage", ErrorMessage), ("value", Value),
        ("placeholder", Placeholder), .. More,
    ];

    protected virtual IEnumerable<(string Name, object? Value)> More => [];
}

public sealed record TextInput(string Name, string Label) : Input(Name, Label)
{
    public bool Multiline { get; init; }
    public int? MaxLength { get; init; }

    protected override string Type => "Input.Text";

    protected override IEnumerable<(string Name, object? Value)> More =>
        [("isMultiline", Multiline ? true : null), ("maxLength", MaxLength)];
}

/// <summary>A calendar date, yyyy-MM-dd.</summary>
public sealed record DateInput(string Name, string Label) : Input(Name, Label)
{
    protected override string Type => "Input.Date";
}

/// <summary>One of several, or with <see cref="Multiple"/> any of them, joined by commas.</summary>
public sealed record ChoiceInput(string Name, string Label, IReadOnlyList<(string Title, string Value)> Choices) : Input(Name, Label)
{
    public bool Multiple { get; init; }

    /// <summary>All choices in view, rather than a drop-down.</summary>
    public bool Expanded { get; init; }

    protected override string Type => "Input.ChoiceSet";

    protected override IEnumerable<(string Name, object? Value)> More =>
    [
        ("style", Expanded ? "expanded" : "compact"), ("isMultiSelect", Multiple ? true : null),
        ("choices", Choices.Select(object? (choice) =>
            new Dictionary<string, object?> { ["title"] = choice.Title, ["value"] = choice.Value }).ToList()),
    ];
}
