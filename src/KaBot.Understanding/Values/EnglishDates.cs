using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KaBot.Understanding.Values;

/// <summary>English dates: end of June, mid-May, 3/16, the 30th, next Wed, in two weeks, a week today, Q1 next year, before Christmas.</summary>
internal static partial class EnglishDates
{
    private const string Month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string Weekday = "mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
    private const string PartWords = $"(?<p>early|beginning of|start of|first half of|mid|middle of|halfway through|late|end of|end(?! (?:{Month})\\.? \\d)|second half of)";
    private const string N = "(?<n>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of|couple of|a few)";

    private const string OnDay = $"(?:(?:{Weekday})\\.?,? (?:the )?)?";

    // In three parts, tried one after the other: as one the pattern would be too large for the compiler to optimise.
    [GeneratedRegex(
        @"\G(?:"
        + $@"\b(?:the )?(?:week|w/c|wk) (?:of|commencing|beginning|starting)? ?(?:the )?(?:(?<wd>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? (?:of )?(?<wm>{Month})|(?<wm>{Month}) (?<wd>3[01]|[12]\d|0?[1-9]))(?:st|nd|rd|th)?\b"
        + $@"|\b(?:the )?(?<nw>first|second|third|fourth|last|1st|2nd|3rd|4th) (?:full )?week (?:of|in) (?<nm>{Month})\b\.?(?:,? (?<y>20\d\d|this year|next year)\b)?"
        + @"|\b(?:the )?(?:week|wk) (?:of|commencing|beginning|starting) (?:the )?(?<wo>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b"
        + @"|(?<iso>\b20\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
        + $@"|\b{OnDay}(?:the )?(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)? ?(?:to|until|till|through|-|–) ?)?(?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[ -](?:of )?(?<m>{Month})\b\.?(?:,? (?<y>20\d\d|this year|next year)\b)?"
        + $@"|\b(?:the )?(?<ow>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth|thirtieth) of (?<m>{Month})\b"
        + $@"|\b{OnDay}(?:(?:the )?{PartWords}[ -](?:of )?)?(?<rn>next |this |coming )?(?<m>{Month})\b\.?(?: (?:the )?(?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?! ?(?:k|m|million|%|people|units)\b)(?!:\d|[.,]\d|\)))?(?:,? (?:of )?(?<y>20\d\d|this year|next year)\b)?"
        + @")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WithMonth();

    [GeneratedRegex(
        @"\G(?:"
        + $@"\b(?:the )?{PartWords}[ -](?:of )?(?<rel>the|this|next|last|following) (?<u>week|month|quarter|year)\b"
        + $@"|\b(?<rel>this|next|coming|following) (?<u>week|month|quarter|year)\b"
        + $@"|\b(?<u>week|month|quarter|year)[ -]?(?<p>end)\b|\b(?<eo>eom|eoq|eoy|eow)\b|\bend of (?<u>year|month|quarter|week)\b"
        + $@"|\b(?:(?:the )?{PartWords}[ -](?:of )?)?(?:q(?<q>[1-4])|(?:the )?(?<q>first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b(?:,? (?:of )?(?<y>20\d\d|this year|next year)\b)?(?<ny> next year)?"
        + $@"|\b(?:h(?<h>[12])|(?:the )?(?<h>first|second) half)(?: (?:of )?(?:the )?(?<y>20\d\d|this year|next year|year)\b)?"
        + $@"|\b(?<wk>an?|one|two|1|2) (?:weeks?|fortnight) (?:on |from |this )?(?<w>{Weekday})\b"
        + $@"|\b(?<rw>this|next|coming|last|this coming) (?<w>{Weekday})\b|\b(?<w>{Weekday}) (?:of )?(?<rw>next week|this week|week|fortnight)\b"
        + @")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByUnit();

    [GeneratedRegex(
        @"\G(?:"
        + @"\b(?<day>the day after tomorrow|day after tomorrow|tomorrow|tmrw|tmr|today|tonight|yesterday)\b"
        + $@"|\b(?:in|within|inside|after) (?:the next |exactly )?{N} (?<nu>working days?|business days?|days?|weeks?|months?|years?|fortnights?)(?:'s time|' time)?\b"
        + $@"|\b{N} (?<nu>working days?|business days?|days?|weeks?|months?|fortnights?) (?:from (?:today|now|(?<ft>tomorrow))|today|out|hence)\b"
        + @"|\b(?<fs>before|by|after|ahead of|until)(?: the)? (?<f>christmas|xmas|new year's|new year|golden week|national day|chinese new year|spring festival|lunar new year|cny(?= break| holiday)|may day|mid-autumn|dragon boat festival)\b"
        + $@"|\b{OnDay}the (?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b(?! (?:visit|round|time|meeting|call|request|floor|cut|quote|offer|version|draft|place|supplier|bidder))(?: of (?<dm>this month|next month|the month))?"
        + @"|\b(?<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th) (?:of )?(?<dm>this month|next month)\b"
        + $@"|\b(?<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|weds?|thurs?|fri|mon|sat|sun)\b"
        + @"|(?<![\d./])(?<sm>3[01]|[12]\d|0?[1-9])/(?<sd>3[01]|[12]\d|0?[1-9])(?:/(?<sy>20\d\d|\d\d))?(?![\d/]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByDay();

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // Of the words that begin a date; figures do, too.
    private static readonly Openings Words = new(
    [
        .. Months, .. Weekdays, "the", "week", "w/c", "wk",
        "early", "beginning", "start", "first", "mid", "halfway", "late", "end", "second", "third", "fourth", "next", "this", "coming", "following", "last", "month", "quarter", "year", "eom",
        "q1", "q2", "q3", "q4", "h1", "h2", "a ", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "couple", "day", "tomorrow", "tmrw",
        "today", "tonight", "yesterday", "in", "within", "inside", "after", "before", "by", "ahead", "until",
    ]);

    // Each pattern, with words of which what it matches holds one.
    private static readonly (Regex Pattern, SearchValues<string> Words)[] Patterns =
    [
        (WithMonth(), SearchValues.Create([.. Months, "week", "wk", "w/c", "20"], StringComparison.Ordinal)),
        (ByUnit(), SearchValues.Create([.. Weekdays, "week", "month", "quarter", "year", "half", "eom", "eoq", "eoy", "eow", "q1", "q2", "q3", "q4", "h1", "h2"], StringComparison.Ordinal)),
        (ByDay(), SearchValues.Create([.. Weekdays, "day", "tonight", "tomorrow", "tmr", "week", "month", "year", "fortnight", "christmas", "xmas", "cny", "festival", "autumn"], StringComparison.Ordinal)),
    ];

    private const int Days = 2;

    /// <summary>Which patterns may match somewhere in a text, a bit each: the patterns are dear, and few messages hold words of all.</summary>
    public static int MayBeIn(ReadOnlySpan<char> text)
    {
        var bits = text.ContainsAnyInRange('0', '9') ? 1 << Days : 0;
        for (var pattern = 0; pattern < Patterns.Length; pattern++)
            if (text.ContainsAny(Patterns[pattern].Words)) bits |= 1 << pattern;
        return bits;
    }

    /// <summary>How long the date is that begins at a place, and by which pattern; 0 where none does.</summary>
    /// <param name="may">As <see cref="MayBeIn"/> has it.</param>
    public static int At(ReadOnlySpan<char> text, int at, int may, out int pattern)
    {
        pattern = 0;
        if (!char.IsAsciiDigit(text[at]) && !Words.May(text, at)) return 0;
        for (; pattern < Patterns.Length; pattern++)
            if ((may >> pattern & 1) != 0)
                foreach (var match in Patterns[pattern].Pattern.EnumerateMatches(text, at)) return match.Length;
        return 0;
    }

    /// <summary>A word or a figure that every English date holds one of.</summary>
    [GeneratedRegex(
        $@"\b(?:(?:{Month}|{Weekday}|tues|weds?|thurs?|today|tonight|tomorrow|tmrw|tmr|yesterday|days?|weeks?|months?|quarter|years?|fortnights?|half|eom|eoq|eoy|eow|q[1-4]|h[12]|christmas|xmas|golden|national|spring|cny|mid-autumn|dragon)\b)|\d(?:st|nd|rd|th)\b|\d/\d|20\d\d[-/.]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Anchor();

    /// <summary>The date that begins at a place; null where it is none.</summary>
    /// <param name="pattern">As <see cref="At"/> found it.</param>
    public static DateOnly? Resolve(string text, ReadOnlySpan<char> original, int at, int pattern, DateOnly today, DateOnly? before)
    {
        var match = Patterns[pattern].Pattern.Match(text, at);
        string? Get(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var year = Year(Get("y") ?? Get("ny")?.Trim(), today);

        if (Get("iso") is { } iso) return Iso(iso);
        if (Get("wm") is { } weekMonth) return InMonth(MonthOf(weekMonth), Get("wd"), Part.Whole, null, null, today) is { } ofWeek ? Calendar.Weekday(ofWeek, 5, 0) : null;
        if (Get("wo") is { } dayOfWeek) return DayAlone(Number(dayOfWeek), null, today, before) is { } inWeek ? Calendar.Weekday(inWeek, 5, 0) : null;
        if (Get("nm") is { } weekOf) return ChineseDates.Ahead(year, today, y => Calendar.FridayOf(y, MonthOf(weekOf), Get("nw") switch { "first" or "1st" => 1, "second" or "2nd" => 2, "third" or "3rd" => 3, "fourth" or "4th" => 4, _ => 0 }));
        if (Get("m") is { } month)
            return IsModal(match.Groups["m"], original, match) ? null : InMonth(MonthOf(month), Get("d") ?? Ordinal(Get("ow")), PartOf(Get("p")), year, Get("rn")?.Trim(), today);
        if (Get("eo") is { } end) return Relative(end[^1] switch { 'm' => "month", 'q' => "quarter", 'w' => "week", _ => "year" }, "the", Part.Late, today);
        if (Get("u") is { } unit) return Relative(unit, Get("rel") ?? "the", PartOf(Get("p")), today);
        if (Get("q") is { } quarter) return ChineseDates.Ahead(year, today, y => Calendar.Quarter(y, quarter[0] switch { '1' or 'f' when quarter is not "fourth" => 1, '2' or 's' => 2, '3' or 't' => 3, _ => 4 }));
        if (Get("h") is { } half) return ChineseDates.Ahead(year, today, y => Calendar.Month(y, half is "1" or "first" ? 6 : 12, Part.Whole));
        if (Get("w") is { } weekday) return OnWeekday(weekday, Get("rw"), Get("wk"), match.Value, today);
        if (Get("day") is { } day) return today.AddDays(day switch { "today" or "tonight" => 0, "yesterday" => -1, "tomorrow" or "tmrw" or "tmr" => 1, _ => 2 });
        if (Get("n") is { } n) return Later(Count(n), Get("nu")!, Get("ft") is null ? today : today.AddDays(1));
        if (Get("f") is { } festival) return Calendar.Festival(today, festival, null, Get("fs") is "after" ? 1 : -1);
        if (Get("sm") is { } first) return Slash(Number(first), Number(Get("sd")!), Get("sy"), today);
        return Get("d") is { } alone ? DayAlone(Number(alone), Get("dm"), today, before) : null;
    }

    // "they may sign": the month is capital, the verb is not.
    private static bool IsModal(Group month, ReadOnlySpan<char> original, Match match) =>
        month.Value switch
        {
            "may" => original[month.Index] == 'm' && match.Length == 3,
            "mar" or "march" or "sat" or "sun" or "dec" or "jan" => original[month.Index] == 'm' && match.Length == 5 && month.Value == "march",
            _ => false,
        };

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

    private static DateOnly Relative(string unit, string which, Part part, DateOnly today)
    {
        var shift = which switch { "next" or "following" => 1, "last" => -1, _ => 0 };
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
                return part switch
                {
                    Part.Early => new DateOnly(today.Year + shift, 1, 31),
                    Part.Middle => new DateOnly(today.Year + shift, 6, 30),
                    _ => new DateOnly(today.Year + shift, 12, 31),
                };
        }
    }

    private static DateOnly OnWeekday(string weekday, string? relative, string? weeks, string words, DateOnly today)
    {
        var number = weekday[..2] switch { "mo" => 1, "tu" => 2, "we" => 3, "th" => 4, "fr" => 5, "sa" => 6, _ => 7 };
        if (relative is "last") return Calendar.Weekday(today, number, 0) is var last && last < today ? last : last.AddDays(-7);
        if (relative is "next" or "next week") return Calendar.Weekday(today, number, 1);
        if (relative is "this week") return Calendar.Weekday(today, number, 0);
        var here = Calendar.Weekday(today, number, 0);
        if (here < today) here = here.AddDays(7);
        if (relative is "week") return here.AddDays(7);
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

    private static DateOnly? Slash(int first, int second, string? year, DateOnly today)
    {
        var (month, day) = first > 12 ? (second, first) : (first, second);
        if (year is not null) return Calendar.Day(Number(year) is var y && y < 100 ? 2000 + y : y, month, day);
        return ChineseDates.Ahead(null, today, y => Calendar.Day(y, month, day));
    }

    private static DateOnly? DayAlone(int day, string? month, DateOnly today, DateOnly? before)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        if (month is "next month") return Calendar.Day(first.AddMonths(1).Year, first.AddMonths(1).Month, day);
        if (before is { } earlier && day >= earlier.Day && Calendar.Day(earlier.Year, earlier.Month, day) is { } inherited) return inherited;
        if (Calendar.Day(today.Year, today.Month, day) is { } here && here >= today) return here;
        return Calendar.Day(first.AddMonths(1).Year, first.AddMonths(1).Month, day);
    }

    private static Part PartOf(string? words) => words switch
    {
        null => Part.Whole,
        "early" or "beginning of" or "start of" => Part.Early,
        "mid" or "middle of" or "halfway through" or "first half of" => Part.Middle,
        _ => Part.Late,
    };

    private static int MonthOf(string word) => word[..3] switch
    {
        "jan" => 1, "feb" => 2, "mar" => 3, "apr" => 4, "may" => 5, "jun" => 6, "jul" => 7, "aug" => 8, "sep" => 9, "oct" => 10, "nov" => 11, _ => 12,
    };

    private static int? Year(string? words, DateOnly today) => words switch
    {
        null => null, "year" => null, "this year" => today.Year, "next year" => today.Year + 1, _ => Number(words),
    };

    private static int Count(string words) => words switch
    {
        "a" or "an" or "one" => 1, "two" or "a couple of" or "couple of" => 2, "three" or "a few" => 3, "four" => 4, "five" => 5, "six" => 6,
        "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10, "twelve" => 12, _ => Number(words),
    };

    private static string? Ordinal(string? word) => word switch
    {
        "first" => "1", "second" => "2", "third" => "3", "fourth" => "4", "fifth" => "5", "sixth" => "6", "seventh" => "7", "eighth" => "8", "ninth" => "9",
        "tenth" => "10", "fifteenth" => "15", "twentieth" => "20", "thirtieth" => "30", _ => null,
    };

    private static int Number(string words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
