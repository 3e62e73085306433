using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace KaBot.Reminders.Calendars;

/// <summary>The calendars in use. Read once, at start.</summary>
public sealed class CalendarSet(IReadOnlyDictionary<string, WorkingCalendar> calendars, string version)
{
    private static readonly WorkingCalendar MondayToFriday =
        new("", new Funnel.Playbooks.Words(ImmutableDictionary<string, string>.Empty), null, ImmutableDictionary<DateOnly, Funnel.Playbooks.Words>.Empty, []);

    /// <summary>A short hash of the files: plans made by others are made anew.</summary>
    public string Version { get; } = version;

    public IEnumerable<WorkingCalendar> All => calendars.Values.OrderBy(calendar => calendar.Id, StringComparer.Ordinal);

    /// <summary>The calendar of an id; Monday to Friday for one that has been taken away.</summary>
    public WorkingCalendar this[string id] => calendars.GetValueOrDefault(id) ?? MondayToFriday;

    public bool Has(string id) => calendars.ContainsKey(id);

    /// <summary>Throws <see cref="CalendarException"/> with every fault.</summary>
    public static CalendarSet Load(string folder)
    {
        var texts = PlaybookFolder.Texts(folder).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.ReplaceLineEndings("\n"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts)));
        return new CalendarSet(CalendarFolder.Load(folder), Convert.ToHexStringLower(hash)[..8]);
    }
}
