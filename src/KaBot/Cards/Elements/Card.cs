namespace KaBot.Cards.Elements;

/// <summary>A whole Adaptive Card.</summary>
/// <param name="Language">Language of its words, e.g. <c>zh-CN</c>: screen readers pronounce by it.</param>
/// <param name="Summary">The card in one sentence: for notifications, and clients that show no cards.</param>
public sealed record Card(string Language, string Summary, IReadOnlyList<Element> Body, IReadOnlyList<CardAction> Actions) : Node
{
    /// <summary>The content type of an attachment that holds it.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    protected override string Type => "AdaptiveCard";

    protected override IEnumerable<(string Name, object? Value)> Properties =>
    [
        ("$schema", "http://adaptivecards.io/schemas/adaptive-card.json"), ("version", "1.5"), ("lang", Language.Split('-')[0]),
        ("fallbackText", Summary), ("speak", Summary), ("body", Body), ("actions", Actions),
    ];
}
