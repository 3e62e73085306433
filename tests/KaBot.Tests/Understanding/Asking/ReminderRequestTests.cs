using KaBot.Understanding.Asking;

namespace KaBot.Tests.Understanding.Asking;

public sealed class ReminderRequestTests
{
    [Theory]
    [InlineData("每天早上九点半提醒我", "09:30", null)]
    [InlineData("提醒我每天下午6点", "18:00", null)]
    [InlineData("以后下午五点一刻提醒我跟进", "17:15", null)]
    [InlineData("提醒时间改到8点", "08:00", null)]
    [InlineData("set reminders to 8.30am SGT", "08:30", "SGT")]
    [InlineData("remind me every day at 6pm", "18:00", null)]
    [InlineData("Move my reminders to 9:15", "09:15", null)]
    public void A_time_is_asked_for(string text, string time, string? zone) =>
        Assert.Equal((TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), zone), (ReminderRequest.Read(text)!.Time!.Value, ReminderRequest.Read(text)!.Zone));

    [Theory]
    [InlineData("下周休假三天别烦我", "下周", 3)]
    [InlineData("下周休假", "下周", null)]
    [InlineData("我明天开始休假", "明天", null)]
    [InlineData("12月24日到28日休假", "12月24日到28日", null)]
    [InlineData("这周别提醒我", "这周", null)]
    [InlineData("I'm off next week", "next week", null)]
    [InlineData("I am on leave from 24 Dec to 2 Jan", "24 Dec to 2 Jan", null)]
    public void Days_off_are_told(string text, string away, int? days) => Assert.Equal((away, days), (ReminderRequest.Read(text)!.Away, ReminderRequest.Read(text)!.Days));

    [Theory]
    [InlineData("pause reminders till 4 Jan", "4 Jan")]
    [InlineData("stop the reminders", "")]
    [InlineData("暂停提醒到下周一", "下周一")]
    [InlineData("别提醒我了", "")]
    public void A_pause_is_asked_for(string text, string until) => Assert.Equal(until, ReminderRequest.Read(text)!.Pause);

    [Theory]
    [InlineData("刘总下周休假")]
    [InlineData("客户提醒我下周交标书")]
    [InlineData("他们下周放假，回来再定")]
    [InlineData("I'm away at the customer's site")]
    [InlineData("上午九点见了陈总")]
    [InlineData("remind them of the contract")]
    [InlineData("8点")]
    public void News_asks_nothing_of_the_reminders(string text) => Assert.Null(ReminderRequest.Read(text));
}
