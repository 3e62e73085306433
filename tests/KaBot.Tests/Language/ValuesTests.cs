using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Tests.Language;

public sealed class ValuesTests
{
    private static readonly LanguageFiles Files = LanguageFiles.Load(LanguageFiles.Shipped);
    private static readonly Texts Chinese = Files.For("zh-CN");
    private static readonly Texts English = Files.For("en-US");

    [Theory]
    [InlineData(500_000.0, 500_000.0, "CNY", "50万元", "CNY 500,000")]
    [InlineData(3_000_000.0, 5_000_000.0, "CNY", "300万元～500万元", "CNY 3,000,000 to CNY 5,000,000")]
    [InlineData(120_000_000.0, null, "CNY", "1.2亿元以上", "CNY 120,000,000 or more")]
    [InlineData(null, 8_000.0, "CNY", "8,000元以内", "up to CNY 8,000")]
    [InlineData(1_234_567.89, 1_234_567.89, "USD", "123.4568万 USD", "USD 1,234,567.89")]
    public void Money_reads_as_people_say_it(double? low, double? high, string currency, string chinese, string english)
    {
        var money = new FactValue.Money((decimal?)low, (decimal?)high, currency);
        Assert.Equal(chinese, Values.Money(Chinese, money));
        Assert.Equal(english, Values.Money(English, money));
    }

    [Fact]
    public void Dates_and_moments_read_as_people_write_them()
    {
        Assert.Equal("2026年3月31日（周二）", Values.Date(Chinese, new DateOnly(2026, 3, 31)));
        Assert.Equal("Tue, 31 Mar 2026", Values.Date(English, new DateOnly(2026, 3, 31)));
        var at = new DateTimeOffset(2026, 3, 5, 9, 5, 0, TimeSpan.FromHours(8));
        Assert.Equal("3月5日 09:05", Values.Moment(Chinese, at));
        Assert.Equal("5 Mar, 09:05", Values.Moment(English, at));
    }

    [Theory]
    [InlineData(0, "今天", "today")]
    [InlineData(1, "昨天", "yesterday")]
    [InlineData(20, "20 天前", "20 days ago")]
    public void Days_past_read_as_people_say_them(int days, string chinese, string english)
    {
        var today = new DateOnly(2026, 3, 5);
        Assert.Equal(chinese, Days.Ago(Chinese, today.AddDays(-days), today));
        Assert.Equal(english, Days.Ago(English, today.AddDays(-days), today));
    }

    [Theory]
    [InlineData("2026-03-05", "This Friday 2026-03-06, Month end 2026-03-31, Next month end 2026-04-30")]
    [InlineData("2026-03-06", "Next Friday 2026-03-13, Month end 2026-03-31, Next month end 2026-04-30")]
    [InlineData("2026-03-08", "Next Friday 2026-03-13, Month end 2026-03-31, Next month end 2026-04-30")]
    [InlineData("2026-01-31", "Next Friday 2026-02-06, Next month end 2026-02-28")]
    [InlineData("2026-07-30", "This Friday 2026-07-31, Next month end 2026-08-31")]
    public void Quick_picks_lie_ahead_and_are_no_day_twice(string today, string picks) => Assert.Equal(picks, string.Join(", ",
        Days.QuickPicks(English, DateOnly.ParseExact(today, "yyyy-MM-dd")).Select(pick => $"{pick.Title} {pick.Day:yyyy-MM-dd}")));

    [Fact]
    public void What_is_planned_by_the_quarter_is_picked_by_the_quarter() => Assert.Equal("2026年3月底、2026年6月底、2026年9月底、2026年12月底",
        string.Join('、', Days.QuickPicks(Chinese, new DateOnly(2026, 2, 10), KaBot.Funnel.Playbooks.Picks.Quarters).Select(pick => pick.Title)));
}
