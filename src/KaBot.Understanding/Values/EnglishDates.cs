using System.Globalization;
using System.Text.RegularExpressions;

namespace KaBot.Understanding.Values;

/// <summary>Which day an English date is.</summary>
internal static partial class EnglishDates
{
    /// <summary>The date that begins at a place; null where it is none.</summary>
    /// <param name="pattern">As <see cref="EnglishDatePatterns.At"/> found it.</param>
    /// <param name="dayFirst">Whether 3/4 is the third of April, as the writer writes it.</param>
    public static DateOnly? Resolve(string text, ReadOnlySpan<char> original, int at, int pattern, DateOnly today, bool dayFirst, Earlier? before)
    {
        var match = EnglishDatePatterns.Match(text, at, pattern);
        string? Get(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var year = Year(Get("y") ?? Get("ny")?.Trim(), today);

        if (Get("iso") is { } iso) return Iso(iso);
        if (Get("gd") is { } dotted) return Calendar.Day(Year(Get("gy"), today)!.Value, Number(Get("gm")!), Number(dotted));
        if (Get("wm") is { } weekMonth) return InMonth(MonthOf(weekMonth), Get("wd"), Part.Whole, null, null, today) is { } ofWeek ? Calendar.Weekday(ofWeek, 5, 0) : null;
        if (Get("wo") is { } dayOfWeek) return DayAlone(Number(dayOfWeek), null, today, before) is { } inWeek ? Calendar.Weekday(inWeek, 5, 0) : null;
        if (Get("nd") is { } nthDay) return NthDay(Get("nw")!, nthDay, Get("nm"), Get("nr"), year, today);
        if (Get("nm") is { } weekOf) return ChineseDates.Ahead(year, today, y => Calendar.FridayOf(y, MonthOf(weekOf), Nth(Get("nw")!)));
        if (Get("m") is { } month)
            return IsModal(match.Groups["m"], original, match) ? null : InMonth(MonthOf(month), Get("d") ?? Ordinal(Get("ow")), PartOf(Get("p")), year, Get("rn")?.Trim(), today);
        if (Get("eo") is { } end) return Relative(end[^1] switch { 'm' => "month", 'q' => "quarter", 'w' => "week", _ => "year" }, 0, Part.Late, today);
        if (Get("oy") is { } ofYear) return InYear(Number(ofYear), PartOf(Get("p")));
        if (Get("u") is { } unit) return unit is "year" && year is { } given ? InYear(given, PartOf(Get("p"))) : Relative(unit, Shift(Get("rel"), Get("an")), PartOf(Get("p")), today);
        if (Get("q") is { } quarter) return ChineseDates.Ahead(year, today, y => Calendar.Quarter(y, quarter[0] switch { '1' or 'f' when quarter is not "fourth" => 1, '2' or 's' => 2, '3' or 't' => 3, _ => 4 }));
        if (Get("h") is { } half) return ChineseDates.Ahead(year, today, y => Calendar.Month(y, half is "1" or "first" ? 6 : 12, Part.Whole));
        if (Get("cw") is { } week) return ChineseDates.Ahead(year, today, y => Calendar.FridayOfWeek(y, Number(week)));
        if (Get("w") is { } weekday) return OnWeekday(weekday, Get("rw"), Get("wk"), match.Value, today);
        if (Get("day") is { } day) return today.AddDays((Get("n") is { } weeks ? 7 * Count(weeks) : 0) + day switch { "today" or "tonight" => 0, "yesterday" => -1, "tomorrow" or "tmrw" or "tmr" => 1, _ => 2 });
        if (Get("n") is { } n) return Later(Count(n), Get("nu")!, Get("ft") is null ? today : today.AddDays(1));
        if (Get("f") is { } festival) return Calendar.Festival(today, festival, null, Get("fs") is "after" ? 1 : -1);
        if (Get("hd") is { } holiday) return Calendar.Festival(today, holiday, null, 0);
        if (Get("s1") is { } first) return Slash(Number(first), Number(Get("s2")!), Get("sy"), dayFirst || IsDayFirst(text), today);
        return (Get("d") ?? Ordinal(Get("sd"))) is { } alone ? DayAlone(Number(alone), Get("dm"), today, before) : null;
    }

    // "they may sign": the month is capital, the verb is not.
    private static bool IsModal(Group month, ReadOnlySpan<char> original, Match match) =>
        month.Value is "may" or "march" && month.Length == match.Length && original[month.Index] == 'm';

    private static DateOnly? Iso(string iso)
    {
        var parts = iso.Split('-', '/', '.');
        return Calendar.Day(Number(parts[0]), Number(parts[1]), Number(parts[2]));
    }

    private static DateOnly? InMonth(int month, string? day, Part part, int? year, string? relative, DateOnly today)
    {
        DateOnly? At(int y) => day is null ? Calendar.Month(y, month, part) : Calendar.Day(y, month, Number(day));
        if (relative == "next" && year is null && month <= today.Month) return At(today.Year + 1);
        return ChineseDates.Ahead(year, today, At);
    }

    private static int Shift(string? which, string? after) => after is not null ? 2 : which switch { "next" or "following" => 1, "last" => -1, _ => 0 };

    private static DateOnly Relative(string unit, int shift, Part part, DateOnly today)
    {
        switch (unit)
        {
            case "week":
                return Calendar.Weekday(today, part switch { Part.Early => 1, Part.Middle => 3, _ => 5 }, shift);
            case "month":
                var month = new DateOnly(today.Year, today.Month, 1).AddMonths(shift);
                return Calendar.Month(month.Year, month.Month, part);
            case "quarter":
                var inQuarter = today.AddMonths(3 * shift);
                return Calendar.Quarter(inQuarter.Year, (inQuarter.Month + 2) / 3);
            default:
                return InYear(today.Year + shift, part);
        }
    }

    private static DateOnly InYear(int year, Part part) => part switch
    {
        Part.Early => new DateOnly(year, 1, 31),
        Part.Middle => new DateOnly(year, 6, 30),
        _ => new DateOnly(year, 12, 31),
    };

    private static int Nth(string words) => words switch { "first" or "1st" => 1, "second" or "2nd" => 2, "third" or "3rd" => 3, "fourth" or "4th" => 4, _ => 0 };

    // "The last Friday of September", "the first working day of next month".
    private static DateOnly? NthDay(string nth, string day, string? month, string? relative, int? year, DateOnly today)
    {
        DateOnly? In(int y, int m) => Calendar.NthOf(y, m, day.StartsWith("work", StringComparison.Ordinal) || day.StartsWith("bus", StringComparison.Ordinal) ? null : WeekdayOf(day), Nth(nth));
        if (month is not null) return ChineseDates.Ahead(year, today, y => In(y, MonthOf(month)));
        var there = new DateOnly(today.Year, today.Month, 1).AddMonths(Shift(relative, null));
        return In(there.Year, there.Month);
    }

    private static int WeekdayOf(string word) => word[..2] switch { "mo" => 1, "tu" => 2, "we" => 3, "th" => 4, "fr" => 5, "sa" => 6, _ => 7 };

    private static DateOnly OnWeekday(string weekday, string? relative, string? weeks, string words, DateOnly today)
    {
        var number = WeekdayOf(weekday);
        if (relative is "last") return Calendar.Weekday(today, number, 0) is var last && last < today ? last : last.AddDays(-7);
        if (relative is "next" or "next week") return Calendar.Weekday(today, number, 1);
        if (relative is "this week") return Calendar.Weekday(today, number, 0);
        if (relative is "week after next" or "the week after next") return Calendar.Weekday(today, number, 2);
        // Who means today says so.
        var here = Calendar.Weekday(today, number, 0);
        if (here <= today) here = here.AddDays(7);
        if (relative is "week" or "after next") return here.AddDays(7);
        if (relative is "fortnight") return here.AddDays(14);
        return weeks is null ? here : here.AddDays(weeks is "two" or "2" || words.Contains("fortnight", StringComparison.Ordinal) ? 14 : 7);
    }

    private static DateOnly? Later(int n, string unit, DateOnly today) => unit switch
    {
        _ when n is < 1 or > 400 => null,
        _ when unit.StartsWith("work", StringComparison.Ordinal) || unit.StartsWith("bus", StringComparison.Ordinal) => Calendar.WorkingDays(today, n),
        _ when unit.StartsWith('d') => today.AddDays(n),
        _ when unit.StartsWith('w') => today.AddDays(7 * n),
        _ when unit.StartsWith('f') => today.AddDays(14 * n),
        _ when unit.StartsWith('m') => today.AddMonths(n),
        _ => today.AddYears(n),
    };

    // 24/8 shows that 11/9 beside it begins with the day.
    private static bool IsDayFirst(ReadOnlySpan<char> text)
    {
        foreach (var match in DayFirst().EnumerateMatches(text)) return true;
        return false;
    }

    [GeneratedRegex(@"(?<![\d./])(?:3[01]|2\d|1[3-9])/(?:1[0-2]|0?[1-9])(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    private static DateOnly? Slash(int first, int second, string? year, bool dayFirst, DateOnly today)
    {
        var (month, day) = first > 12 || dayFirst && second <= 12 ? (second, first) : (first, second);
        if (year is null) return ChineseDates.Ahead(null, today, y => Calendar.Day(y, month, day));
        var (of, given) = (Number(year) is var y && y < 100 ? 2000 + y : y, default(DateOnly?));
        given = Calendar.Day(of, month, day);
        // What lies behind the other way round may lie ahead.
        return given >= today ? given : Calendar.Day(of, day, month) is { } turned && turned >= today ? turned : given;
    }

    private static DateOnly? DayAlone(int day, string? month, DateOnly today, Earlier? before) =>
        month is "next month" ? Calendar.Day(today.AddMonths(1).Year, today.AddMonths(1).Month, day) : Calendar.DayAlone(day, today, before);

    private static Part PartOf(string? words) => words switch
    {
        null => Part.Whole,
        "early" or "beginning of" or "start of" or "first days of" => Part.Early,
        "mid" or "middle of" or "halfway through" or "first half of" => Part.Middle,
        _ => Part.Late,
    };

    private static int MonthOf(string word) => word[..3] switch
    {
        "jan" => 1, "feb" => 2, "mar" or "mär" => 3, "apr" => 4, "may" or "mai" => 5, "jun" => 6, "jul" => 7, "aug" => 8, "sep" => 9, "oct" or "okt" => 10, "nov" => 11, _ => 12,
    };

    private static int? Year(string? words, DateOnly today) => words switch
    {
        null => null, "year" => null, "this year" => today.Year, "next year" => today.Year + 1, _ => Number(words.TrimStart('\'')) is var year && year < 100 ? 2000 + year : year,
    };

    private static int Count(string words) => words switch
    {
        "a" or "an" or "one" => 1, "two" or "a couple of" or "couple of" => 2, "three" or "a few" => 3, "four" => 4, "five" => 5, "six" => 6,
        "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10, "twelve" => 12, _ => Number(words),
    };

    private static string? Ordinal(string? word) => word is null ? null : SpokenDays.Number(word)?.ToString(CultureInfo.InvariantCulture);

    private static int Number(string words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
