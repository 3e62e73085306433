using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KaBot.Understanding.Values;

/// <summary>Chinese dates: 3月底, 下个月12号, 年底前, 二季度, 下下周, 礼拜二, 国庆后, 5个工作日内, 半个月内, 20号.</summary>
internal static partial class ChineseDates
{
    private const string N = @"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二两三四五六七八九])";
    private const string Y = @"(?<y>今年|明年|来年|后年|去年|前年|本年度?|(?:20)?\d\d年)";
    private const string P = "(?<p>初|头|上旬|中下旬|中旬|中|下旬|底|末|尾)";
    private const string W = "(?:第(?<mw>[一二三四1-4])个?|(?<mw>最后)一?个?)(?:周|星期|礼拜)";

    [GeneratedRegex(
        @"\G(?:(?<iso>20\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
        + $@"|(?:{Y}的?\s*)?(?:(?:上半年|下半年|年内|年底|年前|年后)的?\s*)?(?<![\d.])(?:(?<m>{N})|(?<![\d万千百亿])(?<m>元))\s*月份?的?(?:\s*(?:{N}\s*(?:号|日)?\s*[-~—–到至]\s*)?(?<d>{N})\s*(?:号|日)?(?<wk>那?一?周(?![一二三四五六日天末]))?(?!\d|\s*月|\.\d)|{P}|{W}|(?<mb>之?前|以前)(?!后))?"
        + $@"|(?<rm>上个?月|这个?月|本月|当月|下下个?月|下个?月|次月)的?\s*(?:(?<d>{N})\s*(?:号|日)|(?<d>\d{{1,2}}|廿[一二三四五六七八九]?|二?十[一二三四五六七八九])(?![\d万千百w个家点多])|{P}|{W})?"
        + $@"|(?:{Y}的?)?月{P}"
        + @"|(?<rw>上上个?|上个?|这个?|本|下下个?|下个?)?(?:周|星期|礼拜)(?<w>[一二三四五六日天末])(?!期|报|会|次|遍|轮|起|年|个|家|期)"
        + @"|(?<rw>上上个?|上个?|这个?|本|下下个?|下个?)(?:周|星期|礼拜)(?:[内之]|以内|之内)?(?<wp>初|中|末)?"
        + $@"|(?:{Y}的?)?(?:第? ?(?<q>[一二三四1-4]) ?季度?|q(?<q>[1-4])(?![a-z0-9])|(?<q>[1-4])q(?![a-z0-9]))(?:底|末|结束|内|之内)?"
        + @"|(?<rq>上个?|这个?|本|下个?)季度?(?:底|末|内)?"
        + $@"|(?:{Y}的?)?(?<h>上半年|下半年)"
        + $@"|(?<ye>(?:今|明|后|去)年(?:底|末|初|中|内|头)|20\d\d年(?:底|末|初|中|内)|年底|年末|年初|年中|年内|年前|年后)"
        + @"|(?<day>大前天|前天|昨天|昨晚|昨日|昨儿|今天|今日|今晚|今早|今儿|明天|明日|明早|明晚|明儿|大后天|后天)"
        + $@"|(?:{Y}的?)?(?<f>元旦|春节|过年|清明|五一|劳动节|端午|国庆|十一(?=前|后|之|长假)|中秋|双十一|双11|双十二|圣诞|元宵)节?(?:假期|期间|长假)?(?<fs>前|之前|以前|后|之后|以后|过后|过完)?"
        + $@"|(?:再过|过)?(?<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|半) ?(?<nu>个工作日|个?天|个?礼拜|个?星期|周|个半月|个月|年)(?:之内|以内|内|之后|以后|后)"
        + $@"|(?<![\d.月])(?:(?:\d{{1,2}}) ?(?:号|日)? ?[-~—–到至] ?)?(?<d>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?|二十[一二三四五六七八九]?) ?(?:号|日)(?!楼|线|店|厂|院|门|机|仓|库)"
        + @"|(?<![\d./])(?<sm>1[0-2]|0?[1-9])(?:/(?<sd>3[01]|[12]\d|0?[1-9])(?![\d/])|\.(?<sd>3[01]|[12]\d|0?[1-9])(?= ?(?:前|之前|以前|号|日|上线|签|开工|投产|交付))))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    // The pattern is dear, so it is tried only where a date may begin.
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789一二两三四五六七八九十廿半今明来后去前本这当上下次月周星礼第q大昨元春过清劳端国中双圣再年");

    /// <summary>The next place at which a date may begin, or -1.</summary>
    public static int NextStart(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOfAny(Starts) is >= 0 and var at)
        {
            at += from;
            if (char.IsAsciiDigit(text[at]) ? MayGoOn(text, at) : at + 1 < text.Length && MayGoOn(text[at], text[at + 1])) return at;
            from = at + 1;
        }
        return -1;
    }

    // What may stand behind the figures that a date begins with.
    private static readonly SearchValues<char> BehindFigures = SearchValues.Create("月年号日/.-~—–到至个天周工礼星季qQ季半之 ");

    private static bool MayGoOn(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at < text.Length && BehindFigures.Contains(text[at]);
    }

    // Most 这, 上, 一 begin no date, as the next character shows.
    private static bool MayGoOn(char first, char next) => first switch
    {
        '今' or '明' => next is '年' or '天' or '日' or '晚' or '早' or '儿',
        '昨' => next is '天' or '晚' or '日' or '儿',
        '前' or '后' => next is '年' or '天',
        '来' or '去' => next is '年',
        '大' => next is '前' or '后',
        '本' or '这' or '当' or '次' => next is '个' or '年' or '月' or '周' or '星' or '礼' or '季',
        '上' or '下' => next is '上' or '下' or '个' or '月' or '周' or '星' or '礼' or '季' or '半',
        '月' => next is '初' or '头' or '上' or '中' or '下' or '底' or '末' or '尾',
        '年' => next is '底' or '末' or '初' or '中' or '内' or '前' or '后',
        '周' => next is '末' or '日' or '天' || ChineseNumbers.Digit(next) is not null,
        '星' => next is '期',
        '礼' => next is '拜',
        'q' => char.IsAsciiDigit(next),
        '第' => next is ' ' || char.IsAsciiDigit(next) || ChineseNumbers.Digit(next) is not null,
        '元' => next is '旦' or '宵' or '月',
        '春' => next is '节',
        '清' => next is '明',
        '劳' => next is '动',
        '端' => next is '午',
        '国' => next is '庆',
        '中' => next is '秋',
        '圣' => next is '诞',
        '双' => next is '十' or '1',
        '再' => next is '过',
        '过' => next is '年' or '半' or '十' || char.IsAsciiDigit(next) || ChineseNumbers.Digit(next) is not null,
        // A number, in characters.
        _ => next is '月' or '季' or '个' or '天' or '礼' or '星' or '周' or '年' or '号' or '日' or '半' or '十' || char.IsWhiteSpace(next) || ChineseNumbers.Digit(next) is not null,
    };

    /// <summary>How long the date is that begins at a place; 0 where none does.</summary>
    public static int At(ReadOnlySpan<char> text, int at)
    {
        foreach (var match in Pattern().EnumerateMatches(text, at)) return match.Length;
        return 0;
    }

    /// <summary>The date that begins at a place; null where it is none.</summary>
    public static DateOnly? Resolve(string text, int at, DateOnly today, Earlier? before)
    {
        var match = Pattern().Match(text, at);
        string? Get(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var year = Year(Get("y"), today);

        if (Get("iso") is { } iso) return Iso(iso);
        if (Get("mw") is { } ofMonth) return InWeek(Get("m"), Get("rm"), ofMonth[0] == '最' ? 0 : Small(ofMonth), year, today);
        if (Get("m") is { } month && (month == "元" ? 1 : Small(month)) is var number)
        {
            // 十一月前: before it begins.
            if (Get("mb") is not null) return InMonth(number, null, null, year, today) is { } end ? new DateOnly(end.Year, end.Month, 1).AddDays(-1) : null;
            return InMonth(number, Get("d"), Get("p"), year, today) is { } date ? Get("wk") is null ? date : Calendar.Weekday(date, 5, 0) : null;
        }
        if (Get("rm") is { } relative) return RelativeMonth(relative, Get("d"), Get("p"), today);
        if (Get("w") is { } weekday) return OnWeekday(Get("rw"), weekday, today);
        if (Get("rw") is { } week) return Calendar.Weekday(today, 5, Weeks(week));
        if (Get("q") is { } quarter) return Ahead(year, today, y => Calendar.Quarter(y, Small(quarter)));
        if (Get("rq") is { } side) return Calendar.Quarter(today.AddMonths(3 * Weeks(side)).Year, (today.AddMonths(3 * Weeks(side)).Month + 2) / 3);
        if (Get("h") is { } half) return Ahead(year, today, y => Calendar.Month(y, half[0] == '上' ? 6 : 12, Part.Whole));
        if (Get("ye") is { } yearEnd) return PartOfYear(yearEnd, today);
        if (Get("day") is { } day) return today.AddDays(Days(day));
        if (Get("f") is { } festival) return Calendar.Festival(today, festival, year, Side(Get("fs")));
        if (Get("n") is { } n) return Later(n, Get("nu")!, today);
        if (Get("sm") is { } slash) return Ahead(null, today, y => Calendar.Day(y, Small(slash), Small(Get("sd")!)));
        if (Get("p") is { } part) return Calendar.Month(today.Year, today.Month, PartOf(part)!.Value);
        return Get("d") is { } alone ? Calendar.DayAlone(Small(alone), today, before) : null;
    }

    private static DateOnly? Iso(string iso)
    {
        var parts = iso.Split('-', '/', '.');
        return Calendar.Day(Small(parts[0]), Small(parts[1]), Small(parts[2]));
    }

    private static DateOnly? InMonth(int month, string? day, string? part, int? year, DateOnly today)
    {
        if (month is < 1 or > 12) return null;
        return Ahead(year, today, y => day is null ? Calendar.Month(y, month, PartOf(part) ?? Part.Whole) : Calendar.Day(y, month, Small(day)));
    }

    // 6月第二周, 下个月最后一周.
    private static DateOnly? InWeek(string? month, string? relative, int week, int? year, DateOnly today)
    {
        var there = new DateOnly(today.Year, today.Month, 1).AddMonths(relative is null ? 0 : Months(relative));
        if (month is null) return Calendar.FridayOf(there.Year, there.Month, week);
        return Small(month) is >= 1 and <= 12 and var number ? Ahead(year, today, y => Calendar.FridayOf(y, number, week)) : null;
    }

    // A date in the past year-half without a year of its own means the next one; a short while back is just back ("8月21日双方签署").
    internal static DateOnly? Ahead(int? year, DateOnly today, Func<int, DateOnly?> date)
    {
        if (year is { } given) return date(given);
        if (date(today.Year) is not { } here) return null;
        if (here < today.AddDays(-92)) return date(today.Year + 1);
        return here;
    }

    internal static DateOnly? Ahead(int? year, DateOnly today, Func<int, DateOnly> date) => Ahead(year, today, y => (DateOnly?)date(y));

    private static DateOnly? RelativeMonth(string words, string? day, string? part, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(Months(words));
        return day is null ? Calendar.Month(month.Year, month.Month, PartOf(part) ?? Part.Whole) : Calendar.Day(month.Year, month.Month, Small(day));
    }

    private static int Months(string words) => words.StartsWith("下下", StringComparison.Ordinal) ? 2 : words[0] is '下' or '次' ? 1 : words[0] == '上' ? -1 : 0;

    private static DateOnly OnWeekday(string? relative, string weekday, DateOnly today)
    {
        var number = weekday[0] switch { '一' => 1, '二' => 2, '三' => 3, '四' => 4, '五' => 5, '六' => 6, '末' => 6, _ => 7 };
        if (relative is not null) return Calendar.Weekday(today, number, Weeks(relative));
        var here = Calendar.Weekday(today, number, 0);
        // Who means today says so.
        return here <= today ? here.AddDays(7) : here;
    }

    private static int Weeks(string words) =>
        words.StartsWith("下下", StringComparison.Ordinal) ? 2 : words[0] == '下' ? 1
        : words.StartsWith("上上", StringComparison.Ordinal) ? -2 : words[0] == '上' ? -1 : 0;

    private static DateOnly? PartOfYear(string words, DateOnly today)
    {
        var year = words[0] switch { '明' => today.Year + 1, '后' => today.Year + 2, '去' => today.Year - 1, '2' => Small(words[..4]), _ => today.Year };
        if (words == "年前") return Calendar.Festival(today, "年", null, -1);
        if (words == "年后") return Calendar.Festival(today, "年", null, 1);
        var ends = words[^1] switch { '初' or '头' => new DateOnly(year, 1, 31), '中' => new DateOnly(year, 6, 30), _ => new DateOnly(year, 12, 31) };
        return ends < today && words[0] == '年' ? ends.AddYears(1) : ends;
    }

    private static int Days(string words) => words switch
    {
        "大前天" => -3, "前天" => -2, "大后天" => 3, "后天" => 2, _ => words[0] switch { '昨' => -1, '今' => 0, _ => 1 },
    };

    private static DateOnly? Later(string number, string unit, DateOnly today)
    {
        var half = number == "半";
        var n = half ? 0 : Small(number);
        if (!half && n is < 1 or > 400) return null;
        return unit.TrimStart('个') switch
        {
            "工作日" => Calendar.WorkingDays(today, n),
            "天" => today.AddDays(n),
            "礼拜" or "星期" or "周" => today.AddDays(7 * n),
            "半月" => today.AddMonths(n).AddDays(15),
            "月" => half ? today.AddDays(15) : today.AddMonths(n),
            "年" => half ? today.AddMonths(6) : today.AddYears(n),
            _ => null,
        };
    }

    private static int Side(string? words) => words is null ? 0 : words.Contains('前') ? -1 : 1;

    private static Part? PartOf(string? words) => words switch
    {
        null => null, "初" or "头" or "上旬" => Part.Early, "中" or "中旬" => Part.Middle, _ => Part.Late,
    };

    private static int? Year(string? words, DateOnly today) => words switch
    {
        null => null,
        "今年" or "本年" or "本年度" => today.Year,
        "明年" or "来年" => today.Year + 1,
        "后年" => today.Year + 2,
        "去年" => today.Year - 1,
        "前年" => today.Year - 2,
        _ => int.Parse(words[..^1], CultureInfo.InvariantCulture) is var year && year < 100 ? 2000 + year : year,
    };

    /// <summary>A small number in digits or Chinese; -1 where it is neither.</summary>
    internal static int Small(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        words = words.Replace("廿", "二十", StringComparison.Ordinal);
        return ChineseNumbers.TryRead(words, 0, out var chinese) && chinese.End == words.Length ? (int)chinese.Low : -1;
    }
}
