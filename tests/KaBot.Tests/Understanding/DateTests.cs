namespace KaBot.Tests.Understanding;

/// <summary>Dates as reps say them, on Thursday 5 March 2026; a month or quarter is its last day, 月初 its 10th, 月中 its 20th, a week its Friday.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("september seventh", "2026-09-07")]
    [InlineData("the twelfth of August", "2026-08-12")]
    [InlineData("thirtieth october", "2026-10-30")]
    [InlineData("May twenty-second", "2026-05-22")]
    [InlineData("the twentieth", "2026-03-20")]
    [InlineData("25th, fixed", "2026-03-25")]
    [InlineData("Mon 23rd", "2026-03-23")]
    [InlineData("Friday the thirteenth", "2026-03-13")]
    [InlineData("in April, the 10th", "2026-04-10")]
    [InlineData("second half of May, say the 22nd", "2026-05-22")]
    [InlineData("24. Juni", "2026-06-24")]
    [InlineData("1. März 2027", "2027-03-01")]
    [InlineData("März 2027", "2027-03-31")]
    [InlineData("14 Oktober", "2026-10-14")]
    [InlineData("24.4., at ten", "2026-04-24")]
    [InlineData("22.06", "2026-06-22")]
    [InlineData("31.03.27", "2027-03-31")]
    [InlineData("31.03.31", "2031-03-31")]
    [InlineData("1 Oct 27", "2027-10-01")]
    [InlineData("KW 20", "2026-05-15")]
    [InlineData("calendar week 40", "2026-10-02")]
    [InlineData("the last Friday of September", "2026-09-25")]
    [InlineData("first Monday of May", "2026-05-04")]
    [InlineData("the third Friday of next month", "2026-04-17")]
    [InlineData("last working day of May", "2026-05-29")]
    [InlineData("Monday after next", "2026-03-16")]
    [InlineData("end of the week after next", "2026-03-20")]
    [InlineData("a week tomorrow", "2026-03-13")]
    [InlineData("three weeks tomorrow", "2026-03-27")]
    [InlineData("Thursday", "2026-03-12")]
    [InlineData("the first days of June", "2026-06-10")]
    [InlineData("by Halloween", "2026-10-31")]
    [InlineData("New Year's Day", "2027-01-01")]
    [InlineData("late 2027", "2027-12-31")]
    [InlineData("next year, end of July", "2027-07-31")]
    [InlineData("15 February", "2027-02-15")]
    [InlineData("元月8号", "2027-01-08")]
    [InlineData("10月26到30", "2026-10-30")]
    [InlineData("27到30号", "2026-03-30")]
    [InlineData("十一月前", "2026-10-31")]
    [InlineData("明年开春，4月", "2027-04-30")]
    [InlineData("本月廿二", "2026-03-22")]
    [InlineData("三月廿六", "2026-03-26")]
    [InlineData("9.24，写进备忘录了", "2026-09-24")]
    [InlineData("7月中下旬", "2026-07-31")]
    [InlineData("5月11日那周", "2026-05-15")]
    [InlineData("Friday 22 May", "2026-05-22")]
    [InlineData("Mon the 16th", "2026-03-16")]
    [InlineData("by the first of April", "2026-04-01")]
    [InlineData("the week of 23 March", "2026-03-27")]
    [InlineData("the week of the 16th", "2026-03-20")]
    [InlineData("friday of next week", "2026-03-13")]
    [InlineData("Friday fortnight", "2026-03-20")]
    [InlineData("two weeks from tomorrow", "2026-03-20")]
    [InlineData("in exactly three weeks", "2026-03-26")]
    [InlineData("first week of June", "2026-06-05")]
    [InlineData("second week of October", "2026-10-09")]
    [InlineData("in the first week of November", "2026-11-06")]
    [InlineData("last week of June", "2026-06-26")]
    [InlineData("6月第二周", "2026-06-12")]
    [InlineData("11月的第一个星期", "2026-11-06")]
    [InlineData("六月最后一周", "2026-06-26")]
    [InlineData("下个月第一周", "2026-04-03")]
    [InlineData("3月底", "2026-03-31")]
    [InlineData("三月底前", "2026-03-31")]
    [InlineData("4月初", "2026-04-10")]
    [InlineData("5月中旬", "2026-05-20")]
    [InlineData("六月", "2026-06-30")]
    [InlineData("9月1日", "2026-09-01")]
    [InlineData("八月15号", "2026-08-15")]
    [InlineData("2027年1月5日", "2027-01-05")]
    [InlineData("2026-07-01", "2026-07-01")]
    [InlineData("明年Q2", "2027-06-30")]
    [InlineData("二季度", "2026-06-30")]
    [InlineData("下半年", "2026-12-31")]
    [InlineData("年底前", "2026-12-31")]
    [InlineData("月底", "2026-03-31")]
    [InlineData("下个月12号", "2026-04-12")]
    [InlineData("下周五", "2026-03-13")]
    [InlineData("下周", "2026-03-13")]
    [InlineData("下下周", "2026-03-20")]
    [InlineData("礼拜二", "2026-03-10")]
    [InlineData("大后天", "2026-03-08")]
    [InlineData("20号", "2026-03-20")]
    [InlineData("3号", "2026-04-03")]
    [InlineData("两周内", "2026-03-19")]
    [InlineData("5个工作日内", "2026-03-12")]
    [InlineData("半个月内", "2026-03-20")]
    [InlineData("国庆前", "2026-09-30")]
    [InlineData("五一之后", "2026-05-06")]
    [InlineData("end of June", "2026-06-30")]
    [InlineData("by the end of next month", "2026-04-30")]
    [InlineData("mid-May", "2026-05-20")]
    [InlineData("early December", "2026-12-10")]
    [InlineData("next Wed", "2026-03-11")]
    [InlineData("Friday next week", "2026-03-13")]
    [InlineData("the 12th", "2026-03-12")]
    [InlineData("3 August", "2026-08-03")]
    [InlineData("Aug 15th", "2026-08-15")]
    [InlineData("10 to 28 August", "2026-08-28")]
    [InlineData("3/16", "2026-03-16")]
    [InlineData("Q3", "2026-09-30")]
    [InlineData("in two weeks", "2026-03-19")]
    [InlineData("next March", "2027-03-31")]
    [InlineData("before Christmas", "2026-12-24")]
    [InlineData("tomorrow", "2026-03-06")]
    [InlineData("大概三季度", "2026-09-30?")]
    [InlineData("probably in June", "2026-06-30?")]
    [InlineData("没定", "null")]
    [InlineData("not decided", "null")]
    [InlineData("31号或者32号", "2026-03-31")]
    [InlineData("2月30日", "-")]
    public void A_date_is_read(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("go_live", text, "go_live")));

    [Theory]
    [InlineData("下周三上线", 7)]
    [InlineData("go live in two weeks", 21)]
    [InlineData("后天上线", 3)]
    public void A_later_message_means_a_later_date(string text, int days)
    {
        var today = Read.Of("go_live", text)!.Value;
        var later = Read.Of("go_live", text, at: Read.Now.AddDays(days))!.Value;
        Assert.NotEqual(today, later);
        if (days % 7 == 0)
            Assert.Equal(((KaBot.Funnel.Facts.FactValue.Date)today).Value.AddDays(days), ((KaBot.Funnel.Facts.FactValue.Date)later).Value);
    }

    [Theory]
    [InlineData("24/8 to 11/9", 8, "2026-09-11")]
    [InlineData("24/8 to 11/9", -5, "2026-09-11")]
    [InlineData("by 9/11", 8, "2026-11-09")]
    [InlineData("by 9/11", 0, "2026-11-09")]
    [InlineData("by 9/11", -5, "2026-09-11")]
    [InlineData("9/11之前", 8, "2026-09-11")]
    [InlineData("by 04/03/2027", 8, "2027-03-04")]
    [InlineData("by 02/12/26", -5, "2026-12-02")]
    [InlineData("by 30/11/26", 0, "2026-11-30")]
    public void Whether_the_day_comes_first_is_shown_by_another_date_or_by_who_writes(string text, int hours, string expected) =>
        Assert.Equal(expected, Read.Short(Read.Of("talks_deadline", text, "talks_deadline", at: new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(hours)))));

    [Fact]
    public void A_year_that_was_written_stays() =>
        Assert.Equal("-", Read.Short(Read.Of("visit_appointed", "30/11/26", "visit_appointed", at: new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero))));

    [Fact]
    public void A_day_that_lies_behind_is_none_to_wait_for() => Assert.Equal("-", Read.Short(Read.Of("close_date", "已经签掉了，上礼拜五", "close_date")));

    [Fact]
    public void The_day_is_that_of_the_rep()
    {
        var evening = new DateTimeOffset(2026, 3, 5, 23, 30, 0, TimeSpan.FromHours(8));
        Assert.Equal("2026-03-06", Read.Short(Read.Of("go_live", "明天上线", at: evening)));
        Assert.Equal("2026-03-06", Read.Short(Read.Of("go_live", "go live tomorrow", at: evening)));
    }

    [Theory]
    [InlineData("3月20日签约，6月底上线", "2026-03-20", "2026-06-30")]
    [InlineData("上线定在6月底，签约3月20日", "2026-03-20", "2026-06-30")]
    [InlineData("we sign on 20 March and go live by the end of June", "2026-03-20", "2026-06-30")]
    public void Each_date_belongs_to_its_own_fact(string text, string signature, string live) =>
        Assert.Equal((signature, live), (Read.Short(Read.Of("close_date", text)), Read.Short(Read.Of("go_live", text))));
}
