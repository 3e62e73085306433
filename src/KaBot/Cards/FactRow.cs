using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>One fact with its words, and the buttons that correct and strike it.</summary>
internal static class FactRow
{
    public static ColumnSet Of(Texts texts, DealRef deal, FactDefinition definition, Fact fact, Names names) => new(
    [
        new Column([.. Words(texts, definition, fact, names)]) { Stretch = true, Middle = true },
        new Column([Parts.Buttons(
            new Execute(texts["correct.edit"], Verbs.Edit, ("deal", deal.Id), ("fact", fact.Id)),
            new Execute(texts["correct.strike"], Verbs.Strike, ("deal", deal.Id), ("fact", fact.Id)))]) { Middle = true },
    ]) { Separator = true, Spacing = Spacing.Small };

    private static IEnumerable<Element> Words(Texts texts, FactDefinition definition, Fact fact, Names names)
    {
        yield return new RichText(
            new Run(texts.Say("answered.line", ("fact", texts.Say(definition.Name)), ("answer", ""))) { Subtle = true },
            new Run(Parts.Value(texts, definition, fact.Value)) { Bold = true },
            new Run(fact.Certainty == Certainty.Hedged ? "  " + texts["criterion.confirm"] : "") { Size = TextSize.Small, Color = TextColor.Warning });
        if (Parts.Evidence(texts, fact, names) is { } evidence) yield return evidence;
    }
}
