using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Reminders.Content;

/// <summary>What "no change" means for the facts of a deal. Pure.</summary>
public static class Renewal
{
    /// <summary>The sheet with all that is past its shelf life learnt anew; null when nothing is. A date that has passed stays passed.</summary>
    public static FactSheet? Of(Playbook playbook, FactSheet facts, DateTimeOffset now, Func<Fact, Evidence> evidence)
    {
        var old = facts.All.Where(fact => playbook.Fact(fact.Id) is { ShelfLife.UntilOwnDate: false } definition && Ageing.IsStale(definition, fact, now)).ToList();
        return old.Count == 0 ? null : old.Aggregate(facts, (sheet, fact) => sheet.With(fact with { At = now, Evidence = evidence(fact) }));
    }
}
