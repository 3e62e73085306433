using KaBot.Reminders.Delivery;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// When a message was written, in its writer's own offset: in the zone it names, else as the channel says, else in the zone of the writer's
/// reminders, so that chat and reminders tell the same time; for one not known yet in that of the setting <c>Chat:TimeZone</c> (an IANA id;
/// Asia/Shanghai when not set).
/// </summary>
public sealed class LocalTime(IConfiguration settings, TimeProvider clock, ReminderStore reminders)
{
    private const string Setting = "Chat:TimeZone";
    private const string Default = "Asia/Shanghai";
    private readonly TimeZoneInfo _zone = Zone(settings[Setting]) ?? TimeZoneInfo.FindSystemTimeZoneById(Default);

    /// <param name="personId">Who wrote it; null for one who writes for the first time.</param>
    public async Task<DateTimeOffset> OfAsync(Activity activity, string? personId)
    {
        if (Zone(activity.LocalTimezone) is { } named) return TimeZoneInfo.ConvertTime(activity.LocalTimestamp ?? activity.Timestamp ?? clock.GetUtcNow(), named);
        if (activity.LocalTimestamp is { } told) return told;
        var own = personId is null ? null : (await reminders.RecipientAsync(personId))?.Settings.Zone;
        return TimeZoneInfo.ConvertTime(activity.Timestamp ?? clock.GetUtcNow(), Zone(own) ?? _zone);
    }

    /// <summary>What is wrong with the setting; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } id && Zone(id) is null)
            yield return $"{Setting} is '{id}', which is no time zone; write an IANA id such as Asia/Shanghai.";
    }

    private static TimeZoneInfo? Zone(string? id) => !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
