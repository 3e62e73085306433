using System.Globalization;
using FsCheck.Xunit;
using KaBot.Funnel.Coaching;
using KaBot.Reminders.Calendars;
using KaBot.Tests.Funnel;
using KaBot.Tests.Transcripts;
using KaBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Coaching;

public sealed class WorkdaysTests
{
    private static readonly Workdays China = new(CalendarFolder.Load(CalendarFolder.Shipped)["cn"].IsWorked);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08", "over the National Day holiday")]
    [InlineData("2026-09-18", 1, "2026-09-20", "a Sunday worked for it")]
    [InlineData("2026-03-05", 2, "2026-03-09", "over a weekend")]
    [InlineData("2026-03-05", 0, "2026-03-05", "today")]
    public void Days_are_counted_by_the_calendar(string from, int count, string due, string why) =>
        Assert.True(China.After(Day(from), count) == Day(due), $"{why}: {China.After(Day(from), count):yyyy-MM-dd}");

    [Fact]
    public void An_action_falls_due_after_the_holiday_and_before_the_date_it_prepares()
    {
        // Wednesday before the holiday: five working days from here reach to the 14th, the visit is on the 9th.
        var eve = new DateTimeOffset(2026, 9, 30, 10, 0, 0, TimeSpan.FromHours(8));
        var facts = Deal.Of("contact_made").With(Deal.Yes(Deal.Playbook.Fact("visit_appointed")!) with { Value = new KaBot.Funnel.Facts.FactValue.Date(Day("2026-10-09")) });
        var actions = Advice.For(Situations.Knowledge.Coaching, Situation.Of(Deal.Playbook, facts, eve) with { Workdays = China }).Actions;
        Assert.Equal(Day("2026-10-08"), actions.Single(action => action.Action.Id == "hold_visit").Due);
        Assert.All(actions, action => Assert.True(China.IsWorked(action.Due)));
    }

    [Fact]
    public async Task A_rep_has_the_calendar_and_the_vacation_of_the_settings()
    {
        await using var talk = new Talk();
        await talk.PlayAsync("zh-CN", "张敏", "提醒 休假 3月9日到3月10日");
        using var connection = talk.Services.GetRequiredService<KaBot.Storage.Database>().Open();
        var days = await talk.Services.GetRequiredService<IWorkdays>().OfAsync(Dapper.SqlMapper.QuerySingle<string>(connection, "select id from people"));
        Assert.Equal((Day("2026-03-11"), Day("2026-10-08")), (days.After(Day("2026-03-06"), 1), days.After(Day("2026-09-30"), 1)));
    }

    [Property(MaxTest = 200)]
    public bool Whatever_the_calendar_counting_ends_and_goes_on(byte[] off, byte from, byte count)
    {
        var free = off.Select(day => Day("2026-01-01").AddDays(day)).ToHashSet();
        var (days, start) = (new Workdays(day => !free.Contains(day)), Day("2026-01-01").AddDays(from));
        var (due, before) = (days.After(start, count % 20), days.Before(start, start.AddDays(-30)));
        return due >= start.AddDays(count % 20) && before <= start && before >= start.AddDays(-30);
    }

    [Fact]
    public void Whoever_never_works_is_taken_to_work_always() =>
        Assert.Equal(Day("2026-03-08"), new Workdays(_ => false).After(Day("2026-03-05"), 3));
}
