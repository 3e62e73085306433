using System.Buffers;
using System.Text.RegularExpressions;

namespace KaBot.Understanding.Values;

/// <summary>What English dates look like: end of June, mid-May, 3/16, the 30th, next Wed, in two weeks, a week today, Q1 next year, before Christmas.</summary>
internal static partial class EnglishDatePatterns
{
    // German months, too: reps write them in English messages.
    private const string Month = "(?>jan(?:uary|uar)?|feb(?:r?uary|urary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|juni|june?|juli|july?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";
    private const string Weekday = "(?>mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rsday|rs?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    private const string PartWords = $"(?<p>(?>early|beginning of|start of|first days of|first half of|middle of|mid|halfway through|late|end of|end(?! (?:{Month})\\.? \\d)|second half of))";
    private const string Spoken = "(?>(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
    private const string Day = "(?>3[01]|[12]\\d|0?[1-9])";
    // A year in full, or the last two figures of one where nothing is counted.
    private const string Year4 = "(?<y>20\\d\\d|this year|next year)";
    private const string Year2 = "(?<y>20\\d\\d|this year|next year|'?(?:2[5-9]|3\\d)(?=\\s*(?:[,;.!?)]|$)))";
    private const string N = "(?<n>(?>\\d{1,3}|a couple of|couple of|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve))";

    // What an ordinal counts, where it is no day.
    private const string Counted = "(?>visit|round|time|meeting|call|request|floor|cut|quote|offer|version|draft|order|batch|half|week|quarter|trip|session|try|attempt)";

    private const string OnDay = $"(?:{Weekday}\\.?,? (?:the )?)?";

    // In four parts, tried one after the other, and atomic where there is only one way to match: what is larger the compiler does not optimise.
    [GeneratedRegex(
        @"\G(?:"
        + $@"\b(?:the )?(?:week|w/c|wk) (?:of|commencing|beginning|starting)? ?(?:the )?(?:(?<wd>{Day})(?:st|nd|rd|th)? (?:of )?(?<wm>{Month})|(?<wm>{Month}) (?<wd>{Day}))(?:st|nd|rd|th)?\b"
        + $@"|\b(?:the )?(?<nw>first|second|third|fourth|last|1st|2nd|3rd|4th) (?:full )?week (?:of|in) (?<nm>{Month})\b\.?(?:,? {Year4}\b)?"
        + $@"|\b(?:the )?(?<nw>first|second|third|fourth|last|1st|2nd|3rd|4th) (?<nd>{Weekday}|working day|business day) (?:of|in) (?<nm>{Month})\b\.?(?:,? {Year4}\b)?"
        + $@"|\b(?:the )?(?:week|wk) (?:of|commencing|beginning|starting) (?:the )?(?<wo>{Day})(?:st|nd|rd|th)\b|\bw/c (?:the )?(?<wo>{Day})(?:st|nd|rd|th)\b"
        + @")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WeekOfMonth();

    [GeneratedRegex(
        @"\G(?:"
        + $@"\b{OnDay}(?:the )?(?:(?:{Day})(?:st|nd|rd|th|\.)? ?(?:to|until|till|through|or|-|–) ?)?(?<d>{Day})(?:st|nd|rd|th|\.(?= ))?[ -](?:of )?(?<m>{Month})\b\.?(?:,? {Year2})?"
        + $@"|\b{OnDay}(?:the )?(?<ow>{Spoken}) (?:of )?(?<m>{Month})\b\.?(?:,? {Year4}\b)?"
        + $@"|\b{OnDay}(?:(?:the )?{PartWords}[ -](?:of )?)?(?<rn>next |this |coming )?(?<m>{Month})\b\.?"
        + $@"(?: (?:the )?(?:(?<d>{Day})(?:st|nd|rd|th)?\b(?! ?(?:k|m|million|%|people|units)\b)(?!:\d|[.,]\d|\))(?:,? {Year2})?|(?<ow>{Spoken})\b(?! (?:{Counted}|half|part|thing)\b)))?(?:,? (?:of )?{Year4}\b)?"
        + @")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WithMonth();

    [GeneratedRegex(
        @"\G(?:"
        + $@"\b(?:the )?{PartWords}[ -](?:of )?(?<rel>the|this|next|last|following) (?<u>week|month|quarter|year)(?<an> after next)?\b"
        + @"|\b(?:the )?(?<u>week|month|quarter|year)(?<an> after next)\b"
        + $@"|\b(?:the )?(?<nw>first|second|third|fourth|last|1st|2nd|3rd|4th) (?<nd>{Weekday}|working day|business day) (?:of|in) (?<nr>the|this|next) month\b"
        + $@"|\b(?<rel>this|next|coming|following) (?<u>week|month|quarter|year)\b"
        + $@"|\b(?<u>week|month|quarter|year)[ -](?<p>end)\b(?: {Year4}\b)?|\b(?<eo>eom|eoq|eoy|eow)\b|\bend of (?<u>year|month|quarter|week)\b"
        + $@"|\b(?:(?:the )?{PartWords}[ -](?:of )?)?(?:q(?<q>[1-4])|(?:the )?(?<q>first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b(?:,? (?:of )?{Year2})?(?<ny> next year)?"
        + $@"|\b(?:h(?<h>[12])|(?:the )?(?<h>first|second) half)(?: (?:of )?(?:the )?(?<y>20\d\d|this year|next year|year|'?2[5-9](?=\s*(?:[,;.!?)]|$))))?\b"
        + $@"|\b(?:the )?{PartWords}[ -](?:of )?(?<oy>20\d\d)\b"
        + $@"|\b(?<wk>an?|one|two|1|2) (?:weeks?|fortnight) (?:on |from |this )?(?<w>{Weekday})\b"
        + $@"|\b(?<rw>this|next|coming|last|this coming) (?<w>{Weekday})\b|\b(?<w>{Weekday}) (?:of )?(?<rw>next week|this week|the week after next|week after next|week|fortnight|after next)\b"
        + @"|\b(?:kw|cw|calendar week|week) ?(?<cw>5[0-3]|[1-4]\d|0?[1-9])\b(?! ?(?:of|in|x|/|%))(?: (?:of )?(?<y>20\d\d|this year|next year))?"
        + @")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByUnit();

    [GeneratedRegex(
        @"\G(?:"
        + @"\b(?:(?<n>a|an|one|two|three|four) weeks? )?(?<day>the day after tomorrow|day after tomorrow|tomorrow|tmrw|tmr|today|tonight|yesterday)\b"
        + $@"|\b(?:in|within|inside|after) (?:the next |exactly )?{N} (?<nu>working days?|business days?|days?|weeks?|months?|years?|fortnights?)(?:'s time|' time)?\b"
        + $@"|\b{N} (?<nu>working days?|business days?|days?|weeks?|months?|fortnights?) (?:from (?:today|now|(?<ft>tomorrow))|today|out|hence)\b"
        + @"|\b(?:by |on |before )?(?<hd>halloween|new year's day|christmas eve|xmas eve|christmas day|new year's eve)\b"
        + @"|\b(?<fs>before|by|after|ahead of|until)(?: the)? (?<f>christmas|xmas|new year's|new year|golden week|national day|chinese new year|spring festival|lunar new year|cny(?= break| holiday)|may day|mid-autumn|dragon boat festival)\b"
        + $@"|\b{OnDay}the (?<d>{Day})(?:st|nd|rd|th)\b(?! (?:{Counted}|place|supplier|bidder)\b)(?: of (?<dm>this month|next month|the month))?"
        + $@"|\b(?:{Weekday})\.?,? (?<d>{Day})(?:st|nd|rd|th)\b(?! (?:{Counted})\b)"
        + $@"|\b(?:{Weekday})\.?,? the (?<sd>{Spoken})\b(?! (?:{Counted})\b)"
        + $@"|\b(?<d>{Day})(?:st|nd|rd|th) (?:of )?(?<dm>this month|next month)\b"
        + $@"|\b(?<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues?|weds?|thu|thurs?|fri|mon|sat|sun)\b"
        + @"|(?<iso>\b20\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
        + $@"|(?<![\d.,])\b(?<gd>{Day})\.(?<gm>1[0-2]|0?[1-9])\.(?<gy>20\d\d|2[5-9]|3\d)(?![\d.])"
        + $@"|(?<![\d./])(?:(?:{Day})/(?:{Day}) ?(?:to|until|till|-|–) ?)?(?<s1>{Day})/(?<s2>{Day})(?:/(?<sy>20\d\d|\d\d))?(?![\d/]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByDay();

    private static readonly string[] Months = ["jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    // What may stand in front of a month or another unit.
    private static readonly string[] Leading = ["the", "early", "beginning", "start", "first", "mid", "halfway", "late", "end", "second", "third", "fourth", "last", "this", "next", "coming"];

    // Each pattern, with words of which what it matches holds one, and words of which it begins with one where it begins with no figure.
    private static readonly (Regex Pattern, SearchValues<string> Words, Openings Openings)[] Patterns =
    [
        (WeekOfMonth(), SearchValues.Create([.. Weekdays, "day", "week", "wk", "w/c"], StringComparison.Ordinal),
            new(["the", "first", "second", "third", "fourth", "last", "week", "w/c", "wk"])),
        (WithMonth(), SearchValues.Create(Months, StringComparison.Ordinal), new([.. Months, .. Weekdays, .. Leading, .. SpokenDays.All.Select(day => day.Words)])),
        (ByUnit(), SearchValues.Create([.. Weekdays, "week", "month", "quarter", "year", "half", "eom", "eoq", "eoy", "eow", "q1", "q2", "q3", "q4", "h1", "h2", "kw", "cw", "20"], StringComparison.Ordinal),
            new([.. Weekdays, .. Leading, "following", "week", "month", "quarter", "year", "eom", "q1", "q2", "q3", "q4", "h1", "h2", "a ", "an", "one", "two", "kw", "cw", "calendar"])),
        (ByDay(), SearchValues.Create([.. Weekdays, "day", "tonight", "tomorrow", "tmr", "week", "month", "year", "fortnight", "christmas", "xmas", "halloween", "cny", "festival", "autumn"], StringComparison.Ordinal),
            new([.. Weekdays, "the", "a ", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "couple", "day", "tomorrow", "tmr", "today", "tonight", "yesterday",
                "in", "within", "after", "by", "on", "before", "ahead", "until", "halloween", "new", "christmas", "xmas"])),
    ];

    // Dates in figures are among those by day.
    private const int InFigures = 3;

    /// <summary>Which patterns may match somewhere in a text, a bit each: the patterns are dear, and few messages hold words of all.</summary>
    public static int MayBeIn(ReadOnlySpan<char> text)
    {
        var bits = text.ContainsAnyInRange('0', '9') ? 1 << InFigures : 0;
        for (var pattern = 0; pattern < Patterns.Length; pattern++)
            if (text.ContainsAny(Patterns[pattern].Words)) bits |= 1 << pattern;
        return bits;
    }

    /// <summary>How long the date is that begins at a place, and by which pattern; 0 where none does.</summary>
    /// <param name="may">As <see cref="MayBeIn"/> has it.</param>
    public static int At(ReadOnlySpan<char> text, int at, int may, out int pattern)
    {
        if (!char.IsAsciiDigit(text[at]))
            for (var each = 0; each < Patterns.Length; each++)
                if (!Patterns[each].Openings.May(text, at)) may &= ~(1 << each);
        return Matched(text, at, may, out pattern);
    }

    /// <summary>The same whatever it begins with.</summary>
    public static int Matched(ReadOnlySpan<char> text, int at, int may, out int pattern)
    {
        for (pattern = 0; pattern < Patterns.Length; pattern++)
            if ((may >> pattern & 1) != 0)
                foreach (var match in Patterns[pattern].Pattern.EnumerateMatches(text, at)) return match.Length;
        pattern = 0;
        return 0;
    }

    /// <summary>The parts of the date that begins at a place.</summary>
    /// <param name="pattern">As <see cref="At"/> found it.</param>
    public static Match Match(string text, int at, int pattern) => Patterns[pattern].Pattern.Match(text, at);
}
