using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders.Teams;

/// <summary>
/// Puts the weekly digests into the outbox: at a manager's own reminder time, on the first day from the digest's weekday on that has a
/// reminder. Inserting a row that is there does nothing, so it may run on every sweep and on every node.
/// </summary>
public sealed class DigestSweep(ReminderStore reminders, ReminderOptions options, CalendarSet calendars, TimeProvider clock)
{
    public async Task RunAsync()
    {
        var now = clock.GetUtcNow();
        List<(string PersonId, DateOnly Day, DateTimeOffset Due)> due = [];
        foreach (var manager in await reminders.ManagersAsync())
        {
            var today = DateOnly.FromDateTime(Zones.Local(manager.Settings.Zone, now).DateTime);
            var begin = today.AddDays(-(((int)today.DayOfWeek - (int)options.DigestDay + 7) % 7));
            var calendar = calendars[manager.Settings.Calendar];
            if (Schedule.NextDay(manager.Settings, calendar, begin.AddDays(-1)) == today && Schedule.DueOn(manager.Settings, calendar, today) is { } at
                && at <= now && now - at <= options.LateWindow) due.Add((manager.Person.Id, today, at));
        }
        await reminders.AddAsync(ReminderKinds.Digest, due, now);
    }
}
