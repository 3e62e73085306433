using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// Amounts and ranges: 50w, 80到100万 (the unit is inherited), 七八十万, 小一百万, 五十万以内, at least $1.5m, 80-100k in dollars.
/// A number is money when it holds a scale (万, k, million) or a currency; callers who asked for money may take a plain one too.
/// </summary>
internal static class MoneyGrammar
{
    // R2 is a room; R8 112 000 is money.
    private const int LeastOfRand = 10_000;

    /// <summary>Reads money that starts at a number (or at the currency mark in front of it).</summary>
    /// <param name="plain">Take a number without scale or currency too.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool plain, out Spotted money) =>
        TryRead(text, at, NumberGrammar.TryRead(text, at, out var number) ? number : null, plain, out money);

    /// <param name="number">The number that stands at the place itself; null where none does.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, Number? number, bool plain, out Spotted money)
    {
        money = default;
        var currency = Currencies.Before(text, at, out var numberAt);
        if (numberAt > at) number = NumberGrammar.TryRead(text, numberAt, out var behind) ? behind : null;
        if (number is not { } first) return false;
        var (low, high, end) = (first, first, first.End);
        currency ??= Currencies.After(text, end, out end);
        if (!IsChange(text, at) && Range(text, end, out var second))
        {
            var secondCurrency = Currencies.After(text, second.End, out var secondEnd);
            // 80到100万: the first takes the unit of the second; 900,000 to 1.1 million has its own.
            if (!first.Scaled && second.Scaled && first.High < second.Low && !IsGrouped(text, first)) low = first.Times(ScaleOf(text, second, first.High), first.End);
            if (second.High >= low.Low)
            {
                (high, end) = (second, secondEnd);
                currency ??= secondCurrency;
            }
        }
        // $640k, sing dollars: which dollars is said behind.
        if (currency is "USD" && Currencies.After(text, end, out var named) is { } dollars && Currencies.AreDollars(dollars)) (currency, end) = (dollars, named);
        currency ??= IsIndian(text, high) ? "INR" : null;
        // Mil is a thousand in Brazil.
        if (currency is "BRL" && text[high.Start..high.End].EndsWith("mil")) (low, high) = (low.Times(low.Scaled ? 0.001m : 1, low.End), high.Times(0.001m, high.End));
        if (Currencies.IsRand(text, at, numberAt) && !low.Scaled && !high.Scaled && first.High < LeastOfRand) return false;
        if (currency is null && Colloquial(text, end, ref low, ref high, out var colloquial)) end = colloquial;
        if (currency is null && !low.Scaled && !high.Scaled && !(plain && first.High >= 1000) && !IsGrouped(text, first)) return false;
        if (IsMeasure(text, end)) return false;
        money = Modifiers.Around(text, new Spotted(ValueKind.Money, at, end, low.Low, high.High, currency, default, first.Fuzzy || high.Fuzzy));
        return money.Low is not > 1_000_000_000_000m;
    }

    // 60个打底, 180到220个w: among reps 个 counts ten thousands, where nothing that could be counted follows.
    private static bool Colloquial(ReadOnlySpan<char> text, int at, ref Number low, ref Number high, out int end)
    {
        if (at < text.Length && text[at] == ' ') at++;
        end = at + 1;
        if (low.Scaled || high.Scaled || at >= text.Length || text[at] != '个') return false;
        var rest = text[end..].TrimStart(' ');
        if (rest.StartsWith("w") || rest.StartsWith("万")) end = text.Length - rest.Length + 1;
        else if (high.High < 10) return false;
        else if (!rest.IsEmpty && !"，。；！,;! 吧".Contains(rest[0]) && !StartsWithAny(rest, Bounds)) return false;
        var alone = low.Start == high.Start;
        low = low.Times(10_000, alone ? end : low.End);
        high = alone ? low : high.Times(10_000, end);
        return true;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word)) return true;
        return false;
    }

    private static readonly string[] Bounds = ["左右", "上下", "以内", "之内", "以上", "打底", "封顶", "起步", "往上", "出头", "顶天", "保底"];

    // "80-100k", "80到100万", "between 80 and 100k", "80 to 100k".
    public static bool Range(ReadOnlySpan<char> text, int at, out Number second)
    {
        second = default;
        var i = at;
        while (i < text.Length && text[i] == ' ') i++;
        var joined = i;
        foreach (var join in Joins)
            if (text[i..].StartsWith(join)) { joined = i + join.Length; break; }
        if (joined == i) return false;
        while (joined < text.Length && text[joined] == ' ') joined++;
        Currencies.Before(text, joined, out joined);
        return NumberGrammar.TryRead(text, joined, out second);
    }

    private static readonly string[] Joins = ["--", "-", "~", "—", "到", "至", "to ", "and ", "or ", "und ", "bis "];

    private static decimal ScaleOf(ReadOnlySpan<char> text, Number number, decimal first)
    {
        // The unit as written: 100万 inherits 万, 1.2m inherits m, "three to four hundred thousand" the hundreds too, 三到四百万 as well.
        if (first < 10 && number.Low / 100 is var hundreds && text[number.Start..number.End] is var said && (said.Contains("hundred thousand", StringComparison.Ordinal) || said.Contains("hundred grand", StringComparison.Ordinal) || said.Contains("百万", StringComparison.Ordinal)))
            return hundreds >= 10_000 && said.Contains("百万", StringComparison.Ordinal) ? 1_000_000 : 100_000;
        foreach (var c in text[number.Start..number.End])
        {
            if (c == '亿') return 100_000_000;
            if (c == '万') return 10_000;
        }
        var word = text[number.Start..number.End];
        if (word.EndsWith("w") || word.EndsWith("wan")) return 10_000;
        // Four to four fifty thousand.
        if (first < 10 && number.Low is >= 100_000 and < 1_000_000 && char.IsAsciiLetter(word[0]) && !word.Contains("hundred", StringComparison.Ordinal)) return 100_000;
        if (IsIndian(text, number) || word.EndsWith("cr")) return word.Contains("cr", StringComparison.Ordinal) ? 10_000_000 : 100_000;
        return word.Contains("b", StringComparison.Ordinal) ? 1_000_000_000 : word.Contains("m", StringComparison.Ordinal) ? 1_000_000
            : number.Low % 1000 == 0 ? 1000 : 1;
    }

    // 2 crore, 40 lakhs.
    private static bool IsIndian(ReadOnlySpan<char> text, in Number number) =>
        text[number.Start..number.End] is var said && (said.Contains("crore", StringComparison.Ordinal) || said.Contains("lakh", StringComparison.Ordinal) || said.Contains("lac", StringComparison.Ordinal) || said.EndsWith("cr") || IsSetApartInLakhs(said));

    // 3,40,00,000.
    private static bool IsSetApartInLakhs(ReadOnlySpan<char> said) => said.Length > 7 && said.LastIndexOf(',') is > 2 and var last && last == said.Length - 4 && said[last - 3] == ',';


    // 412,000: who sets the thousands apart most likely speaks of money, where nothing that could be counted follows.
    private static bool IsGrouped(ReadOnlySpan<char> text, in Number number) => number.High >= 10_000 && text[number.Start..number.End].ContainsAny(',', '\'', '.');

    private static readonly string[] Changes = ["changed", "raised", "bumped", "moved", "cut", "reduced", "increased", "dropped", "went", "up", "down", "revised", "lowered", "corrected", "gone", "came", "come", "trimmed", "shrunk", "grew", "grown"];

    // "raised from 3 to 4 million": what it was and what it is now are no range.
    private static bool IsChange(ReadOnlySpan<char> text, int at)
    {
        var head = text[..at].TrimEnd(' ');
        if (!head.EndsWith("from")) return false;
        head = head[..^"from".Length];
        head = head[Math.Max(0, head.Length - 40)..];
        foreach (var word in Changes)
            for (var i = head.IndexOf(word); i >= 0; i = head[(i + 1)..].IndexOf(word) is >= 0 and var next ? i + 1 + next : -1)
                if (Chars.AtWordStart(head, i) && Chars.AtWordEnd(head, i + word.Length)) return true;
        return false;
    }

    // 三万多人, 12000 staff, 1.2万平: counted things, no money.
    private static bool IsMeasure(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && (text[i] is ' ' or '多' or '来' or '余' or '-')) i++;
        if (i >= text.Length) return false;
        if (text[i] == '批') return i + 1 >= text.Length || !"到了下复准给过".Contains(text[i + 1]);
        if ("人名员个台套家件平吨条张辆度户次天年月字吨箱米颗株头座".Contains(text[i])) return true;
        foreach (var unit in Units)
            if (text[i..].StartsWith(unit)) return true;
        return false;
    }

    private static readonly string[] Units =
    [
        "%", "people", "ppl", "staff", "employee", "worker", "user", "unit", "site", "store", "head", "seat", "licen", "sq", "ton", "km",
        "page", "member", "bed", "patient", "student", "parcel", "pallet", "sku", "piece", "pcs", "metre", "meter", "strong",
    ];
}
