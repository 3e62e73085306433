using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Measures;

/// <summary>What a deal adds to a forecast.</summary>
/// <param name="Win">The chance of winning it, from 0 to 1.</param>
public sealed record Prospect(FactValue.Money? Amount, DateOnly? Close, decimal Win);

/// <summary>Money of one currency: as it stands, and weighted by the chance of winning.</summary>
/// <param name="Deals">Deals whose amount is known.</param>
public sealed record ForecastLine(string Currency, decimal Amount, decimal Weighted, int Deals);

/// <summary>What a month is expected to bring.</summary>
/// <param name="Month">Its first day.</param>
public sealed record ForecastMonth(DateOnly Month, ImmutableArray<ForecastLine> Lines);

/// <summary>Σ amount × chance of winning (domain.md §8). Currencies are never added up.</summary>
public static class Forecasting
{
    /// <summary>A line for each currency, the largest first. A deal without an amount adds nothing.</summary>
    public static ImmutableArray<ForecastLine> Sum(IEnumerable<Prospect> prospects) =>
    [
        .. prospects.Where(prospect => prospect.Amount is not null).GroupBy(prospect => prospect.Amount!.Currency, StringComparer.Ordinal)
            .Select(group => new ForecastLine(group.Key, group.Sum(one => Worth(one.Amount)), group.Sum(one => Worth(one.Amount) * one.Win), group.Count()))
            .OrderByDescending(line => line.Weighted).ThenBy(line => line.Currency, StringComparer.Ordinal),
    ];

    /// <summary>Month by month, the present one first. Dates that have passed, and deals without one, belong to no month.</summary>
    public static ImmutableArray<ForecastMonth> ByMonth(IEnumerable<Prospect> prospects, DateOnly today) =>
    [
        .. prospects.Where(prospect => prospect.Close is not null).GroupBy(prospect => First(prospect.Close!.Value)).Where(month => month.Key >= First(today))
            .OrderBy(month => month.Key).Select(month => new ForecastMonth(month.Key, Sum(month))).Where(month => !month.Lines.IsEmpty),
    ];

    /// <summary>What a range comes to: its middle.</summary>
    public static decimal Worth(FactValue.Money? amount) => amount is null ? 0 : ((amount.Low ?? amount.High)!.Value + (amount.High ?? amount.Low)!.Value) / 2;

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
