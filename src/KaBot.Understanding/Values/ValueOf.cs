using KaBot.Funnel.Facts;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>A value of the text as the value of a fact, where the kinds agree.</summary>
internal static class ValueOf
{
    private const int Least = 10, Most = 10_000, TenThousand = 10_000;

    /// <summary>
    /// As <see cref="Spotted"/>, and besides: a large number by itself may be a sum, where Chinese is written a smaller one may count ten thousands (预算批了两百二), a number or an ordinal
    /// may be a day, and a day without a year lies ahead. Nobody can tell by the number alone; whoever asks must have other grounds.
    /// </summary>
    public static FactValue? Loosely(FactKind kind, Workspace work, in Spotted value) => (kind, value.Kind) switch
    {
        (FactKind.Money, ValueKind.Number) => Sum(work.Text, value),
        (FactKind.Date, ValueKind.Date) => new FactValue.Date(value.Coming),
        (FactKind.Date, ValueKind.Number or ValueKind.Ordinal) => BareDays.Of(work, value) is { } day ? new FactValue.Date(day) : null,
        _ => Spotted(kind, value),
    };

    private static FactValue? Sum(string text, in Spotted value)
    {
        if (value is { Low: >= Most and var sum, High: var upper } && sum == upper) return new FactValue.Money(sum, sum, ValueFinder.Usual);
        if (value.Low is not (>= Least and < Most and var low) || value.High is not (>= Least and < Most and var high) || !Chars.AnyHan(text)) return null;
        var money = Modifiers.Around(text, value with { Low = low * TenThousand, High = high * TenThousand });
        return new FactValue.Money(Plain(money.Low), Plain(money.High), ValueFinder.Usual);
    }

    public static FactValue? Spotted(FactKind kind, in Spotted value) => (kind, value.Kind) switch
    {
        (FactKind.Date, ValueKind.Date) => new FactValue.Date(value.Date),
        (FactKind.Money, ValueKind.Money) => new FactValue.Money(Plain(value.Low), Plain(value.High), value.Currency ?? ValueFinder.Usual),
        (FactKind.Count, ValueKind.Number or ValueKind.Ordinal or ValueKind.Times) when value.Whole is { } count => new FactValue.Count(count),
        _ => null,
    };

    // 45.6 times 10,000 is 456,000 and not 456,000.0: who reads it as text should see no tenths.
    private static decimal? Plain(decimal? sum) => sum / 1.0000000000000000000000000000m;
}
