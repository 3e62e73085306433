namespace KaBot.Cards.Elements;

/// <summary>
/// A line of differently styled words. Clients read no Markdown in it, so what people wrote (names, evidence) always goes in here and
/// cannot become a link or a format.
/// </summary>
public sealed record RichText(params IReadOnlyList<Run> Runs) : Element
{
    public Align? Align { get; init; }

    protected override string Type => "RichTextBlock";

    protected override IEnumerable<(string Name, object? Value)> Own => [("inlines", Runs), ("horizontalAlignment", Align)];
}

/// <summary>Words of one style within a <see cref="RichText"/>.</summary>
public sealed record Run(string Text) : Node
{
    public TextSize? Size { get; init; }
    public bool Bold { get; init; }
    public bool Subtle { get; init; }
    public bool Italic { get; init; }
    public TextColor? Color { get; init; }

    protected override string Type => "TextRun";

    protected override IEnumerable<(string Name, object? Value)> Properties =>
    [
        ("text", Text), ("size", Size), ("weight", Bold ? "Bolder" : null), ("isSubtle", Subtle ? true : null),
        ("italic", Italic ? true : null), ("color", Color),
    ];
}
