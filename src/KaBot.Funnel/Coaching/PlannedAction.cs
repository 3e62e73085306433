namespace KaBot.Funnel.Coaching;

/// <summary>What became of a suggestion.</summary>
public enum PlanState { Suggested, Accepted, Postponed, Declined, Done }

/// <summary>
/// A suggestion and what the rep made of it. Pure: each decision returns the plan after it; one that makes no sense any more (a
/// suggestion done or declined before) leaves it as it is.
/// </summary>
/// <param name="Key">The suggestion's key: as long as the facts behind it stand, it is not suggested again.</param>
/// <param name="What">What to do, in the rep's words once edited.</param>
/// <param name="Due">The day to have it done by.</param>
/// <param name="Reason">Why it was declined; null otherwise.</param>
/// <param name="At">When it was last decided on.</param>
public sealed record PlannedAction(
    string Id, string DealId, string ActionId, string Key, string What, DateOnly Due, PlanState State, string? Reason, DateTimeOffset At)
{
    private bool Closed => State is PlanState.Declined or PlanState.Done;

    /// <summary>Whether the rep means to do it: comes back in check-ins and reminders, and counts as activity planned.</summary>
    public bool Planned => State is PlanState.Accepted or PlanState.Postponed;

    /// <summary>Planned, and the day has come.</summary>
    public bool IsDue(DateOnly today) => Planned && Due <= today;

    public PlannedAction Accept(DateTimeOffset at) => Closed ? this : this with { State = PlanState.Accepted, At = at };

    /// <summary>Says it in the rep's own words; accepted with that. Blank words change nothing.</summary>
    public PlannedAction Edit(string what, DateTimeOffset at) =>
        Closed || string.IsNullOrWhiteSpace(what) ? this : this with { What = what.Trim(), State = PlanState.Accepted, At = at };

    /// <summary>Not now but by a later day. A day already past changes nothing.</summary>
    public PlannedAction Postpone(DateOnly due, DateTimeOffset at) =>
        Closed || due < DateOnly.FromDateTime(at.DateTime) ? this : this with { Due = due, State = PlanState.Postponed, At = at };

    public PlannedAction Decline(string reason, DateTimeOffset at) => Closed ? this : this with { State = PlanState.Declined, Reason = reason.Trim(), At = at };

    public PlannedAction Finish(DateTimeOffset at) => Closed ? this : this with { State = PlanState.Done, At = at };
}
