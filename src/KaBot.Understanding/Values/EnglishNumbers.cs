using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>English numerals: twenty-five thousand, half a million, a quarter of a million, one and a half million, a couple of.</summary>
internal static class EnglishNumbers
{
    private static readonly Dictionary<string, decimal> Small = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozen"] = 12,
    };

    private static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Small.GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first: each is a number and what must follow for it to be one.
    private static readonly (string Words, decimal Value)[] Phrases =
    [
        ("three quarters of a million", 750_000), ("quarter of a million", 250_000), ("quarter million", 250_000),
        ("a quarter million", 250_000), ("quarter mil", 250_000), ("a quarter mil", 250_000), ("a million and a half", 1_500_000), ("half a million", 500_000), ("half a mil", 500_000),
        ("half million", 500_000), ("a thousand", 1000), ("hundred k", 100_000), ("hundred grand", 100_000), ("hundred thousand", 100_000), ("a million", 1_000_000), ("half a dozen", 6), ("half dozen", 6), ("a dozen", 12),
        ("a couple of", 2), ("a couple", 2),
    ];

    /// <summary>Words that begin a number.</summary>
    public static IEnumerable<string> Openings => [.. Small.Keys, .. Phrases.Select(phrase => phrase.Words), "a hundred"];

    public static bool TryRead(ReadOnlySpan<char> text, int at, out Number number)
    {
        number = default;
        if (!Chars.AtWordStart(text, at)) return false;
        foreach (var (words, value) in Phrases)
        {
            if (words[0] != text[at] || !text[at..].StartsWith(words) || !Chars.AtWordEnd(text, at + words.Length)) continue;
            number = new Number(at, at + words.Length, value, value, false, value >= 1000);
            if (value < 1000) number = NumberGrammar.Scale(text, number);
            return true;
        }
        var (sum, i, any) = (0m, at, false);
        while (Word(text, i) is { Length: > 0 } word)
        {
            if (Lookup.TryGetValue(word, out var small))
            {
                if (any && (sum % 10 != 0 || sum == 0 || small >= 10) && sum % 100 != 0)
                {
                    if (sum is 0 or >= 10 || small < 10 || !Short(text, at, out var hundreds, out var end) || !IsMuch(text, hundreds, end)) break;
                    (sum, i) = (hundreds, end);
                    break;
                }
                sum += small;
            }
            else if (word is "hundred" && any) sum *= 100;
            else if (!any && word is "a" && text[(i + 1)..].StartsWith(" hundred")) (sum, i) = (100, i + " hundred".Length);
            else break;
            any = true;
            i += word.Length;
            var next = Follows(text, i);
            if (next == i) break;
            i = next;
        }
        if (!any) return false;
        // Two and a half million.
        foreach (var (words, part) in Parts)
            if (text[i..].StartsWith(words) && NumberGrammar.Scale(text, new Number(at, i + words.Length, sum + part, sum + part, false, false)) is { Scaled: true } whole)
            {
                number = whole;
                return true;
            }
        // One point two million: digits by their names behind the point.
        for (var (unit, point) = (0.1m, i); point > 0 && text[point..] is var rest && (unit < 0.1m ? rest.StartsWith(" ") : rest.StartsWith(" point ")); unit /= 10)
        {
            var start = point + (unit < 0.1m ? 1 : " point ".Length);
            if (Word(text, start) is not { Length: > 0 } digit || !Lookup.TryGetValue(digit, out var tenth) || tenth >= 10) break;
            (sum, i, point) = (sum + tenth * unit, start + digit.Length, start + digit.Length);
        }
        number = NumberGrammar.Scale(text, new Number(at, i, sum, sum, false, false));
        return true;
    }

    private static readonly (string Words, decimal Part)[] Parts = [(" and a half", 0.5m), (" and a quarter", 0.25m), (" and three quarters", 0.75m)];

    // Two fifty, one-eighty: hundreds as they are spoken.
    private static bool Short(ReadOnlySpan<char> text, int at, out decimal number, out int end)
    {
        (number, end) = (0, at);
        if (at >= text.Length || !Lookup.TryGetValue(Word(text, at), out var hundreds) || hundreds is < 1 or >= 10) return false;
        end = at + Word(text, at).Length;
        if (end >= text.Length || text[end] is not (' ' or '-') || !Lookup.TryGetValue(Word(text, end + 1), out var tens) || tens < 10) return false;
        end += 1 + Word(text, end + 1).Length;
        number = hundreds * 100 + tens;
        if (tens % 10 == 0 && tens > 10 && end < text.Length && text[end] is ' ' or '-' && Lookup.TryGetValue(Word(text, end + 1), out var ones) && ones is >= 1 and < 10)
            (number, end) = (number + ones, end + 1 + Word(text, end + 1).Length);
        return true;
    }

    // So much only where a scale follows, be it that of the number it goes up to: "one eighty to two ten thousand".
    private static bool IsMuch(ReadOnlySpan<char> text, decimal number, int end)
    {
        if (NumberGrammar.Scale(text, new Number(end, end, number, number, false, false)).Scaled) return true;
        foreach (var join in (ReadOnlySpan<string>)[" to ", " and ", " or "])
            if (text[end..].StartsWith(join)) return Short(text, end + join.Length, out var upper, out var upperEnd) && upper > number && IsMuch(text, upper, upperEnd);
        return false;
    }

    // The numeral that goes on: "twenty-five", "two hundred and fifty". Where none does, the same place.
    private static int Follows(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not (' ' or '-')) return at;
        var next = at + 1;
        if (Word(text, next) is "and" && text[..at].EndsWith("hundred"))
        {
            next += "and ".Length;
            // "Between two hundred and two hundred fifty thousand", "two hundred and two fifty thousand": another number.
            if (next < text.Length && Word(text, next) is { Length: > 0 } first && next + first.Length < text.Length
                && (Word(text, next + first.Length + 1) is "hundred" || Short(text, next, out var spoken, out var end) && IsMuch(text, spoken, end))) return at;
        }
        return next < text.Length && Word(text, next) is { Length: > 0 } word && (Lookup.ContainsKey(word) || word is "hundred") ? next : at;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsAsciiLetter(text[end])) end++;
        return at > text.Length ? default : text[at..end];
    }
}
