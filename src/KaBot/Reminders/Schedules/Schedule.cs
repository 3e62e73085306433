using KaBot.Reminders.Calendars;

namespace KaBot.Reminders.Schedules;

/// <summary>When reminders are due. Pure: settings and calendar in, moments out.</summary>
public static class Schedule
{
    /// <summary>The moment a day's reminder is due, with the zone's offset; null on a day without one.</summary>
    public static DateTimeOffset? DueOn(ReminderSettings settings, WorkingCalendar calendar, DateOnly day)
    {
        if (!IsReminderDay(settings, calendar, day) || !Zones.HasDay(settings.Zone, day)) return null;
        var wanted = day.ToDateTime(settings.Time);
        return Zones.At(settings.Zone, settings.Quiet?.After(wanted) ?? wanted);
    }

    /// <summary>The due moments of days from one through another.</summary>
    public static IEnumerable<DateTimeOffset> Due(ReminderSettings settings, WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        for (var number = from.DayNumber; number <= to.DayNumber; number++)
            if (DueOn(settings, calendar, DateOnly.FromDayNumber(number)) is { } due) yield return due;
    }

    /// <summary>The first day after another that has a reminder, within a year; null when there is none.</summary>
    public static DateOnly? NextDay(ReminderSettings settings, WorkingCalendar calendar, DateOnly after) =>
        Enumerable.Range(1, 366).Select(after.AddDays).Where(day => DueOn(settings, calendar, day) is not null).Select(day => (DateOnly?)day).FirstOrDefault();

    private static bool IsReminderDay(ReminderSettings settings, WorkingCalendar calendar, DateOnly day)
    {
        if (settings.IsAway(day)) return false;
        return calendar.KindOf(day) switch
        {
            DayKind.Holiday => false,
            // It stands in for a working day: whoever works all of them works it too.
            DayKind.MakeUpDay when settings.Weekdays.IsSupersetOf(ReminderSettings.MondayToFriday) => true,
            _ => settings.Weekdays.Contains(day.DayOfWeek),
        };
    }
}
