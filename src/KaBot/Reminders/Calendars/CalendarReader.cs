using System.Collections.Immutable;
using System.Globalization;
using KaBot.Funnel.Playbooks;

namespace KaBot.Reminders.Calendars;

/// <summary>The calendars of a folder by id, and everything that is wrong with their files.</summary>
public sealed record CalendarReading(ImmutableDictionary<string, WorkingCalendar> Calendars, ImmutableArray<Fault> Faults);

/// <summary>Reads calendar files into types. Pure: it is given the texts.</summary>
public static class CalendarReader
{
    /// <param name="texts">File name → text, a calendar each.</param>
    public static CalendarReading Read(IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        var calendars = ImmutableDictionary.CreateBuilder<string, WorkingCalendar>(StringComparer.Ordinal);
        foreach (var (file, text) in texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (YamlEntry.Parse(file, text, faults) is not { } top) continue;
            var calendar = ReadCalendar(top);
            if (!calendars.TryAdd(calendar.Id, calendar))
                top.Fault($"the calendar '{calendar.Id}' is there twice", "give each calendar its own id", "id");
        }
        if (texts.Count == 0) faults.Add(new Fault("*.yaml", 0, "", "there is no calendar", "put the calendar files back into the folder"));
        return new CalendarReading(calendars.ToImmutable(), [.. faults.OrderBy(fault => fault.File).ThenBy(fault => fault.Line)]);
    }

    private static WorkingCalendar ReadCalendar(YamlEntry top)
    {
        var (id, name, always) = (top.ReadId(), top.ReadWords("name"), Always(top));
        var years = ImmutableSortedSet.CreateBuilder<int>();
        var holidays = ImmutableDictionary.CreateBuilder<DateOnly, Words>();
        var worked = ImmutableHashSet.CreateBuilder<DateOnly>();
        foreach (var entry in always ? [] : top.Entries("years"))
        {
            var year = ReadYear(entry, years);
            foreach (var holiday in entry.Entries("holidays")) ReadHoliday(holiday, year, holidays);
            foreach (var text in entry.List("worked")) ReadWorked(entry, text, year, holidays, worked);
            entry.Done();
        }
        if (!always && top.Has("years") && years.Count == 0) top.Fault("no year is known", "list one, or write `always: true`", "years");
        top.Done();
        return new WorkingCalendar(id, name, always ? null : years.ToImmutable(), holidays.ToImmutable(), worked.ToImmutable());
    }

    private static bool Always(YamlEntry top)
    {
        if (!top.Has("always")) return false;
        if (top.Optional("always") != "true") top.Fault("'always' is not true", "leave it out, or write `always: true`", "always");
        if (top.Has("years")) top.Fault("'always' and 'years' are both there", "keep one of them", "years");
        return true;
    }

    private static int ReadYear(YamlEntry entry, ImmutableSortedSet<int>.Builder years)
    {
        var year = entry.Number("year");
        if (!entry.Has("year")) entry.Fault("'year' is missing", "add `year:` with the year");
        else if (year is not null and (< 2000 or > 2199)) entry.Fault($"{year} is no year", "use one from 2000 to 2199", "year");
        else if (year is { } number && !years.Add(number)) entry.Fault($"the year {year} is there twice", "put its days into one entry", "year");
        return year ?? 0;
    }

    private static void ReadHoliday(YamlEntry entry, int year, ImmutableDictionary<DateOnly, Words>.Builder holidays)
    {
        var (name, from) = (entry.ReadWords("name"), ReadDay(entry, "from", entry.Text("from"), year));
        var to = entry.Has("to") ? ReadDay(entry, "to", entry.Text("to"), year) : from;
        if (from > to) entry.Fault("'to' is before 'from'", "swap them", "to");
        for (var day = from; day <= to; day = day.Value.AddDays(1))
            if (!holidays.TryAdd(day.Value, name)) entry.Fault($"{day:yyyy-MM-dd} is in two holidays", "take it out of one", "from");
        entry.Done();
    }

    private static void ReadWorked(
        YamlEntry entry, string text, int year, ImmutableDictionary<DateOnly, Words>.Builder holidays, ImmutableHashSet<DateOnly>.Builder worked)
    {
        if (ReadDay(entry, "worked", text, year) is not { } day) return;
        if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            entry.Fault($"{text} is a {day.DayOfWeek}, worked anyway", "list only Saturdays and Sundays that are worked", "worked");
        if (holidays.ContainsKey(day)) entry.Fault($"{text} is worked and a holiday", "take it out of one", "worked");
        if (!worked.Add(day)) entry.Fault($"{text} is there twice", "keep it once", "worked");
    }

    private static DateOnly? ReadDay(YamlEntry entry, string key, string text, int year)
    {
        if (text.Length == 0) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            entry.Fault($"'{key}' has '{text}', no date", "write YYYY-MM-DD", key);
        else if (year != 0 && day.Year != year)
            entry.Fault($"{text} is not in {year}", "put it under its own year", key);
        else
            return day;
        return null;
    }
}
