using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>One fact with its words, and the buttons that correct and strike it.</summary>
internal static class FactRow
{
    /// <param name="before">What was known of it before, or null.</param>
    public static ColumnSet Of(Texts texts, DealRef deal, FactDefinition definition, Fact fact, Names names, Fact? before = null) => new(
    [
        new Column([.. Words(texts, definition, fact, names, before)]) { Stretch = true, Middle = true },
        new Column([Parts.Buttons(
            new Execute(texts["correct.edit"], Verbs.Edit, ("deal", deal.Id), ("fact", fact.Id)),
            new Execute(texts["correct.strike"], Verbs.Strike, ("deal", deal.Id), ("fact", fact.Id)))]) { Middle = true },
    ]) { Separator = true, Spacing = Spacing.Small };

    private static IEnumerable<Element> Words(Texts texts, FactDefinition definition, Fact fact, Names names, Fact? before)
    {
        yield return new RichText(
        [
            new Run(texts.Say("answered.line", ("fact", texts.Say(definition.Name)), ("answer", ""))) { Subtle = true },
            new Run(Parts.Value(texts, definition, fact.Value)) { Bold = true },
            .. Was(texts, definition, fact, before),
            new Run(fact.Certainty == Certainty.Hedged ? "  " + texts["criterion.confirm"] : "") { Size = TextSize.Small, Color = TextColor.Warning },
        ]);
        if (Parts.Evidence(texts, fact, names) is { } evidence) yield return evidence;
    }

    // What takes the place of another; names and choices are seen to have come and gone.
    private static Run[] Was(Texts texts, FactDefinition definition, Fact fact, Fact? before) =>
        before is null || fact.Value is FactValue.List or FactValue.Choices || before.Value.Equals(fact.Value) ? []
            : [new Run(texts.Say("readings.was", ("value", Parts.Value(texts, definition, before.Value)))) { Subtle = true }];
}
