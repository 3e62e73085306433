using KaBot.Reminders.Calendars;

namespace KaBot.Tests.Reminders.Calendars;

/// <summary>The shipped calendars, day by day against what was announced.</summary>
public sealed class CalendarTests
{
    private static readonly WorkingCalendar China = CalendarFolder.Load(CalendarFolder.Shipped)["cn"];

    /// <summary>2026, month by month: the weekdays off, the weekend days worked, and how many days are worked in all.</summary>
    [Theory]
    [InlineData(1, "1 2", "4", 21)]
    [InlineData(2, "16 17 18 19 20 23", "14 28", 16)]
    [InlineData(3, "", "", 22)]
    [InlineData(4, "6", "", 21)]
    [InlineData(5, "1 4 5", "9", 19)]
    [InlineData(6, "19", "", 21)]
    [InlineData(7, "", "", 23)]
    [InlineData(8, "", "", 21)]
    [InlineData(9, "25", "20", 22)]
    [InlineData(10, "1 2 5 6 7", "10", 18)]
    [InlineData(11, "", "", 21)]
    [InlineData(12, "", "", 23)]
    public void The_months_of_2026_in_China(int month, string off, string worked, int workdays)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(2026, month)).Select(day => new DateOnly(2026, month, day)).ToList();
        Assert.Equal(off, Join(days.Where(day => !IsWeekend(day) && !China.IsWorked(day))));
        Assert.Equal(worked, Join(days.Where(day => China.KindOf(day) == DayKind.MakeUpDay)));
        Assert.Equal(workdays, days.Count(China.IsWorked));
    }

    /// <summary>The law gives 13 days off besides the weekends: 365 - 104 - 13.</summary>
    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void A_year_has_as_many_working_days_as_the_law_leaves(int year) => Assert.Equal(248, Days(year).Count(China.IsWorked));

    [Theory]
    [InlineData("2025-01-26", DayKind.MakeUpDay)]
    [InlineData("2025-01-28", DayKind.Holiday)]
    [InlineData("2025-02-04", DayKind.Holiday)]
    [InlineData("2025-02-05", DayKind.Workday)]
    [InlineData("2025-02-08", DayKind.MakeUpDay)]
    [InlineData("2025-04-27", DayKind.MakeUpDay)]
    [InlineData("2025-09-28", DayKind.MakeUpDay)]
    [InlineData("2025-10-08", DayKind.Holiday)]
    [InlineData("2025-10-11", DayKind.MakeUpDay)]
    [InlineData("2025-10-12", DayKind.Weekend)]
    public void Days_of_2025_in_China(string day, DayKind kind) => Assert.Equal(kind, China.KindOf(DateOnly.Parse(day, null)));

    [Fact]
    public void Beyond_the_years_known_Monday_to_Friday_are_worked_and_the_operator_is_told()
    {
        Assert.All(Days(2027), day => Assert.Equal(!IsWeekend(day), China.IsWorked(day)));
        Assert.False(China.Knows(new DateOnly(2027, 1, 1)));
        Assert.Contains("'cn' knows the years 2025, 2026: in 2027", China.Gap(2027), StringComparison.Ordinal);
        Assert.Null(China.Gap(2026));
    }

    [Fact]
    public void Other_countries_have_Monday_to_Friday_less_a_list()
    {
        var calendars = CalendarFolder.Load(CalendarFolder.Shipped);
        Assert.Equal(261 - 11, Days(2026).Count(calendars["us"].IsWorked));
        Assert.All(Days(2026).Concat(Days(2150)), day => Assert.Equal(!IsWeekend(day), calendars["weekdays"].IsWorked(day)));
        Assert.Null(calendars["weekdays"].Gap(2150));
    }

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Join(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(day => day.Day));
}
