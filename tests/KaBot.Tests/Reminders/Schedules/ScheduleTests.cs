using System.Globalization;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;

namespace KaBot.Tests.Reminders.Schedules;

public sealed class ScheduleTests
{
    private static readonly IReadOnlyDictionary<string, WorkingCalendar> Calendars = CalendarFolder.Load(CalendarFolder.Shipped);
    private static readonly ReminderSettings Nine = new(new TimeOnly(9, 0), ReminderSettings.MondayToFriday, "Asia/Shanghai", "cn");

    [Fact]
    public void The_week_before_Spring_Festival_has_its_make_up_Saturday_and_the_festival_is_quiet() => Assert.Equal(
        ["2026-02-13T09:00:00+08:00", "2026-02-14T09:00:00+08:00", "2026-02-24T09:00:00+08:00"], Due(Nine, "2026-02-13", "2026-02-24"));

    [Theory]
    [InlineData("02:30", "2026-03-29T03:00:00+02:00")]
    [InlineData("02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("01:59", "2026-03-29T01:59:00+01:00")]
    public void A_time_that_the_clocks_skip_is_the_first_moment_after(string time, string due) => Assert.Equal([due], OnSunday(time, "2026-03-29"));

    [Theory]
    [InlineData("02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("03:00", "2026-10-25T03:00:00+01:00")]
    public void A_time_that_comes_twice_is_the_first_of_the_two(string time, string due) => Assert.Equal([due], OnSunday(time, "2026-10-25"));

    [Fact]
    public void A_day_that_a_zone_left_out_has_no_reminder() => Assert.Equal(
        ["2011-12-29T09:00:00-10:00", "2011-12-31T09:00:00+14:00"],
        Due(Nine with { Zone = "Pacific/Apia", Calendar = "weekdays", Weekdays = [.. Enum.GetValues<DayOfWeek>()] }, "2011-12-29", "2011-12-31"));

    [Fact]
    public void Pause_and_vacation_are_quiet_and_the_last_day_of_the_pause_is_the_first_again()
    {
        var settings = Nine with
        {
            PausedUntil = new DateOnly(2026, 3, 4),
            Vacation = [new DateSpan(new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 6)), new DateSpan(new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 10))],
        };
        Assert.Equal(["2026-03-04T09:00:00+08:00", "2026-03-09T09:00:00+08:00", "2026-03-11T09:00:00+08:00"], Due(settings, "2026-03-02", "2026-03-11"));
    }

    [Fact]
    public void Chosen_weekdays_leave_out_the_others_and_make_up_days() => Assert.Equal(
        ["2026-05-07T09:00:00+08:00"], Due(Nine with { Weekdays = [DayOfWeek.Thursday] }, "2026-05-04", "2026-05-10"));

    [Fact]
    public void A_chosen_Saturday_counts_but_not_on_a_holiday() => Assert.Equal(
        ["2026-09-19T09:00:00+08:00"], Due(Nine with { Weekdays = [DayOfWeek.Saturday] }, "2026-09-19", "2026-10-03"));

    [Theory]
    [InlineData("12:30", "12:00", "14:00", "2026-03-02T14:00:00+08:00")]
    [InlineData("14:00", "12:00", "14:00", "2026-03-02T14:00:00+08:00")]
    [InlineData("06:00", "22:00", "07:30", "2026-03-02T07:30:00+08:00")]
    [InlineData("23:00", "22:00", "07:30", "2026-03-03T07:30:00+08:00")]
    [InlineData("09:00", "22:00", "07:30", "2026-03-02T09:00:00+08:00")]
    public void A_reminder_due_in_quiet_hours_waits_for_their_end(string time, string from, string to, string due) => Assert.Equal(
        [due], Due(Nine with { Time = Time(time), Quiet = new QuietHours(Time(from), Time(to)) }, "2026-03-02", "2026-03-02"));

    [Fact]
    public void The_next_day_with_a_reminder()
    {
        Assert.Equal(new DateOnly(2026, 2, 24), Schedule.NextDay(Nine, Calendars["cn"], new DateOnly(2026, 2, 14)));
        Assert.Null(Schedule.NextDay(Nine with { Weekdays = [] }, Calendars["cn"], new DateOnly(2026, 2, 14)));
    }

    private static IEnumerable<string> OnSunday(string time, string day) =>
        Due(Nine with { Time = Time(time), Zone = "Europe/Berlin", Calendar = "weekdays", Weekdays = [DayOfWeek.Sunday] }, day, day);

    private static IEnumerable<string> Due(ReminderSettings settings, string from, string to) =>
        Schedule.Due(settings, Calendars[settings.Calendar], DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))
            .Select(due => due.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
