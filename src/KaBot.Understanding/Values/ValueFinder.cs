using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>All values of a text, left to right, none overlapping: dates first, then money, times, ordinals, percents, plain numbers.</summary>
internal static class ValueFinder
{
    /// <summary>What an amount is in when no currency is named.</summary>
    public const string Usual = "CNY";

    // Words that a value may begin with.
    private static readonly Openings Words = new([.. EnglishNumbers.Openings, .. CountGrammar.Openings, .. Currencies.Openings]);

    /// <param name="dayFirst">Whether 3/4 is the third of April, as the writer writes it.</param>
    public static void Find(string text, ReadOnlySpan<char> original, DateOnly today, bool dayFirst, List<Spotted> values)
    {
        DateGrammar.Find(text, original, today, dayFirst, values);
        var dates = values.Count;
        values.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        DropOverlaps(values);
        dates = values.Count;
        var date = 0;
        for (var i = 0; i < text.Length;)
        {
            while (date < dates && values[date].End <= i) date++;
            if (date < dates && values[date].Start <= i) { i = values[date].End; continue; }
            if (MayStart(text, i) && At(text, i) is { } value && (date >= dates || value.End <= values[date].Start || value.Start < i))
            {
                values.Add(value);
                i = Math.Max(value.End, i + 1);
            }
            else i++;
        }
        values.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        DropOverlaps(values);
        InDollars(original, values);
        OneCurrency(text, values);
    }

    // "130k US budgeted": in capitals it is no "us".
    private static void InDollars(ReadOnlySpan<char> original, List<Spotted> values)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { Kind: ValueKind.Money, Currency: null } money && original[money.End..].TrimStart(", ") is ['U', 'S', ..] and var rest && Chars.AtWordEnd(rest, "US".Length)) values[i] = money with { Currency = "USD" };
    }

    // "Was 90k pounds, now 70k": where a message names one currency, every amount is in it.
    private static void OneCurrency(string text, List<Spotted> values)
    {
        if (!values.Exists(value => value is { Kind: ValueKind.Money, Currency: null })) return;
        string? named = null;
        foreach (var value in values)
            if (value is { Kind: ValueKind.Money, Currency: { } currency } && (named ??= currency) != currency)
            {
                named = null;
                break;
            }
        named ??= Currencies.NamedIn(text);
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { Kind: ValueKind.Money, Currency: null }) values[i] = values[i] with { Currency = named ?? Usual };
    }

    private static void DropOverlaps(List<Spotted> values)
    {
        var kept = 0;
        for (var i = 0; i < values.Count; i++)
            if (kept == 0 || values[i].Start >= values[kept - 1].End) values[kept++] = values[i];
        values.RemoveRange(kept, values.Count - kept);
    }

    internal static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return at == 0 || !Chars.IsWord(text[at - 1]);
        if (c is '$' or '¥' or '€' or '£' or '₹' or '₩' or '人' or '加' or '马' or '英' or '日' or '澳' or '美' or '欧' or '港' or '新' or '台' or '第' or '首' or '头' or '初') return true;
        // 几百万, 数十万 tell no amount; least of all the hundred or the ten that they hold.
        if (c is '十' or '百' or '千' && at > 0 && text[at - 1] is '几' or '数') return false;
        if (ChineseNumbers.Digit(c) is not null || c is '十' or '百' or '千') return true;
        return char.IsAsciiLetterLower(c) && (at == 0 || !Chars.IsWord(text[at - 1])) && Words.May(text, at);
    }

    private static Spotted? At(ReadOnlySpan<char> text, int at)
    {
        var read = NumberGrammar.TryRead(text, at, out var number) ? number : (Number?)null;
        if (CountGrammar.TryRead(text, at, read, out var count)) return count;
        if (MoneyGrammar.TryRead(text, at, read, plain: false, out var money)) return money;
        if (read is null) return null;
        var end = number.End;
        var percent = end < text.Length && text[end] is '%' or '％' || text[end..].StartsWith(" percent") || text[end..].StartsWith(" per cent")
            || text[end..].StartsWith("个点") || text[end..].StartsWith("折") || text[end..].StartsWith("成");
        if (percent) return new Spotted(ValueKind.Percent, at, end + 1, number.Low, number.High);
        // A Chinese digit by itself is seldom a number: 一下, 三方, 十分. Patterns that count name the measure.
        var (low, high) = (number.Low, number.High);
        // 一百到一百二之间: a range, be it of ten thousands that nobody names.
        if (number.High >= 10 && MoneyGrammar.Range(text, end, out var second) && Chars.IsHan(text[end]) && second.High > number.High) (high, end) = (second.High, second.End);
        return new Spotted(ValueKind.Number, at, end, low, high, Approximate: number.Fuzzy || Modifiers.IsAbout(text, at, end));
    }
}
