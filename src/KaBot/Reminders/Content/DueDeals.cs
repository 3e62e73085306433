using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Reminders.Content;

/// <summary>Which deals of a rep need an update, the most worthwhile first: amount × win % × urgency. Pure.</summary>
public static class DueDeals
{
    /// <summary>Deals on one card; the rest stand behind "more".</summary>
    public const int MostOnCard = 7;

    /// <param name="at">The moment asked about, in the rep's offset.</param>
    /// <param name="worth">What a unit of each currency is roughly worth, by ISO code; one not there counts as 1. Null where all are alike.</param>
    public static ImmutableArray<DueDeal> Of(Playbook playbook, IEnumerable<Watched> deals, DateTimeOffset at, IReadOnlyDictionary<string, decimal>? worth = null)
    {
        var all = deals.Select(watched => One(playbook, watched, at, worth)).OfType<DueDeal>().ToList();
        var usual = Median([.. all.Select(due => due.Amount).OfType<decimal>()]);
        return
        [
            .. all.Select(due => due with { Rank = Rank(due, usual) })
                .OrderByDescending(due => due.Rank).ThenByDescending(due => due.Urgency).ThenBy(due => due.Deal.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The deal as it is due at a moment, or null when it is not. Its rank is told only among others.</summary>
    public static DueDeal? One(Playbook playbook, Watched watched, DateTimeOffset at, IReadOnlyDictionary<string, decimal>? worth = null)
    {
        var facts = watched.Deal.Latest?.Facts ?? FactSheet.Empty;
        var found = Qualifier.Qualify(playbook, facts, at, watched.Deal.Latest?.Claimed);
        var reasons = DueReasons.Of(playbook, watched, found, at);
        return reasons.IsEmpty ? null : new DueDeal(watched.Deal, found, reasons, Amount(facts, worth), 0);
    }

    /// <summary>An amount that nobody knows is taken as the usual one: not knowing it is no reason to look last.</summary>
    private static decimal Rank(DueDeal due, decimal usual) => (due.Amount ?? usual) * (due.Found.Win ?? 100) / 100 * (decimal)due.Urgency;

    /// <summary>The middle of a range, or the one bound there is, in what currencies are worth.</summary>
    private static decimal? Amount(FactSheet facts, IReadOnlyDictionary<string, decimal>? worth) => facts["amount"]?.Value is FactValue.Money money
        ? ((money.Low ?? money.High) + (money.High ?? money.Low)) / 2 * (worth?.GetValueOrDefault(money.Currency, 1) ?? 1) : null;

    private static decimal Median(List<decimal> amounts)
    {
        amounts.Sort();
        return amounts.Count == 0 ? 1 : amounts[amounts.Count / 2];
    }
}
