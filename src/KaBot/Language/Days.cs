using KaBot.Funnel.Playbooks;

namespace KaBot.Language;

/// <summary>Calendar days as people speak of them.</summary>
public static class Days
{
    /// <summary>A day without its year: "3月2日", "2 Mar".</summary>
    public static string Short(Texts texts, DateOnly day) => day.ToString(texts["format.day"], texts.Culture);

    /// <summary>A day as one says it to somebody: "6月30日", "明年6月底", "30 June next year".</summary>
    public static string Spoken(Texts texts, DateOnly day, DateOnly today)
    {
        var said = day.ToString(texts[day == MonthEnd(day) ? "format.spoken.end" : "format.spoken"], texts.Culture);
        return (day.Year - today.Year) switch
        {
            0 => said,
            1 => texts.Say("days.nextyear", ("day", said)),
            _ => texts.Say("days.ofyear", ("day", said), ("year", day.Year.ToString(texts.Culture))),
        };
    }

    /// <summary>A month: "2026年3月", "Mar 2026".</summary>
    public static string Month(Texts texts, DateOnly day) => day.ToString(texts["format.month"], texts.Culture);

    /// <summary>How long ago, in days: "today", "yesterday", "5 days ago".</summary>
    public static string Ago(Texts texts, DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => texts["days.today"],
        1 => texts["days.yesterday"],
        var n => texts.Say("days.ago", ("n", n)),
    };

    /// <summary>Days ahead that deals are often dated by: this or next Friday, the end of this month and of the next; or ends of quarters.</summary>
    public static IEnumerable<(string Title, DateOnly Day)> QuickPicks(Texts texts, DateOnly today, Picks picks = Picks.Days) =>
        picks == Picks.Quarters ? Quarters(texts, today) : Near(texts, today);

    /// <summary>Days behind: today, yesterday and the Friday before.</summary>
    public static IEnumerable<(string Title, DateOnly Day)> PastPicks(Texts texts, DateOnly today)
    {
        yield return (Capital(texts, "days.today"), today);
        yield return (Capital(texts, "days.yesterday"), today.AddDays(-1));
        var friday = today.AddDays(-((today.DayOfWeek - DayOfWeek.Friday + 7) % 7));
        while (friday >= today.AddDays(-1)) friday = friday.AddDays(-7);
        yield return (texts["days.lastfriday"], friday);
    }

    private static string Capital(Texts texts, string key) => texts.Culture.TextInfo.ToTitleCase(texts[key]);

    /// <summary>The ends of quarters, the first of them no nearer than a month.</summary>
    private static IEnumerable<(string Title, DateOnly Day)> Quarters(Texts texts, DateOnly today)
    {
        var first = today.AddMonths(1);
        return Enumerable.Range(0, 4).Select(number => MonthEnd(new DateOnly(first.Year, (first.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * number + 2)))
            .Select(end => (texts.Say("days.quarterend", ("month", Month(texts, end))), end));
    }

    private static IEnumerable<(string Title, DateOnly Day)> Near(Texts texts, DateOnly today)
    {
        var toFriday = (DayOfWeek.Friday - today.DayOfWeek + 7) % 7;
        var friday = today.AddDays(toFriday == 0 ? 7 : toFriday);
        // The week begins on Monday: on Saturday and Sunday the coming Friday is next week's.
        var thisWeek = today.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday);
        yield return Pick(thisWeek ? "days.friday" : "days.nextfriday", friday);
        if (MonthEnd(today) is var end && end != friday && end != today) yield return Pick("days.monthend", end);
        yield return Pick("days.nextmonthend", MonthEnd(new DateOnly(today.Year, today.Month, 1).AddMonths(1)));

        (string, DateOnly) Pick(string key, DateOnly day) => (texts[key], day);
    }

    private static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
