using KaBot.Funnel.Coaching;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Turns;

namespace KaBot.Reminders.Schedules;

/// <summary>A person's working days: the calendar of their settings, less their vacation.</summary>
public sealed class RepWorkdays(ReminderStore reminders, CalendarSet calendars) : IWorkdays
{
    public async Task<Workdays> OfAsync(string personId)
    {
        // One who speaks for the first time is not on record yet.
        if (await reminders.RecipientAsync(personId) is not { Settings: var settings }) return Workdays.MondayToFriday;
        var (calendar, vacation) = (calendars[settings.Calendar], settings.Vacation);
        return new Workdays(day => calendar.IsWorked(day) && (vacation.IsDefault || !vacation.Any(span => span.Contains(day))));
    }
}
