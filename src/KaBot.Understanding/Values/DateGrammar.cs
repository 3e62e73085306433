using System.Text.RegularExpressions;

namespace KaBot.Understanding.Values;

/// <summary>
/// Dates as reps write them, in both languages, resolved against the day of the message. A date without a year lies ahead, unless
/// the words say otherwise (上周, yesterday): plans are what reps give dates for.
/// </summary>
internal static class DateGrammar
{
    /// <summary>Every date of the text, left to right.</summary>
    /// <param name="original">The same text as it was written: "May" is told from "may" by its capital.</param>
    public static void Find(string normalised, ReadOnlySpan<char> original, DateOnly today, List<Spotted> found)
    {
        DateOnly? before = null;
        if (HasHan(normalised))
            foreach (var match in ChineseDates.Pattern().EnumerateMatches(normalised))
                if (ChineseDates.Resolve(normalised, match.Index, match.Length, today, before) is { } date) before = Add(found, match, date);
        before = null;
        foreach (var match in EnglishDates.Pattern().EnumerateMatches(normalised))
            if (EnglishDates.Resolve(normalised, original, match.Index, match.Length, today, before) is { } date) before = Add(found, match, date);
    }

    private static DateOnly Add(List<Spotted> found, ValueMatch match, DateOnly date)
    {
        found.Add(new Spotted(ValueKind.Date, match.Index, match.Index + match.Length, Date: date));
        return date;
    }

    private static bool HasHan(string text) => text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
}
