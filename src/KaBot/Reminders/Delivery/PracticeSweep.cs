using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders.Delivery;

/// <summary>
/// Puts the practice items of a morning into the outbox, at the time and on the days that the reminder would come, whether or not a deal
/// is due. Inserting a row that is there does nothing, so it may run on every sweep and on every node.
/// </summary>
public sealed class PracticeSweep(ReminderStore reminders, ReminderOptions options, CalendarSet calendars, TimeProvider clock)
{
    public async Task RunAsync()
    {
        var now = clock.GetUtcNow();
        List<(string PersonId, DateOnly Day, DateTimeOffset Due)> due = [];
        foreach (var to in await reminders.PractisersAsync())
        {
            var today = DateOnly.FromDateTime(Zones.Local(to.Settings.Zone, now).DateTime);
            if (Schedule.DueOn(to.Settings, calendars[to.Settings.Calendar], today) is { } at && at <= now && now - at <= options.LateWindow)
                due.Add((to.Person.Id, today, at));
        }
        await reminders.AddAsync(ReminderKinds.Practice, due, now);
    }
}
