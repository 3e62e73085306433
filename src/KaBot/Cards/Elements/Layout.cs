namespace KaBot.Cards.Elements;

public enum TextSize { Small, Medium, Large, ExtraLarge }

public enum TextColor { Accent, Good, Warning, Attention }

public enum Align { Center, Right }

/// <summary>The background of a container or column.</summary>
public enum Surface { Emphasis, Good, Warning, Attention, Accent }

/// <summary>Words. <see cref="Heading"/> tells a screen reader that a part begins.</summary>
public sealed record TextBlock(string Text) : Element
{
    public TextSize? Size { get; init; }
    public bool Bold { get; init; }
    public bool Subtle { get; init; }
    public bool Heading { get; init; }
    public TextColor? Color { get; init; }
    public Align? Align { get; init; }

    protected override string Type => "TextBlock";

    protected override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("text", Text), ("wrap", true), ("style", Heading ? "heading" : null), ("size", Size), ("weight", Bold ? "Bolder" : null),
        ("isSubtle", Subtle ? true : null), ("color", Color), ("horizontalAlignment", Align),
    ];
}

/// <summary>Elements one below the other.</summary>
public sealed record Container(IReadOnlyList<Element> Items) : Element
{
    public Surface? Style { get; init; }

    /// <summary>To the card's edges.</summary>
    public bool Bleed { get; init; }

    /// <summary>A frame with round corners; Teams draws it, other clients pass over it.</summary>
    public bool Framed { get; init; }

    public CardAction? Tap { get; init; }

    protected override string Type => "Container";

    protected override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("style", Style?.ToString().ToLowerInvariant()), ("bleed", Bleed ? true : null), ("showBorder", Framed ? true : null),
        ("roundedCorners", Framed ? true : null), ("items", Items), ("selectAction", Tap),
    ];
}

/// <summary>Elements side by side.</summary>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : Element
{
    protected override string Type => "ColumnSet";

    protected override IEnumerable<(string Name, object? Value)> Own => [("columns", Columns)];
}

/// <summary>One column: as wide as its content, or (<see cref="Stretch"/>) as what is left, or by weight.</summary>
public sealed record Column(IReadOnlyList<Element> Items) : Element
{
    public bool Stretch { get; init; }

    /// <summary>Share of the width, against the other weights.</summary>
    public int? Weight { get; init; }

    public Surface? Style { get; init; }
    public bool Middle { get; init; }

    protected override string Type => "Column";

    protected override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("width", Weight is { } weight ? weight : Stretch ? "stretch" : "auto"), ("style", Style?.ToString().ToLowerInvariant()),
        ("verticalContentAlignment", Middle ? "Center" : null),
        // An empty column is a margin; Teams wants the list even so.
        ("items", Items.Count > 0 ? Items : new List<object?>()),
    ];
}

/// <summary>Names and values.</summary>
public sealed record FactSet(IReadOnlyList<(string Title, string Value)> Facts) : Element
{
    protected override string Type => "FactSet";

    protected override IEnumerable<(string Name, object? Value)> Own =>
    [
        ("facts", Facts.Select(object? (fact) => new Dictionary<string, object?> { ["title"] = fact.Title, ["value"] = fact.Value }).ToList()),
    ];
}

/// <summary>Buttons within the body.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : Element
{
    protected override string Type => "ActionSet";

    protected override IEnumerable<(string Name, object? Value)> Own => [("actions", Actions)];
}
