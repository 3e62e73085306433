using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What is known of one fact, who said it when and in which words; or that nothing is, and a way to tell it.</summary>
public static class FactCard
{
    public static Card Of(Texts texts, FactView view)
    {
        var name = texts.Say(view.Fact.Name);
        if (view.Known is not { } known)
        {
            var nothing = texts.Say("ask.unknown", ("fact", name));
            return new Card(texts.Language, nothing, [Parts.Caption(view.Deal), new TextBlock(nothing)],
                [new Execute(texts["ask.tell"], Verbs.Edit, ("deal", view.Deal.Id), ("fact", view.Fact.Id))]);
        }
        return new Card(texts.Language, texts.Say("answered.line", ("fact", name), ("answer", Parts.Value(texts, view.Fact, known.Value))),
            [Parts.Caption(view.Deal), FactRow.Of(texts, view.Deal, view.Fact, known, view.Names)], []);
    }
}
