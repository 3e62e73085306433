using System.Globalization;
using KaBot.Understanding.Values;

namespace KaBot.Tests.Understanding;

/// <summary>A day in words, as it lies ahead or behind.</summary>
public sealed class SaidDayTests
{
    // A Thursday.
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("昨天", "2026-03-04")]
    [InlineData("今天上午", "2026-03-05")]
    [InlineData("上周五", "2026-02-27")]
    [InlineData("3号", "2026-03-03")]
    [InlineData("20号", "2026-02-20")]
    [InlineData("11月28日", "2025-11-28")]
    [InlineData("last Friday", "2026-02-27")]
    [InlineData("on Monday", "2026-03-02")]
    [InlineData("28 November", "2025-11-28")]
    [InlineData("还没呢", null)]
    public void A_day_behind_is_the_last_such_day(string words, string? day) => Assert.Equal(day, Said(SaidDay.Past(words, At)));

    [Theory]
    [InlineData("3号", "2026-04-03")]
    [InlineData("11月28日", "2026-11-28")]
    public void Ahead_it_is_the_next(string words, string day) => Assert.Equal(day, Said(SaidDay.In(words, At)));

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
