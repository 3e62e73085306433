using System.Collections.Immutable;

namespace KaBot.Reminders.Schedules;

/// <summary>Calendar days from one through another, both included.</summary>
public sealed record DateSpan(DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>When a rep wants to be reminded: the team's defaults with what the rep changed.</summary>
/// <param name="Time">Local time of day.</param>
/// <param name="Weekdays">Days of the week. With all of Monday to Friday among them, make-up days count as well.</param>
/// <param name="Zone">IANA time zone, e.g. <c>Asia/Shanghai</c>.</param>
/// <param name="Calendar">Id of the working calendar.</param>
/// <param name="PausedUntil">The day reminders come again; null when not paused.</param>
/// <param name="Vacation">Days without reminders.</param>
/// <param name="Quiet">Do not disturb; a reminder due in it waits until its end. Null for none.</param>
/// <param name="SayNothingDue">Whether a short message comes on days when nothing is due.</param>
/// <param name="Practice">Whether a practice item comes at that time too.</param>
public sealed record ReminderSettings(
    TimeOnly Time, ImmutableSortedSet<DayOfWeek> Weekdays, string Zone, string Calendar, DateOnly? PausedUntil = null,
    ImmutableArray<DateSpan> Vacation = default, QuietHours? Quiet = null, bool SayNothingDue = false, bool Practice = false)
{
    public static readonly ImmutableSortedSet<DayOfWeek> MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public bool IsAway(DateOnly day) =>
        day < PausedUntil || !Vacation.IsDefault && Vacation.Any(span => span.Contains(day));
}
