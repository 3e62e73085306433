using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Reminders.Calendars;

/// <summary>The edge that reads the calendars from disk.</summary>
public static class CalendarFolder
{
    /// <summary>The folder that ships with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "calendars");

    /// <summary>The calendars of a folder, by id. Throws <see cref="CalendarException"/> with every fault.</summary>
    public static ImmutableDictionary<string, WorkingCalendar> Load(string folder)
    {
        var reading = CalendarReader.Read(PlaybookFolder.Texts(folder));
        return reading.Faults.IsEmpty ? reading.Calendars : throw new CalendarException(folder, reading.Faults);
    }
}

/// <summary>Calendars that cannot be used: all that is wrong with them, a line each.</summary>
public sealed class CalendarException(string folder, IReadOnlyList<Fault> faults)
    : Exception($"The calendars in '{folder}' have {faults.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
