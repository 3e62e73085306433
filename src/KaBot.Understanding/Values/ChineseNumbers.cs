namespace KaBot.Understanding.Values;

/// <summary>
/// Chinese numerals: 三百六十八万, 一点二亿, 七八十万 (a range), 百来万, 两个亿, 一百五 (150), 三万二 (32,000), 半.
/// Reckoned as a pair from the start, so that a range is no special case.
/// </summary>
internal static class ChineseNumbers
{
    private readonly record struct Pair(decimal Low, decimal High)
    {
        public static Pair operator +(Pair a, Pair b) => new(a.Low + b.Low, a.High + b.High);
        public static Pair operator *(Pair a, decimal factor) => new(a.Low * factor, a.High * factor);
    }

    private const decimal TooMuch = 1_000_000_000_000;

    public static bool TryRead(ReadOnlySpan<char> text, int at, out Number number)
    {
        if (IsIdiom(text, at, out number)) return true;
        Pair total = default, section = default;
        Pair? digit = null;
        var (unitBefore, i) = (1m, at);
        var (fuzzy, scaled, zero) = (false, false, false);
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (Digit(c) is { } d)
            {
                if (d == 0 && digit is null) zero = true;
                else if (digit is null) digit = new Pair(d, d);
                // 七八十: neighbours rising by one or two are a range; digits one by one (二零二六) are no amount.
                else if (digit.Value.Low == digit.Value.High && d > digit.Value.Low && d - digit.Value.Low <= 2 && d >= 1) digit = digit.Value with { High = d };
                else return false;
            }
            else if (Unit(c) is { } unit)
            {
                var counted = digit ?? (unit < 10_000 || i == at ? new Pair(1, 1) : default);
                if (unit < 10_000) section += counted * unit;
                // 一亿三千万: what was counted in greater units is not counted again.
                else if (total.Low >= unit * unit) (total, section, scaled) = (total + (section + (digit ?? default)) * unit, default, true);
                else (total, section, scaled) = ((total + section + (digit ?? default)) * unit, default, true);
                if (total.High + section.High > TooMuch) return false;
                (digit, unitBefore, zero) = (null, unit, false);
            }
            else if (c == '廿' && digit is null) (section, unitBefore) = (section + new Pair(20, 20), 10);
            else if (c is '来' or '多' or '几' && digit is null && i > at) fuzzy = true;
            else if (c == '个' && digit is not null && i + 1 < text.Length && text[i + 1] == '亿') continue;
            else if (c == '点' && digit is { } whole && whole.Low == whole.High && i + 1 < text.Length && Digit(text[i + 1]) is not null)
                digit = Fraction(text, ref i, whole.Low);
            else break;
        }
        if (i == at) return false;
        if (digit is { } last) section += last * (unitBefore >= 100 && !zero ? unitBefore / 10 : 1);
        var sum = total + section;
        if (sum.High <= 0 && !zero) return false;
        number = new Number(at, i, sum.Low, sum.High, fuzzy, scaled);
        return true;
    }

    // 百八十, 千八百, 万八千: about so many.
    private static bool IsIdiom(ReadOnlySpan<char> text, int at, out Number number)
    {
        number = default;
        if (text[at..] is not (['百', '八', '十', ..] or ['千', '八', '百', ..] or ['万', '八', '千', ..])) return false;
        var unit = Unit(text[at])!.Value;
        number = NumberGrammar.Scale(text, new Number(at, at + 3, unit, unit, true, false));
        return true;
    }

    private static Pair Fraction(ReadOnlySpan<char> text, ref int i, decimal whole)
    {
        var place = 0.1m;
        while (i + 1 < text.Length && place > 0.000001m && Digit(text[i + 1]) is { } d)
        {
            whole += d * place;
            place /= 10;
            i++;
        }
        return new Pair(whole, whole);
    }

    public static decimal? Digit(char c) => c switch
    {
        '零' => 0, '一' or '壹' => 1, '二' or '两' or '俩' or '贰' => 2, '三' or '仨' or '叁' => 3, '四' or '肆' => 4, '五' or '伍' => 5,
        '六' or '陆' => 6, '七' or '柒' => 7, '八' or '捌' => 8, '九' or '玖' => 9, '半' => 0.5m, _ => null,
    };

    private static decimal? Unit(char c) =>
        c switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => null };
}
