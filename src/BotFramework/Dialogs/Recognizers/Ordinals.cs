using System.Globalization;
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Places in a list: "the second one", "3rd", "last", 第二个, 最后一个.</summary>
internal static partial class Ordinals
{
    private static readonly string[] English =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <param name="count">The length of the list; the last place is that number.</param>
    public static List<Spotted<decimal>> Recognize(string text, int count)
    {
        var found = new List<Spotted<decimal>>();
        foreach (Match match in Words().Matches(text))
            if (Value(match, count) is { } value)
                found.Add(new Spotted<decimal>(match.Index, match.Index + match.Length - 1, match.Value, value));
        return found;
    }

    private static decimal? Value(Match match, int count)
    {
        if (match.Groups["word"] is { Success: true } word)
            return Array.FindIndex(English, name => name.Equals(word.Value, StringComparison.OrdinalIgnoreCase)) + 1;
        if (match.Groups["digits"] is { Success: true } digits) return decimal.Parse(digits.Value, CultureInfo.InvariantCulture);
        if (match.Groups["chinese"] is { Success: true } chinese) return Numbers.Recognize(chinese.Value) is [var number, ..] ? number.Value : null;
        return match.Groups["before"].Success ? count - 1 : count;
    }

    [GeneratedRegex(
        @"\b(?<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)\b"
        + @"|\b(?<digits>\d{1,9})(?:st|nd|rd|th)\b|第\s*(?<chinese>[0-9０-９零〇一二两三四五六七八九十百千]{1,9})"
        + @"|(?<before>\b(?:next|second)\s+to\s+last\b|倒数第二)|\blast\b|最后一|倒数第一",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
