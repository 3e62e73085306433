using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;
using NodaTime;

namespace KaBot.Tests.Reminders.Schedules;

/// <summary>What holds in every zone of the world, at every change of its clocks.</summary>
public sealed class ScheduleProperties
{
    private static readonly IReadOnlyDictionary<string, WorkingCalendar> Calendars = CalendarFolder.Load(CalendarFolder.Shipped);
    private static readonly Instant Start = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2038, 1, 1, 0, 0);

    /// <summary>
    /// Around each change, at each quarter of an hour: the due moment is the earliest at which the clocks show the wanted time or later.
    /// That is the first of two, and the end of a gap.
    /// </summary>
    [Fact]
    public void At_every_change_of_clocks_a_day_has_one_due_moment_and_it_is_the_earliest()
    {
        var changes = 0;
        foreach (var zone in Canonical())
            foreach (var change in zone.GetZoneIntervals(Start, End).Skip(1).Select(interval => interval.Start))
            {
                changes++;
                var at = change.InZone(zone).LocalDateTime;
                foreach (var minutes in new[] { -90, -60, -45, -30, -15, 0, 15, 30, 60, 90 }) Check(zone, at.PlusMinutes(minutes));
            }
        Assert.InRange(changes, 5000, int.MaxValue);
    }

    [Fact]
    public void In_every_zone_each_working_day_of_a_year_has_exactly_one_due_moment_in_order()
    {
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        foreach (var zone in Zones.All)
            foreach (var time in new[] { new TimeOnly(0, 0), new TimeOnly(2, 30), new TimeOnly(9, 0), new TimeOnly(23, 59) })
            {
                var due = Schedule.Due(new ReminderSettings(time, ReminderSettings.MondayToFriday, zone, "cn"), Calendars["cn"], from, to).ToList();
                Assert.Equal(248, due.Count);
                Assert.Equal(due.Select(moment => moment.UtcDateTime).Distinct().Order(), due.Select(moment => moment.UtcDateTime));
                Assert.All(due, moment => Assert.True(Calendars["cn"].IsWorked(DateOnly.FromDateTime(moment.DateTime))));
            }
    }

    private static void Check(DateTimeZone zone, LocalDateTime wanted)
    {
        var day = DateOnly.FromDateTime(wanted.ToDateTimeUnspecified());
        var settings = new ReminderSettings(TimeOnly.FromDateTime(wanted.ToDateTimeUnspecified()), [.. Enum.GetValues<DayOfWeek>()], zone.Id, "weekdays");
        if (Schedule.DueOn(settings, Calendars["weekdays"], day) is not { } due)
        {
            // Only where the zone moved over the date line.
            Assert.False(Zones.HasDay(zone.Id, day));
            return;
        }
        var at = Instant.FromDateTimeOffset(due);
        Assert.Equal(zone.GetUtcOffset(at).ToTimeSpan(), due.Offset);
        Assert.True(at.InZone(zone).LocalDateTime >= wanted, $"{zone.Id} {wanted}: {due:O} is too early");
        for (var earlier = 1; earlier <= 180; earlier += earlier < 5 ? 1 : 15)
            Assert.True((at - Duration.FromMinutes(earlier)).InZone(zone).LocalDateTime < wanted, $"{zone.Id} {wanted}: {due:O} is not the earliest");
    }

    private static IEnumerable<DateTimeZone> Canonical() =>
        DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]).Where(zone => !zone.Id.StartsWith("Etc/", StringComparison.Ordinal));
}
