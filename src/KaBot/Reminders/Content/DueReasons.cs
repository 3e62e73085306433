using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Storage;

namespace KaBot.Reminders.Content;

/// <summary>Why a deal needs an update on a day. Pure.</summary>
internal static class DueReasons
{
    /// <summary>Days ahead that a date is near.</summary>
    private const int Near = 3;

    /// <param name="at">The moment asked about, in the rep's offset.</param>
    public static ImmutableArray<DueReason> Of(Playbook playbook, Watched watched, Qualification found, DateTimeOffset at)
    {
        var (deal, today) = (Local(watched.Deal, at.Offset), DateOnly.FromDateTime(at.DateTime));
        var facts = deal.Latest?.Facts ?? FactSheet.Empty;
        var outcome = (facts["outcome"]?.Value as FactValue.Choice)?.Id;
        // A check-in after it was said speaks louder.
        var pause = watched.Pause is { } said && !(deal.Latest?.At > said.Since) ? said : null;
        if (outcome is "lost" or "won" || today < pause?.Until && pause.Planned) return [];
        var steps = watched.Actions.Where(action => action.IsDue(today)).Select(action => new DueReason.NextStep(action.What, action.Due, today)).ToList();
        var dates = IsSigned(playbook, found) ? [] : Dates(playbook, deal, facts, today).ToList();
        if (pause is { Planned: true } planned) return [new DueReason.PlannedDay(planned.Until, today), .. steps, .. dates];
        if (today < pause?.Until) return Come(steps, dates, DateOnly.FromDateTime(pause.Since.ToOffset(at.Offset).DateTime));
        if (steps.Count > 0) return [.. steps, .. dates];
        // Something is planned: the rep will tell when it has happened.
        if (Appointment(facts) > today || watched.Actions.Any(action => action.Planned) || outcome == "stalled") return [];
        return [.. dates.Concat(Standing(playbook, deal, found, today)).OrderByDescending(reason => reason.Urgency)];
    }

    /// <summary>What breaks the silence after "no change": only what has come since that day.</summary>
    private static ImmutableArray<DueReason> Come(IEnumerable<DueReason.NextStep> steps, IEnumerable<DueReason> dates, DateOnly said) =>
        [.. steps.Where(step => step.Due > said), .. dates.OfType<DueReason.DateNear>().Where(date => date.Days == 0 && date.Date > said)];

    /// <summary>The last stage that is a chance is earned: the deal's dates have done their work.</summary>
    private static bool IsSigned(Playbook playbook, Qualification found) =>
        playbook.Rank(found.Earned?.Id) >= playbook.Rank(playbook.Stages.LastOrDefault(stage => stage.Win is not null)?.Id);

    private static DateOnly? Appointment(FactSheet facts) => (facts["visit_appointed"]?.Value as FactValue.Date)?.Value;

    private static IEnumerable<DueReason> Dates(Playbook playbook, Deal deal, FactSheet facts, DateOnly today)
    {
        foreach (var fact in playbook.Facts)
        {
            if (facts[fact.Id]?.Value is not FactValue.Date { Value: var date }) continue;
            var days = date.DayNumber - today.DayNumber;
            if (days is >= 0 and <= Near) yield return new DueReason.DateNear(fact.Id, date, days);
            else if (days < 0 && !ToldSince(deal, date, fact)) yield return new DueReason.DatePassed(fact.Id, date);
        }
    }

    /// <summary>The deal's moments on the rep's clock: what was told there on a day counts for that day.</summary>
    private static Deal Local(Deal deal, TimeSpan offset) => deal with
    {
        CreatedAt = deal.CreatedAt.ToOffset(offset), Latest = deal.Latest is { } latest ? latest with { At = latest.At.ToOffset(offset) } : null,
    };

    /// <summary>A visit is over once a check-in came after its day; any other date that has passed needs a new one.</summary>
    private static bool ToldSince(Deal deal, DateOnly date, FactDefinition fact) =>
        !fact.ShelfLife.UntilOwnDate && deal.Latest is { } latest && DateOnly.FromDateTime(latest.At.DateTime) >= date;

    private static IEnumerable<DueReason> Standing(Playbook playbook, Deal deal, Qualification found, DateOnly today)
    {
        if (found.Claimed is { } claimed && playbook.Rank(claimed.Id) > playbook.Rank(found.Earned?.Id))
            yield return new DueReason.Claimed(claimed, found.Earned);
        // A date past its day is told as such, and not again as a criterion past its shelf life.
        var stale = playbook.Criteria.Where(criterion => found.Criteria[criterion.Id].State == CriterionState.Stale
            && !criterion.Facts.Any(id => playbook.Fact(id)!.ShelfLife.UntilOwnDate)).Select(criterion => criterion.Id).ToImmutableArray();
        if (!stale.IsEmpty) yield return new DueReason.Stale(stale);
        var opened = DateOnly.FromDateTime(deal.CreatedAt.DateTime);
        if (deal.Latest?.Earned is null && found.Criteria.Values.All(standing => standing.Facts.IsEmpty) && opened < today)
            yield return new DueReason.NeverTold(opened);
    }
}
