using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>What is known of one fact, who said it when and in which words; or that nothing is, and a way to tell it.</summary>
public static class FactCard
{
    public static Card Of(Texts texts, FactView view)
    {
        var name = texts.Say(view.Fact.Name);
        IEnumerable<Element> people = view.People.Count == 0 ? [] : [new TextBlock(texts.Say("ask.people", ("people", texts.List(view.People))))];
        if (view.Known is not { } known)
        {
            var nothing = texts.Say("ask.unknown", ("fact", name));
            return new Card(texts.Language, nothing, [Parts.Caption(view.Deal), .. people.DefaultIfEmpty(new TextBlock(nothing))],
                [new Execute(texts["ask.tell"], Verbs.Edit, ("deal", view.Deal.Id), ("fact", view.Fact.Id))]);
        }
        return new Card(texts.Language, texts.Say("answered.line", ("fact", name), ("answer", Parts.Value(texts, view.Fact, known.Value))),
            [Parts.Caption(view.Deal), FactRow.Of(texts, view.Deal, view.Fact, known, view.Names), .. Source(texts, known), .. people], []);
    }

    /// <summary>What it rests on: whoever the rep's words name, or else the grade of the evidence (domain.md §2).</summary>
    private static IEnumerable<Element> Source(Texts texts, Fact known)
    {
        if (known.Evidence is not { } evidence) yield break;
        // Of names, the one in the words is what is told.
        var speaker = known.Value is FactValue.List ? null : PersonName.Speaker(evidence.Words);
        yield return Parts.Small(evidence.Grade switch
        {
            EvidenceGrade.Document => texts["ask.source.document"],
            _ when speaker is not null => texts.Say("ask.source.speaker", ("who", speaker)),
            EvidenceGrade.Customer => texts["ask.source.customer"],
            _ => texts["ask.source.rep"],
        });
    }
}
