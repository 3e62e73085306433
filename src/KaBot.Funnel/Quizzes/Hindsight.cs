using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>What a rep took for so and took back at the next check-in.</summary>
public static class Hindsight
{
    /// <summary>
    /// The facts of a check-in as they really were; null when the next one took nothing back. A yes that was struck had not been so. One
    /// that became a no had not been so either if such a fact never ages; else it has only changed since (the price is argued no more).
    /// </summary>
    /// <param name="before">What was known at a check-in.</param>
    /// <param name="after">What was known at the next.</param>
    public static FactSheet? Of(Playbook playbook, FactSheet before, FactSheet after)
    {
        var judged = playbook.Criteria.SelectMany(criterion => criterion.Facts).ToHashSet(StringComparer.Ordinal);
        var taken = before.All.Where(fact => judged.Contains(fact.Id) && fact.Certainty == Certainty.Stated && Qualifier.Holds(fact.Value))
            .Where(fact => after[fact.Id] is not { } now || !Qualifier.Holds(now.Value) && playbook.Fact(fact.Id)!.ShelfLife == ShelfLife.Forever).ToList();
        return taken.Count == 0 ? null
            : taken.Aggregate(before, (sheet, fact) => after[fact.Id] is { } now ? sheet.With(now) : sheet.Without(fact.Id));
    }
}
