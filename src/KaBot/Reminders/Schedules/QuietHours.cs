namespace KaBot.Reminders.Schedules;

/// <summary>
/// Do not disturb: from one local time until another, which may be of the next morning (22:00 to 07:00). The end is not quiet any more.
/// </summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;

    /// <summary>The first time from a local moment on that is not quiet.</summary>
    public DateTime After(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (!Contains(time)) return local;
        return local.Date.Add(To.ToTimeSpan()).AddDays(time < To ? 0 : 1);
    }
}
