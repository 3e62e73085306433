using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Numbers in digits, in English words (twenty-five) and in Chinese ones (一百二十, 3万).</summary>
internal static partial class Numbers
{
    private static readonly Dictionary<string, decimal> English = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["hundred"] = 100, ["thousand"] = 1_000,
        ["million"] = 1_000_000, ["billion"] = 1_000_000_000,
    };

    private static readonly (char Sign, decimal Size)[] Units =
        [('亿', 100_000_000), ('億', 100_000_000), ('万', 10_000), ('萬', 10_000), ('千', 1_000), ('百', 100), ('十', 10)];

    private const string ChineseDigits = "零一二三四五六七八九";

    /// <summary>All numbers of a text, in their order.</summary>
    public static List<Spotted<decimal>> Recognize(string text)
    {
        var found = new List<Spotted<decimal>>();
        foreach (Match match in Number().Matches(text))
            if (Value(match) is { } value)
                found.Add(new Spotted<decimal>(match.Index, match.Index + match.Length - 1, match.Value, value));
        return found;
    }

    private static decimal? Value(Match match)
    {
        try
        {
            if (match.Groups["digits"] is { Success: true } digits)
                return Digits(digits.Value) * Unit(match.Groups["unit"].Value);
            return match.Groups["words"] is { Success: true } words ? EnglishWords(words.Value) : Chinese(match.Value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Digits(string text) => decimal.Parse(
        string.Concat(text.Where(c => c is not (',' or '，')).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)),
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
        CultureInfo.InvariantCulture);

    private static decimal Unit(string unit) => unit switch
    {
        "k" or "K" or "千" => 1_000,
        "百" => 100,
        "万" or "萬" => 10_000,
        "百万" => 1_000_000,
        "千万" => 10_000_000,
        "亿" or "億" => 100_000_000,
        _ => 1,
    };

    // "two hundred and five thousand": what is under a thousand is gathered, a greater unit takes it along.
    private static decimal EnglishWords(string text)
    {
        var (total, part) = (0m, 0m);
        foreach (var word in Separator().Split(text).Where(English.ContainsKey))
        {
            var value = English[word];
            if (value < 100) part += value;
            else if (value == 100) part = Math.Max(part, 1) * 100;
            else (total, part) = (total + Math.Max(part, 1) * value, 0);
        }
        return total + part;
    }

    private static decimal Chinese(string text)
    {
        var parts = text.Split('点');
        var whole = ChineseWhole(parts[0]);
        return parts.Length == 2
            ? whole + decimal.Parse("0." + string.Concat(parts[1].Select(c => Digit(c))), CultureInfo.InvariantCulture)
            : whole;
    }

    // The greatest unit splits the number: what stands before it counts its units, what follows is added. A lone digit at the
    // end counts the next lower unit: 一百二 is 120, 三万五 is 35,000.
    private static decimal ChineseWhole(string text)
    {
        foreach (var (sign, size) in Units)
        {
            var at = text.LastIndexOf(sign);
            if (at < 0) continue;
            var (head, tail) = (at == 0 ? 1 : ChineseWhole(text[..at]), text[(at + 1)..]);
            return head * size + (size >= 100 && tail.Length == 1 ? (Digit(tail[0]) ?? 0) * size / 10 : ChineseWhole(tail));
        }
        return text.Length == 0 ? 0 : decimal.Parse(string.Concat(text.Select(c => Digit(c))), CultureInfo.InvariantCulture);
    }

    private static int? Digit(char c) => c switch
    {
        '〇' => 0,
        '两' => 2,
        _ => ChineseDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };

    [GeneratedRegex(
        @"(?<digits>(?<![A-Za-z0-9.])-?(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+)(?:\.[0-9]+)?)(?<unit>k\b|百万|千万|[百千万萬亿億])?"
        + @"|(?<words>\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
        + @"(?:(?:[\s-]+and)?[\s-]+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)){0,20}\b)"
        + @"|[零〇一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万萬亿億]{0,30}(?:点[零〇一二三四五六七八九]{1,9})?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex Separator();
}
