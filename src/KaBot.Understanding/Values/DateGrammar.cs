using System.Text.RegularExpressions;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// Dates as reps write them, in both languages, resolved against the day of the message. A date without a year lies ahead, unless
/// the words say otherwise (上周, yesterday): plans are what reps give dates for.
/// </summary>
internal static partial class DateGrammar
{
    /// <summary>Characters that an English date may reach to the left of its anchor.</summary>
    private const int Reach = 40;

    // So far off, in characters, a year that was named still says of which year a month is: 明年开春，客户口头说3月.
    private const int ReachOfYear = 16;

    /// <summary>Every date of the text, left to right.</summary>
    /// <param name="original">The same text as it was written: "May" is told from "may" by its capital.</param>
    /// <param name="dayFirst">Whether 3/4 is the third of April, as the writer writes it.</param>
    public static void Find(string normalised, ReadOnlySpan<char> original, DateOnly today, bool dayFirst, List<Spotted> found)
    {
        if (Chars.AnyHan(normalised)) FindChinese(normalised, today, found);
        FindEnglish(normalised, original, today, dayFirst, found);
    }

    private static void FindChinese(string text, DateOnly today, List<Spotted> found)
    {
        Earlier? before = null;
        for (var at = ChineseDates.NextStart(text, 0); at >= 0;)
        {
            var length = ChineseDates.At(text, at);
            if (length > 0 && ChineseDates.Resolve(text, at, today, before) is { } date) before = Add(found, text, at, length, date, today, before);
            at = ChineseDates.NextStart(text, at + Math.Max(1, length));
        }
    }

    private static void FindEnglish(string text, ReadOnlySpan<char> original, DateOnly today, bool dayFirst, List<Spotted> found)
    {
        var (done, may, before) = (0, 0, (Earlier?)null);
        for (var anchor = EnglishDateAnchors.Next(text, 0, out var end); anchor >= 0; anchor = EnglishDateAnchors.Next(text, Math.Max(done, end), out end))
        {
            if (may == 0) may = EnglishDatePatterns.MayBeIn(text);
            for (var at = Math.Max(done, EnglishDateAnchors.Back(text, anchor, Reach)); at <= anchor; at++)
            {
                if (!StartsWord(text, at) || EnglishDatePatterns.At(text, at, may, out var pattern) is not (> 0 and var length)) continue;
                if (EnglishDates.Resolve(text, original, at, pattern, today, dayFirst, before) is { } date) before = Add(found, text, at, length, date, today, before);
                done = at + length;
                break;
            }
        }
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]));

    private static Earlier Add(List<Spotted> found, string text, int at, int length, DateOnly date, DateOnly today, Earlier? before)
    {
        var words = text.AsSpan(at, length);
        var (month, year) = (IsMonth(words), NamesYear(words));
        if (!year && NamesMonth(words) && YearOf(text, at, date, today, before) is { } named) (date, year) = (new DateOnly(named, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(named, date.Month))), true);
        var again = !year && date < today && NamesMonth(words) ? date.AddYears(1) : default;
        var end = at + words.TrimEnd(" .").Length;
        found.Add(new Spotted(ValueKind.Date, at, end, Date: date, Approximate: Modifiers.IsAbout(text, at, end), Ambiguous: IsAmbiguous(words) && !(date > today && NamesDayOfThisWeek(words)), Span: IsSpan(words), Again: again));
        return new Earlier(date, at + length, month, year && !NamesMonth(words));
    }

    // "Next year, so the end of July", 明年4月，具体4月16日: the year that was named just before.
    private static int? YearOf(string text, int at, DateOnly date, DateOnly today, Earlier? before)
    {
        if (before is { IsMonth: true } month && month.Date.Month == date.Month && month.Date.Year > date.Year) return month.Date.Year;
        if (before is { IsYear: true } year && at - year.End <= ReachOfYear && year.Date.Year > date.Year) return year.Date.Year;
        var near = text.AsSpan(Math.Max(0, at - ReachOfYear), Math.Min(at, ReachOfYear));
        return before is { } other && other.End > at - ReachOfYear || !near.Contains("明年", StringComparison.Ordinal) && !near.Contains("来年", StringComparison.Ordinal) ? null : today.Year + 1;
    }

    public static bool NamesMonth(ReadOnlySpan<char> words) => words.Contains('月') ? !words.ContainsAny("本这当上下次") : words.Contains('/') || MonthName().IsMatch(words);

    private static bool NamesYear(ReadOnlySpan<char> words) => words.Contains('年') || words.Contains("year", StringComparison.Ordinal) || words.Count('/') == 2 || YearNumber().IsMatch(words);

    /// <summary>Whether a date names a month and no day of it: 4月底, "the second half of April".</summary>
    public static bool IsMonth(ReadOnlySpan<char> words) => words.IndexOf('月') is >= 0 and var month
        ? !words[(month + 1)..].ContainsAny("0123456789一二三四五六七八九十廿周星礼")
        : MonthName().IsMatch(words) && !words.ContainsAnyInRange('0', '9') && !words.Contains("week", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])", RegexOptions.CultureInvariant)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearNumber();

    private static bool IsSpan(ReadOnlySpan<char> words) =>
        char.IsAsciiDigit(words[0]) && (words.Contains(" to ", StringComparison.Ordinal) || words.Contains(" until ", StringComparison.Ordinal)
            || words.Contains(" through ", StringComparison.Ordinal) || words.IndexOf('-') is > 0 and <= 3);

    // 这周五, said on Tuesday, lies ahead.
    private static bool NamesDayOfThisWeek(ReadOnlySpan<char> words) => words[0] is '本' or '这' && words.IndexOfAny('周', '期', '拜') is > 0 and var week
        && week + 1 < words.Length && words[week + 1] is '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天' or '末';

    private static bool IsAmbiguous(ReadOnlySpan<char> words) =>
        words[0] is '本' or '这' or '当' or '今' || words.StartsWith("this ") || words[0] is '周' or '星' or '礼' || words[0] is >= 'a' and <= 'z' && words.IndexOf(' ') < 0 && words.Length > 2
        && words[..2] is "mo" or "tu" or "we" or "th" or "fr" or "sa" or "su" && !words.StartsWith("tomorrow");
}

/// <summary>The date in front of another: what it leaves out may be said there.</summary>
/// <param name="End">One past its last character.</param>
/// <param name="IsMonth">It names a month and no day.</param>
/// <param name="IsYear">It names a year and no month.</param>
internal readonly record struct Earlier(DateOnly Date, int End = 0, bool IsMonth = false, bool IsYear = false);
