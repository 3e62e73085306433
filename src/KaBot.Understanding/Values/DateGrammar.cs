using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// Dates as reps write them, in both languages, resolved against the day of the message. A date without a year lies ahead, unless
/// the words say otherwise (上周, yesterday): plans are what reps give dates for.
/// </summary>
internal static class DateGrammar
{
    /// <summary>Characters that an English date may reach to the left of its anchor.</summary>
    private const int Reach = 40;

    /// <summary>Every date of the text, left to right.</summary>
    /// <param name="original">The same text as it was written: "May" is told from "may" by its capital.</param>
    public static void Find(string normalised, ReadOnlySpan<char> original, DateOnly today, List<Spotted> found)
    {
        if (Chars.AnyHan(normalised)) FindChinese(normalised, today, found);
        if (EnglishDates.MayBeIn(normalised) is not 0 and var may) FindEnglish(normalised, original, may, today, found);
    }

    private static void FindChinese(string text, DateOnly today, List<Spotted> found)
    {
        DateOnly? before = null;
        for (var at = ChineseDates.NextStart(text, 0); at >= 0;)
        {
            var length = ChineseDates.At(text, at);
            if (length > 0 && ChineseDates.Resolve(text, at, today, before) is { } date) before = Add(found, text, at, length, date);
            at = ChineseDates.NextStart(text, at + Math.Max(1, length));
        }
    }

    private static void FindEnglish(string text, ReadOnlySpan<char> original, int may, DateOnly today, List<Spotted> found)
    {
        var (done, before) = (0, (DateOnly?)null);
        foreach (var anchor in EnglishDates.Anchor().EnumerateMatches(text))
        {
            // The full pattern is dear: it is tried only where a word starts, shortly before one of the words that every date holds one of.
            for (var at = Math.Max(done, anchor.Index - Reach); at <= anchor.Index; at++)
            {
                if (!StartsWord(text, at) || EnglishDates.At(text, at, may, out var pattern) is not (> 0 and var length)) continue;
                if (EnglishDates.Resolve(text, original, at, pattern, today, before) is { } date) before = Add(found, text, at, length, date);
                done = at + length;
                break;
            }
            done = Math.Max(done, anchor.Index + anchor.Length);
        }
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]));

    private static DateOnly Add(List<Spotted> found, string text, int at, int length, DateOnly date)
    {
        var words = text.AsSpan(at, length);
        found.Add(new Spotted(ValueKind.Date, at, at + words.TrimEnd(" .").Length, Date: date, Ambiguous: IsAmbiguous(words), Span: IsSpan(words)));
        return date;
    }

    private static bool IsSpan(ReadOnlySpan<char> words) =>
        char.IsAsciiDigit(words[0]) && (words.Contains(" to ", StringComparison.Ordinal) || words.Contains(" until ", StringComparison.Ordinal)
            || words.Contains(" through ", StringComparison.Ordinal) || words.IndexOf('-') is > 0 and <= 3);

    private static bool IsAmbiguous(ReadOnlySpan<char> words) =>
        words[0] is '本' or '这' or '当' or '今' || words.StartsWith("this ") || words[0] is '周' or '星' or '礼' || words[0] is >= 'a' and <= 'z' && words.IndexOf(' ') < 0 && words.Length > 2
        && words[..2] is "mo" or "tu" or "we" or "th" or "fr" or "sa" or "su" && !words.StartsWith("tomorrow");
}
