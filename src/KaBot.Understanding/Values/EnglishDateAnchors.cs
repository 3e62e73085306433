using System.Collections.Frozen;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// Where English dates may stand. Their patterns are dear: they are tried only from the words on that lead up to an anchor, a word or figure of
/// which every date holds one.
/// </summary>
internal static class EnglishDateAnchors
{
    // What a date may hold in front of the word by which it is found; figures besides.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Leading = ((string[])
    [
        "the", "of", "in", "by", "on", "or", "to", "until", "till", "through", "before", "after", "ahead", "within", "inside", "from", "next", "this", "last", "coming", "following", "exactly",
        "early", "beginning", "start", "first", "second", "third", "fourth", "days", "half", "mid", "middle", "halfway", "late", "end", "full", "working", "business", "day", "week", "weeks", "wk", "w", "c", "commencing", "starting", "calendar",
        "month", "months", "quarter", "year", "years", "time", "fortnight", "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "couple", "few", "chinese", "new", "lunar", "golden", "national", "spring", "dragon", "boat",
        "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", .. SpokenDays.All.SelectMany(day => day.Words.Split(' ', '-')),
    ]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the first of the words begins that may belong to a date and lead up to a place without a gap.</summary>
    /// <param name="most">So many characters in front of it at most.</param>
    public static int Back(ReadOnlySpan<char> text, int at, int most)
    {
        for (var least = Math.Max(0, at - most); ;)
        {
            var end = at;
            while (end > least && text[end - 1] is ' ' or ',' or '.' or '-' or '–' or '/') end--;
            var start = end;
            while (start > least && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
            if (start == end || !char.IsAsciiDigit(text[start]) && !Leading.Contains(text[start..end])) return at;
            at = start;
        }
    }

    // Words of which every date holds one, where it holds no figure that shows it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Anchors = ((string[])
    [
        "jan", "january", "januar", "feb", "february", "februar", "febuary", "feburary", "mar", "march", "märz", "apr", "april", "may", "mai", "jun", "june", "juni", "jul", "july", "juli", "aug", "august", "sep", "sept", "september",
        "oct", "october", "okt", "oktober", "nov", "november", "dec", "december", "dez", "dezember",
        "mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday",
        "today", "tonight", "tomorrow", "tmrw", "tmr", "yesterday", "day", "days", "week", "weeks", "month", "months", "quarter", "year", "years", "fortnight", "fortnights", "half", "eom", "eoq", "eoy", "eow",
        "q1", "q2", "q3", "q4", "h1", "h2", "kw", "cw", "christmas", "xmas", "halloween", "golden", "national", "spring", "cny", "autumn", "dragon",
    ]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The next word or figure of which every English date holds one, from a place on, or -1.</summary>
    /// <param name="end">One past it.</param>
    public static int Next(ReadOnlySpan<char> text, int from, out int end)
    {
        for (var start = from; ; start = end)
        {
            while (start < text.Length && !Chars.IsWord(text[start])) start++;
            end = start;
            if (start >= text.Length) return -1;
            while (end < text.Length && Chars.IsWord(text[end])) end++;
            if (char.IsAsciiDigit(text[start]) ? IsFigure(text, start, end) : Anchors.Contains(text[start..end]) || text[start..end] is ['k' or 'c', 'w', >= '0' and <= '9', ..]) return start;
        }
    }

    // 22nd, 24/8, 31.3.27, 2027.
    private static bool IsFigure(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        if (word is [.., 's', 't'] or [.., 'n', 'd'] or [.., 'r', 'd'] or [.., 't', 'h'] or ['2', '0', '2' or '3' or '4', _]) return true;
        if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])) return false;
        return text[end] == '/' || text[end] == '.' && text[(end + 1)..].IndexOf('.') is (1 or 2) and var second && end + second + 2 < text.Length && char.IsAsciiDigit(text[end + second + 2]);
    }
}
