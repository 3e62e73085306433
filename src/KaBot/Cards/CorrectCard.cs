using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>All that is known of a deal, each fact to correct or to strike.</summary>
public static class CorrectCard
{
    public const int PageSize = 8;

    public static Card Of(Texts texts, CorrectView view)
    {
        var title = texts["correct.title"];
        var facts = view.Playbook.Facts.Where(fact => view.Facts[fact.Id] is not null).ToList();
        var rows = facts.Skip(view.Page * PageSize).Take(PageSize)
            .Select(fact => FactRow.Of(texts, view.Deal, fact, view.Facts[fact.Id]!, view.Names)).ToList();
        return new Card(texts.Language, title,
            [
                Parts.Caption(view.Deal),
                new TextBlock(title) { Heading = true, Spacing = Spacing.Small },
                .. rows,
                .. rows.Count == 0 ? [Parts.Small(texts["correct.empty"])] : Array.Empty<Element>(),
            ],
            [
                .. Parts.Paging(texts, Verbs.Correct, view.Page, (facts.Count + PageSize - 1) / PageSize, ("deal", view.Deal.Id)),
                new Execute(texts["correct.done"], Verbs.Show, ("deal", view.Deal.Id)) { Positive = true },
            ]);
    }
}
