using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Reminders.Content;

/// <summary>Why a deal needs an update. <see cref="Urgency"/> is a factor of its rank: 1 can wait, 3 cannot.</summary>
public abstract record DueReason(double Urgency)
{
    /// <summary>A next step that the rep means to do is due.</summary>
    public sealed record NextStep(string What, DateOnly Due, DateOnly Today) : DueReason(Due < Today ? 3 : 2.5);

    /// <summary>The day the rep had put it off to has come.</summary>
    public sealed record PlannedDay(DateOnly Day, DateOnly Today) : DueReason(Day < Today ? 3 : 2.5);

    /// <summary>A date of the deal comes up; <paramref name="Days"/> from 0, today.</summary>
    public sealed record DateNear(string FactId, DateOnly Date, int Days) : DueReason(Days == 0 ? 2.5 : 2);

    /// <summary>A date of the deal has passed, and nobody told what came of it.</summary>
    public sealed record DatePassed(string FactId, DateOnly Date) : DueReason(2.5);

    /// <summary>The rep claims a higher stage than the evidence earns.</summary>
    public sealed record Claimed(StageDefinition Stage, StageDefinition? Earned) : DueReason(1.5);

    /// <summary>Criteria that rest on facts past their shelf life.</summary>
    public sealed record Stale(ImmutableArray<string> Criteria) : DueReason(1 + Math.Min(1, Criteria.Length * 0.25));

    /// <summary>No check-in since the deal was opened.</summary>
    public sealed record NeverTold(DateOnly Opened) : DueReason(1);
}
