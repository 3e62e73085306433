using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>What several of the coach's cards are made of.</summary>
internal static class CoachParts
{
    /// <summary>Whose deal the card is about, and whether it goes by what is not saved yet.</summary>
    public static RichText Caption(Texts texts, DealRef deal) => Parts.Caption(deal, deal.Unsaved ? texts["coach.unsaved"] : null);

    public static TextBlock Title(string text) => new(text) { Size = TextSize.Large, Bold = true, Heading = true, Spacing = Spacing.Small };

    public static TextBlock Heading(string text) =>
        new(text) { Size = TextSize.Medium, Bold = true, Heading = true, Separator = true, Spacing = Spacing.Medium };

    /// <summary>Words to say tomorrow.</summary>
    public static RichText Quote(Texts texts, string words) => new(
        new Run(texts.Say("common.quote", ("words", words))) { Italic = true }) { Spacing = Spacing.Small };

    public static RichText Labelled(string label, string words) => new(
        new Run(label + "  ") { Bold = true, Size = TextSize.Small }, new Run(words) { Size = TextSize.Small }) { Spacing = Spacing.Small };

    public static RichText Remark(string words) => new(new Run(words) { Color = TextColor.Attention });

    /// <summary>The preconditions of the negotiation, each with its sign; a warning above when the talks have begun without them.</summary>
    public static IEnumerable<Element> Readiness(Texts texts, Readiness readiness)
    {
        yield return new RichText(new Run(texts[readiness.Ready ? "readiness.ready" : readiness.Warned ? "readiness.warned" : "readiness.missing"])
        {
            Bold = true, Color = readiness.Ready ? TextColor.Good : readiness.Warned ? TextColor.Attention : TextColor.Warning,
        }) { Spacing = Spacing.Medium };
        foreach (var standing in readiness.Preconditions)
        {
            yield return new RichText(
                new Run(standing.Holds ? "✓ " : "○ ") { Bold = true, Color = standing.Holds ? TextColor.Good : null },
                new Run(texts.Say(standing.Precondition.Name))) { Spacing = Spacing.None };
        }
    }
}
