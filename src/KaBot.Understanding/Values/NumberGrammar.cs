using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>A number as it stands in the text, before anyone knows what it counts.</summary>
/// <param name="Low">The number, or the lower of two (三五十 = 30 to 50).</param>
/// <param name="High">The same, or the upper of two.</param>
/// <param name="Fuzzy">来, 几, 多: about so many.</param>
/// <param name="Scaled">It holds 万, 亿, k, million …: more likely money than a count.</param>
internal readonly record struct Number(int Start, int End, decimal Low, decimal High, bool Fuzzy, bool Scaled)
{
    public Number Times(decimal factor, int end) => new(Start, end, Low * factor, High * factor, Fuzzy, true);
}

/// <summary>Numbers in digits, Chinese and English words. Reads at one place of normalised text; never throws.</summary>
internal static class NumberGrammar
{
    private const int MostDigits = 15;

    public static bool TryRead(ReadOnlySpan<char> text, int at, out Number number)
    {
        number = default;
        if (at >= text.Length) return false;
        if (Chars.IsHan(text[at])) return ChineseNumbers.TryRead(text, at, out number);
        if (!(char.IsAsciiDigit(text[at]) ? Digits(text, at, out number) : EnglishNumbers.TryRead(text, at, out number))) return false;
        while (Further(text, number) is { } further) number = further;
        return true;
    }

    // One million two hundred thousand, 9 lakh 90 thousand, forty-one thousand two hundred, two million four: what the next lower scales add.
    private static Number? Further(ReadOnlySpan<char> text, in Number number)
    {
        if (number.Low < 1000 || number.Low != number.High || number.Fuzzy || number.End + 1 >= text.Length || text[number.End] != ' ') return null;
        var at = number.End + 1;
        if (text[at..].StartsWith("and ") && !char.IsAsciiDigit(text[number.Start])) at += "and ".Length;
        if (at >= text.Length || !char.IsAsciiDigit(text[at]) && !char.IsAsciiLetter(text[at])) return null;
        if (!(char.IsAsciiDigit(text[at]) ? Digits(text, at, out var lower) : EnglishNumbers.TryRead(text, at, out lower))) return null;
        // The scale of the number as it stands: what is added must be less than one of it.
        var scale = 1m;
        while (number.Low % (scale * 10) == 0) scale *= 10;
        var more = lower.Low;
        if (!lower.Scaled && lower.Low is >= 1 and < 10 && number.Scaled && scale >= 100_000 && IsLast(text, lower.End)) more = lower.Low * 100_000;
        else if (!lower.Scaled && !(lower.Low is >= 100 and < 1000 && !char.IsAsciiDigit(text[at]) && number.Low < 1_000_000)) return null;
        return more < scale && more < number.Low ? number with { Low = number.Low + more, High = number.High + more, End = lower.End, Scaled = true } : null;
    }

    private static bool IsLast(ReadOnlySpan<char> text, int at) =>
        text[at..].TrimStart(' ') is var rest && (rest.IsEmpty || ",.;!?)\n，。；！".Contains(rest[0]) || rest.StartsWith("in ")) || Currencies.After(text, at, out _) is not null;

    private static bool Digits(ReadOnlySpan<char> text, int at, out Number number)
    {
        number = default;
        decimal value = 0;
        var (i, digits) = (at, 0);
        for (; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (++digits > MostDigits) return false;
                value = value * 10 + (text[i] - '0');
            }
            else if (!IsThousands(text, i) && !(text[i] == ' ' && IsSpaced(text, at, i))) break;
        }
        if (IsLakhs(text, at, out var lakhsEnd, out var lakhs)) (i, value) = (lakhsEnd, lakhs);
        else if (IsPointGrouped(text, i, value))
            for (; IsGroup(text, i); i += 4) value = value * 1000 + decimal.Parse(text.Slice(i + 1, 3), System.Globalization.CultureInfo.InvariantCulture);
        else if (i + 1 < text.Length && text[i] == ',' && char.IsAsciiDigit(text[i + 1]) && IsDecimalComma(text, i, out var commaEnd))
        {
            value += decimal.Parse(text[(i + 1)..commaEnd], System.Globalization.CultureInfo.InvariantCulture) / (commaEnd - i == 2 ? 10 : 100);
            i = commaEnd;
        }
        else if (i + 1 < text.Length && text[i] is '.' or '点' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
        {
            var unit = 0.1m;
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++, unit /= 10)
                if (++digits <= MostDigits) value += unit * (text[i] - '0');
        }
        number = Scale(text, new Number(at, i, value, value, false, false));
        return true;
    }

    // 2,380,000, 880'000: a mark between a digit and exactly three digits.
    private static bool IsThousands(ReadOnlySpan<char> text, int at) =>
        text[at] is ',' or '，' or '\'' or '’' && at + 3 < text.Length && char.IsAsciiDigit(text[at - 1])
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    // R8 112 000: behind a currency spaces set thousands apart.
    private static bool IsSpaced(ReadOnlySpan<char> text, int start, int at) =>
        at + 3 < text.Length && !text.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9') && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4])) && at - start <= 3 + 4 && IsMarked(text, start);

    // 3,40,00,000: lakhs and crores, as India sets them apart.
    private static bool IsLakhs(ReadOnlySpan<char> text, int at, out int end, out decimal value)
    {
        (end, value) = (at, 0);
        var (i, groups) = (at, 0);
        while (i < text.Length && char.IsAsciiDigit(text[i])) value = value * 10 + (text[i++] - '0');
        if (i - at is 0 or > 2) return false;
        while (i + 2 < text.Length && text[i] == ',' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && i + 3 < text.Length && text[i + 3] == ',')
            (value, i, groups) = (value * 100 + (text[i + 1] - '0') * 10 + (text[i + 2] - '0'), i + 3, groups + 1);
        if (groups == 0 || i + 3 >= text.Length || text[i] != ',' || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2]) || !char.IsAsciiDigit(text[i + 3])
            || i + 4 < text.Length && char.IsAsciiDigit(text[i + 4])) return false;
        (end, value) = (i + 4, value * 1000 + (text[i + 1] - '0') * 100 + (text[i + 2] - '0') * 10 + (text[i + 3] - '0'));
        return true;
    }

    // 830.000 EUR, €486.500, 1.250.000: points set thousands apart beside a currency, or where there are two; no fraction ends with three zeros.
    private static bool IsPointGrouped(ReadOnlySpan<char> text, int at, decimal value)
    {
        var (i, groups) = (at, 0);
        for (; IsGroup(text, i); i += 4) groups++;
        return value > 0 && (groups > 1 || groups == 1 && (text[at..].StartsWith(".000") || Currencies.After(text, i, out _) is not null || IsMarked(text, StartOf(text, at))));
    }

    private static int StartOf(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
        return at;
    }

    // .000 and no fourth digit.
    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at + 3 < text.Length && text[at] == '.' && !text.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9') && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4]));

    // 1,15 Mio: a comma, one or two digits and a scale, be it that of the number that it goes up to: 1,2 to 1,4 million.
    private static bool IsDecimalComma(ReadOnlySpan<char> text, int comma, out int end)
    {
        end = comma + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var rest = text[end..].TrimStart(' ');
        if (end - comma is not (2 or 3)) return false;
        if (rest.StartsWith("mio") || rest.StartsWith("mil") || rest.StartsWith("mln") || rest.StartsWith("mn") || rest.StartsWith("bn")) return true;
        foreach (var join in Joins)
            if (rest.StartsWith(join) && rest[join.Length..].TrimStart(' ') is var upper && upper.IndexOfAnyExceptInRange('0', '9') is > 0 and var next && upper[next] == ',') return IsDecimalComma(upper, next, out _);
        return false;
    }

    private static readonly string[] Joins = ["and ", "to ", "or ", "-", "–"];

    /// <summary>Takes in the scale behind a number: 万, 千万, 亿, k, m, million …</summary>
    public static Number Scale(ReadOnlySpan<char> text, Number number)
    {
        var at = number.End;
        var fuzzy = false;
        if (at < text.Length && text[at] is '来' or '多' or '几') (fuzzy, at) = (true, at + 1);
        var han = at;
        if (han + 1 < text.Length && text[han] == ' ' && text[han + 1] is '万' or '亿' or '个' or '千' or '百') han++;
        if (han + 1 < text.Length && text[han] == '个' && text[han + 1] is '万' or '亿') han++;
        decimal factor = 1;
        while (han < text.Length && Unit(text[han]) is { } unit)
        {
            factor *= unit;
            han++;
        }
        if (factor > 1)
        {
            number = number.Times(factor, han);
            return Odd(text, Tail(text, fuzzy ? number with { Fuzzy = true } : number, factor));
        }
        if (Joined(text, number) is { } joined) return joined;
        var latin = number.End;
        // 95ish k, 180-ish thousand.
        if (text[latin..].StartsWith("ish ") || text[latin..].StartsWith("-ish ")) (latin, number) = (text[latin] == '-' ? latin + 4 : latin + 3, number with { Fuzzy = true });
        var behind = latin;
        while (latin < text.Length && text[latin] is ' ' or '-' && latin - behind < 1) latin++;
        foreach (var (word, by) in Scales.At(text, latin))
            if (text[latin..].StartsWith(word) && Chars.AtWordEnd(text, latin + word.Length) && (word.Length > 2 || latin == behind || word is "k" or "mn" or "bn" or "w" or "cr" || word is "m" && (IsMarked(text, number.Start) || IsLoneMillion(text, latin + 1))))
                return number.Times(by, PastPoint(text, latin + word.Length));
        return number;
    }

    // 1,2 Mio. Euro: the point shortens the word where a currency goes on.
    private static int PastPoint(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == '.' && Currencies.After(text, end + 1, out _) is not null ? end + 1 : end;

    // 450 TEUR, 500 T€, 8 MSEK: the scale and the currency in one word.
    private static Number? Joined(ReadOnlySpan<char> text, in Number number)
    {
        var at = number.End < text.Length && text[number.End] == ' ' ? number.End + 1 : number.End;
        if (at + 1 >= text.Length || text[at] is not ('t' or 'k' or 'm') || Currencies.After(text, at + 1, out var end) is null || text[at + 1] == ' ' || end != at + 4 && text[at + 1] != '€') return null;
        return number.Times(text[at] == 'm' ? 1_000_000 : 1000, at + 1);
    }

    private static readonly string[] BehindMillions = ["for ", "in ", "from ", "budget", "set ", "put ", "as ", "on ", "is ", "at ", "with ", "all ", "tops", "max", "or ", "and ", "to ", "now", "but "];

    // 2.8 m RMB, "6 to 7 m in the capex plan"; but 2 m wide, 6 m of cable.
    private static bool IsLoneMillion(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..].TrimStart(' ');
        if (rest.IsEmpty || ",.;!?)\n，。；！".Contains(rest[0]) || Currencies.After(text, end, out _) is not null) return true;
        foreach (var word in BehindMillions)
            if (rest.StartsWith(word)) return true;
        return false;
    }

    // EUR 5.6 m, $3 m: behind a currency a lone m is no metre.
    private static bool IsMarked(ReadOnlySpan<char> text, int start)
    {
        var head = text[..start].TrimEnd(' ');
        return !head.IsEmpty && (head[^1] is '$' or '€' or '£' or '¥' || head[^1] == 'r' && head.Length == start && Chars.AtWordStart(text, start - 1) || head.Length > 2 && char.IsAsciiLetter(head[^1]) && Currencies.Before(text, head.Length - 3, out var at) is not null && at == start);
    }

    // 76万4千; 38万5: a digit alone counts the next lower unit.
    private static Number Tail(ReadOnlySpan<char> text, Number number, decimal factor)
    {
        var at = number.End + (number.End < text.Length && text[number.End] == ' ' ? 1 : 0);
        if (factor < 10_000 || at >= text.Length || !char.IsAsciiDigit(text[at])) return number;
        if (at + 1 < text.Length && text[at + 1] == '千' && factor == 10_000) return number with { Low = number.Low + (text[at] - '0') * 1000, High = number.High + (text[at] - '0') * 1000, End = at + 2 };
        if (at + 1 < text.Length && !Ends(text[at + 1])) return number;
        var more = (text[at] - '0') * factor / 10;
        return number with { Low = number.Low + more, High = number.High + more, End = at + 1 };
    }

    private static bool Ends(char c) => c is ' ' or ',' or '，' or '。' or '；' or ';' or '!' or '！' or '?' or '？' or '\n' or '元' or '块' or '吧' or '左' or '上' or '的' or '（' or '(' or '定';

    // 100多万, 1亿多: vague after the scale.
    private static Number Odd(ReadOnlySpan<char> text, Number number) =>
        number.End < text.Length && text[number.End] is '多' or '来' ? number with { End = number.End + 1, Fuzzy = true } : number;

    private static decimal? Unit(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => null };

    private static readonly WordTable<decimal> Scales = new(
        ("hundred thousand", 100_000), ("hundred", 100), ("thousand", 1000), ("grand", 1000), ("million", 1_000_000), ("millions", 1_000_000),
        ("mil", 1_000_000), ("mill", 1_000_000), ("mln", 1_000_000), ("milhões", 1_000_000), ("milhoes", 1_000_000), ("mio", 1_000_000), ("thou", 1000), ("billion", 1_000_000_000), ("mn", 1_000_000), ("mm", 1_000_000), ("bn", 1_000_000_000),
        ("lakhs", 100_000), ("lakh", 100_000), ("crores", 10_000_000), ("cr", 10_000_000), ("lacs", 100_000), ("lac", 100_000), ("crore", 10_000_000), ("wan", 10_000), ("k", 1000), ("m", 1_000_000), ("b", 1_000_000_000), ("w", 10_000));
}
