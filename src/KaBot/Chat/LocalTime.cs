using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// When a message was written, in its writer's own offset: as the channel says, else in the zone it names, else in the zone of the
/// setting <c>Chat:TimeZone</c> (an IANA id; Asia/Shanghai when not set).
/// </summary>
public sealed class LocalTime(IConfiguration settings, TimeProvider clock)
{
    private const string Setting = "Chat:TimeZone";
    private const string Default = "Asia/Shanghai";
    private readonly TimeZoneInfo _zone = Zone(settings[Setting]) ?? TimeZoneInfo.FindSystemTimeZoneById(Default);

    public DateTimeOffset Of(Activity activity) => activity.LocalTimestamp
        ?? TimeZoneInfo.ConvertTime(activity.Timestamp ?? clock.GetUtcNow(), Zone(activity.LocalTimezone) ?? _zone);

    /// <summary>What is wrong with the setting; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } id && Zone(id) is null)
            yield return $"{Setting} is '{id}', which is no time zone; write an IANA id such as Asia/Shanghai.";
    }

    private static TimeZoneInfo? Zone(string? id) => !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
