using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What a free text gave, each with its words, to correct or strike by one tap.</summary>
public static class ReadingsCard
{
    public static Card Of(Texts texts, ReadingsView view) => new(texts.Language, Line(texts, view),
    [
        Parts.Caption(view.Deal),
        new TextBlock(texts["readings.title"]) { Heading = true, Spacing = Spacing.Small },
        .. view.Taken.Select(fact => FactRow.Of(texts, view.Deal, view.Playbook.Fact(fact.Id)!, fact, Names.None, view.Before[fact.Id])),
    ], []);

    /// <summary>The same as one line of text.</summary>
    public static string Line(Texts texts, ReadingsView view) => texts.Say("readings.line", ("facts", texts.List(view.Taken.Select(fact =>
        texts.Say("answered.line", ("fact", texts.Say(view.Playbook.Fact(fact.Id)!.Name)),
            ("answer", Parts.Value(texts, view.Playbook.Fact(fact.Id)!, fact.Value)))))));
}
