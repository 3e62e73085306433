using NodaTime;
using NodaTime.TimeZones;

namespace KaBot.Reminders.Schedules;

/// <summary>Local times in IANA zones, by the time zone data that comes with the program: the same on every machine.</summary>
public static class Zones
{
    /// <summary>A time that the clocks skip is the first moment after the gap; one that comes twice is the first of the two.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static IEnumerable<string> All => DateTimeZoneProviders.Tzdb.Ids;

    public static bool Exists(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>The moment of a local time, with the zone's offset. Throws for an unknown zone: settings are checked before.</summary>
    public static DateTimeOffset At(string zone, DateTime local) =>
        LocalDateTime.FromDateTime(local).InZone(Zone(zone), Resolver).ToDateTimeOffset();

    /// <summary>A moment on the zone's clocks.</summary>
    public static DateTimeOffset Local(string zone, DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(Zone(zone)).ToDateTimeOffset();

    /// <summary>False for a day that a zone left out, moving over the date line.</summary>
    public static bool HasDay(string zone, DateOnly day)
    {
        var start = new LocalDate(day.Year, day.Month, day.Day).AtMidnight();
        var mapping = Zone(zone).MapLocal(start);
        return mapping.Count > 0 || mapping.LateInterval.IsoLocalStart.Date == start.Date;
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    /// <summary>The zone that an abbreviation means among reps; null for one not known. CST is China's here.</summary>
    public static string? Abbreviated(string name) => name.ToUpperInvariant() switch
    {
        "SGT" => "Asia/Singapore",
        "HKT" => "Asia/Hong_Kong",
        "CST" => "Asia/Shanghai",
        "JST" => "Asia/Tokyo",
        "KST" => "Asia/Seoul",
        "IST" => "Asia/Kolkata",
        "GMT" or "BST" or "UK" => "Europe/London",
        "CET" or "CEST" => "Europe/Berlin",
        "EST" or "EDT" or "ET" => "America/New_York",
        "CT" or "CDT" => "America/Chicago",
        "PST" or "PDT" or "PT" => "America/Los_Angeles",
        "AEST" or "AEDT" => "Australia/Sydney",
        "UTC" => "Etc/UTC",
        _ => null,
    };
}
