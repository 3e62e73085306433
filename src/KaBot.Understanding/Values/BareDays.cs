using System.Globalization;
using System.Runtime.InteropServices;

namespace KaBot.Understanding.Values;

/// <summary>
/// Days that only the question or the sense tells from other numbers: 9.24 (in German 24.9.), "the twentieth", "25th".
/// By themselves they are numbers and ordinals; whoever takes them for dates must have other grounds.
/// </summary>
internal static class BareDays
{
    private const int Days = 31, MonthsOfYear = 12, FewInWords = 4;

    private static readonly char[] Between = ['-', '~', '—', '–', '到', '至', ' '];

    // What an ordinal that stands for a day may be followed by.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MayFollow = new HashSet<string>(StringComparer.Ordinal)
    {
        "at", "in", "morning", "afternoon", "evening", "noon", "am", "pm", "works", "suits", "is", "was", "it", "he", "she", "they", "we", "i", "you", "and", "or", "both", "if", "so", "to", "till", "until", "for", "with",
        "but", "by", "then", "latest", "probably", "maybe", "perhaps", "hopefully", "likely", "fix", "fixed", "fine", "ok", "okay", "looks", "seems", "would", "could", "should", "might", "will", "of", "as", "that", "this", "next",
        "confirmed", "agreed", "said", "says", "the", "on", "after", "before", "though", "i'd", "we'd", "they'd", "he'd", "she'd", "i'm",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The day, not before the message's; null where the value can be none.</summary>
    public static DateOnly? Of(Workspace work, in Spotted value) => value.Kind switch
    {
        ValueKind.Number => MonthAndDay(work, value),
        ValueKind.Ordinal => OfMonth(work, value),
        _ => null,
    };

    private static DateOnly? MonthAndDay(Workspace work, in Spotted value)
    {
        var words = work.Text.AsSpan(value.Start, value.End - value.Start);
        words = words[(words.LastIndexOfAny(Between) + 1)..];
        var dot = words.IndexOf('.');
        if (dot is not (1 or 2) || words.Length - dot is not (2 or 3) || !int.TryParse(words[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(words[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var second)) return null;
        var (month, day) = first > MonthsOfYear || IsDayFirst(work, value, words[(dot + 1)..]) ? (second, first) : (first, second);
        return Calendar.Day(work.Today.Year, month, day) is { } date && date >= work.Today ? date : Calendar.Day(work.Today.Year + 1, month, day);
    }

    // 24.9., 10.07: a point behind it or a nought before the month begins with the day, but in Chinese.
    private static bool IsDayFirst(Workspace work, in Spotted value, ReadOnlySpan<char> second) =>
        work.Message.Language != "zh" && !work.IsChinese && (second[0] == '0' || value.End < work.Text.Length && work.Text[value.End] == '.' && value.End + 1 < work.Text.Length);

    private static DateOnly? OfMonth(Workspace work, in Spotted value)
    {
        var words = work.Text.AsSpan(value.Start, value.End - value.Start);
        if (value.Whole is not (> 0 and <= Days and var day) || words[0] >= 128 || !char.IsAsciiDigit(words[0]) && day <= FewInWords || !MayEnd(work.Text, value.End)) return null;
        Earlier? before = null;
        foreach (ref readonly var earlier in CollectionsMarshal.AsSpan(work.Values))
            if (earlier.Start >= value.Start) break;
            else if (earlier.Kind == ValueKind.Date) before = new Earlier(earlier.Coming, earlier.End, DateGrammar.IsMonth(work.Text.AsSpan(earlier.Start, earlier.End - earlier.Start)));
        return Calendar.DayAlone(day, work.Today, before);
    }

    private static bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..].TrimStart(' ');
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0])) return true;
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetter(rest[length]) || rest[length] == '\'')) length++;
        return MayFollow.Contains(rest[..length]);
    }
}
