using System.Globalization;

namespace KaBot.Understanding.Values;

/// <summary>The part of a month, quarter or year that is meant; the guide says which day stands for it.</summary>
internal enum Part { Whole, Early, Middle, Late }

/// <summary>Calendar arithmetic of the labelling guide: a month is its last day, 月初 its 10th, 月中 its 20th, a week its Friday.</summary>
internal static class Calendar
{
    // Public holidays that deals are timed by: first day, days off.
    private static readonly Dictionary<string, (int Month, int Day, int Off)> Fixed = new(StringComparer.Ordinal)
    {
        ["元旦"] = (1, 1, 1), ["五一"] = (5, 1, 5), ["劳动节"] = (5, 1, 5), ["国庆"] = (10, 1, 7), ["十一"] = (10, 1, 7), ["双十一"] = (11, 11, 1),
        ["双11"] = (11, 11, 1), ["618"] = (6, 18, 1), ["双十二"] = (12, 12, 1), ["圣诞"] = (12, 25, 1), ["清明"] = (4, 5, 1),
        ["christmas"] = (12, 25, 2), ["xmas"] = (12, 25, 2), ["new year"] = (1, 1, 1), ["new year's"] = (1, 1, 1), ["golden week"] = (10, 1, 7),
        ["national day"] = (10, 1, 7), ["may day"] = (5, 1, 5), ["labour day"] = (5, 1, 5), ["labor day"] = (5, 1, 5), ["halloween"] = (10, 31, 1),
        ["christmas eve"] = (12, 24, 1), ["xmas eve"] = (12, 24, 1), ["christmas day"] = (12, 25, 1), ["new year's eve"] = (12, 31, 1), ["new year's day"] = (1, 1, 1),
    };

    private static readonly Dictionary<string, (int Month, int Day, int Off)> Lunar = new(StringComparer.Ordinal)
    {
        ["春节"] = (1, 1, 7), ["过年"] = (1, 1, 7), ["年"] = (1, 1, 7), ["元宵"] = (1, 15, 1), ["端午"] = (5, 5, 3), ["中秋"] = (8, 15, 3),
        ["chinese new year"] = (1, 1, 7), ["spring festival"] = (1, 1, 7), ["lunar new year"] = (1, 1, 7), ["cny"] = (1, 1, 7),
        ["dragon boat festival"] = (5, 5, 3), ["mid-autumn"] = (8, 15, 3),
    };

    public static DateOnly Month(int year, int month, Part part) => part switch
    {
        Part.Early => new DateOnly(year, month, 10),
        Part.Middle => new DateOnly(year, month, 20),
        _ => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
    };

    public static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 1900 and < 2200 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    /// <summary>A day by its number: of the month that was named before it (5月6号开谈，20号收口; "in April, the 10th"), else the next such day.</summary>
    public static DateOnly? DayAlone(int day, DateOnly today, Earlier? before)
    {
        if (before is { } earlier && (earlier.IsMonth || day >= earlier.Date.Day) && Day(earlier.Date.Year, earlier.Date.Month, day) is { } inherited) return inherited;
        if (Day(today.Year, today.Month, day) is { } here && here >= today) return here;
        var next = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        return Day(next.Year, next.Month, day);
    }

    public static DateOnly Quarter(int year, int quarter) => Month(year, quarter * 3, Part.Whole);

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly Weekday(DateOnly day, int weekday, int weeks) => Monday(day).AddDays(7 * weeks + weekday - 1);

    /// <summary>The Friday of a month's first, second … week, a week being the month's that its Friday is; 0 is the last.</summary>
    public static DateOnly FridayOf(int year, int month, int week)
    {
        if (week == 0) return Weekday(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), 5, 0) is var last && last.Month == month ? last : last.AddDays(-7);
        return Weekday(new DateOnly(year, month, 1), 5, 0) is var first && first.Month == month ? first.AddDays(7 * (week - 1)) : first.AddDays(7 * week);
    }

    /// <summary>The Friday of a week of the year, as ISO 8601 counts them; null where the year has no such week.</summary>
    public static DateOnly? FridayOfWeek(int year, int week) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year) ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Friday)) : null;

    /// <summary>The first, second … such weekday of a month, or working day where <paramref name="weekday"/> is null; 0 is the last.</summary>
    public static DateOnly NthOf(int year, int month, int? weekday, int nth)
    {
        var day = nth == 0 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : new DateOnly(year, month, 1);
        for (var left = Math.Max(1, nth); ; day = day.AddDays(nth == 0 ? -1 : 1))
            if ((weekday is { } number ? ((int)day.DayOfWeek + 6) % 7 + 1 == number : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) && --left == 0) return day;
    }

    public static DateOnly WorkingDays(DateOnly day, int days)
    {
        for (var left = Math.Min(days, 1000); left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return day;
    }

    /// <summary>The day before a festival, or the first day after its holiday; the next such from <paramref name="today"/> on.</summary>
    public static DateOnly? Festival(DateOnly today, string name, int? year, int side)
    {
        for (var y = year ?? today.Year; y <= (year ?? today.Year + 1); y++)
        {
            if (First(name, y) is not { } first) return null;
            var date = side < 0 ? first.Day.AddDays(-1) : side > 0 ? first.Day.AddDays(first.Off) : first.Day;
            if (year is not null || date >= today) return date;
        }
        return null;
    }

    private static (DateOnly Day, int Off)? First(string name, int year)
    {
        if (Fixed.TryGetValue(name, out var fix)) return (new DateOnly(year, fix.Month, fix.Day), fix.Off);
        if (!Lunar.TryGetValue(name, out var lunar) || year is < 1950 or > 2099) return null;
        var calendar = new ChineseLunisolarCalendar();
        var leap = calendar.GetLeapMonth(year);
        var month = leap > 0 && lunar.Month >= leap ? lunar.Month + 1 : lunar.Month;
        return (DateOnly.FromDateTime(calendar.ToDateTime(year, month, lunar.Day, 0, 0, 0, 0)), lunar.Off);
    }
}
