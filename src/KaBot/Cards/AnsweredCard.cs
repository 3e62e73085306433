using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>Stands in place of a question once it is answered.</summary>
public static class AnsweredCard
{
    public static Card Of(Texts texts, AnsweredView view)
    {
        var name = texts.Say(view.Fact.Name);
        var (sign, words) = view switch
        {
            { Outcome: Outcome.Skipped } => ("–", texts["answered.skipped"]),
            { Outcome: Outcome.Unknown } or { Value: null } => ("?", texts["answered.unknown"]),
            _ => ("✓", Parts.Value(texts, view.Fact, view.Value)),
        };
        var doubt = view is { Outcome: Outcome.Answered, Certainty: Certainty.Hedged } ? "  " + texts["criterion.confirm"] : "";
        return new Card(texts.Language, texts.Say("answered.summary", ("fact", name), ("answer", words)),
            [
                Parts.Caption(view.Deal),
                // The button beside the words: answered questions take little room in a long conversation.
                new ColumnSet(
                [
                    new Column([new RichText(
                        new Run(sign + " ") { Bold = true, Color = view.Outcome == Outcome.Answered ? TextColor.Good : null },
                        new Run(texts.Say("answered.line", ("fact", name), ("answer", ""))) { Subtle = true },
                        new Run(words) { Bold = true },
                        new Run(doubt) { Size = TextSize.Small, Color = TextColor.Warning })]) { Stretch = true, Middle = true },
                    new Column([Parts.Buttons(new Execute(texts["correct.edit"], Verbs.Edit, ("deal", view.Deal.Id), ("fact", view.Fact.Id)))]) { Middle = true },
                ]) { Spacing = Spacing.Small },
            ],
            []);
    }
}
