using System.Globalization;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders;

/// <summary>The section <c>Reminders</c> of the settings: whether and how KaBot writes first, and the defaults of all teams.</summary>
public sealed record ReminderOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Local time of day, HH:mm.</summary>
    public string Time { get; init; } = "09:00";

    /// <summary>Time zone where neither the rep nor the client tells one (IANA); <c>Chat:TimeZone</c> when not set.</summary>
    public string? Zone { get; init; }

    public string Calendar { get; init; } = "cn";

    /// <summary>The folder with the calendars.</summary>
    public string Calendars { get; init; } = CalendarFolder.Shipped;

    /// <summary>How long after its time a reminder is still sent; later it is skipped and recorded.</summary>
    public TimeSpan LateWindow { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Day and local time of the managers' digest.</summary>
    public DayOfWeek DigestDay { get; init; } = DayOfWeek.Monday;

    /// <summary>Requests a second per app and tenant.</summary>
    public int PerSecond { get; init; } = 50;

    /// <summary>Messages a second, and an hour, per conversation.</summary>
    public int PerConversationSecond { get; init; } = 7;
    public int PerConversationHour { get; init; } = 1800;

    /// <summary>What a unit of each currency is roughly worth, by ISO code: deals are put in order by it, and nothing else.</summary>
    public Dictionary<string, decimal> Worth { get; init; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CNY"] = 1, ["USD"] = 7, ["EUR"] = 8, ["GBP"] = 9, ["HKD"] = 0.9m, ["SGD"] = 5, ["TWD"] = 0.2m, ["JPY"] = 0.05m, ["KRW"] = 0.005m,
    };

    /// <summary>How long a send may take before its outcome is unknown.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a node may hold a row it has claimed; longer than a send may take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    public ReminderSettings Defaults => new(
        TimeOnly.ParseExact(Time, "HH:mm", CultureInfo.InvariantCulture), ReminderSettings.MondayToFriday, Zone!, Calendar, Vacation: []);

    public static ReminderOptions Read(IConfiguration settings)
    {
        var options = settings.GetSection("Reminders").Get<ReminderOptions>() ?? new();
        return options with { Zone = options.Zone ?? (settings["Chat:TimeZone"] is { Length: > 0 } zone ? zone : "Asia/Shanghai") };
    }

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        ReminderOptions? options = null;
        string? broken = null;
        try
        {
            options = Read(settings);
        }
        catch (InvalidOperationException fault)
        {
            broken = $"Reminders: {fault.Message}";
        }
        return options?.Faults() ?? [broken!];
    }

    private IEnumerable<string> Faults()
    {
        if (!TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return $"Reminders:Time is '{Time}', which is no time of day; write it as 09:00.";
        if (!Zones.Exists(Zone!)) yield return $"Reminders:Zone is '{Zone}', which is no time zone; write an IANA id such as Asia/Shanghai.";
        var calendars = CalendarReader.Read(PlaybookFolder.Texts(Calendars));
        foreach (var fault in calendars.Faults) yield return $"Reminders:Calendars {fault}";
        if (!calendars.Calendars.ContainsKey(Calendar))
            yield return $"Reminders:Calendar is '{Calendar}'; there are {string.Join(", ", calendars.Calendars.Keys.Order(StringComparer.Ordinal))}.";
        foreach (var (name, value) in new[] { (nameof(PerSecond), PerSecond), (nameof(PerConversationSecond), PerConversationSecond), (nameof(PerConversationHour), PerConversationHour) })
            if (value < 1) yield return $"Reminders:{name} is {value}; it should be 1 or more.";
        if (SendTimeout <= TimeSpan.Zero || Lease <= SendTimeout)
            yield return $"Reminders:Lease is {Lease} and Reminders:SendTimeout {SendTimeout}; a lease should be longer than a send may take.";
        if (LateWindow < TimeSpan.Zero) yield return $"Reminders:LateWindow is {LateWindow}; it should not be negative.";
    }
}
