using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KaBot.Reminders.Schedules;

/// <summary>What a rep, or a team, changed of the defaults; null for what stays. Kept as JSON.</summary>
public sealed record ReminderChanges
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static readonly ReminderChanges None = new();

    public TimeOnly? Time { get; init; }
    public ImmutableSortedSet<DayOfWeek>? Weekdays { get; init; }
    public string? Zone { get; init; }
    public string? Calendar { get; init; }
    public DateOnly? PausedUntil { get; init; }
    public ImmutableArray<DateSpan>? Vacation { get; init; }
    public QuietHours? Quiet { get; init; }
    public bool? SayNothingDue { get; init; }
    public bool? Practice { get; init; }

    public ReminderSettings Over(ReminderSettings defaults) => new(Time ?? defaults.Time, Weekdays ?? defaults.Weekdays, Zone ?? defaults.Zone,
        Calendar ?? defaults.Calendar, PausedUntil ?? defaults.PausedUntil, Vacation ?? defaults.Vacation, Quiet ?? defaults.Quiet,
        SayNothingDue ?? defaults.SayNothingDue, Practice ?? defaults.Practice);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ReminderChanges Parse(string? json) => string.IsNullOrEmpty(json) ? None : JsonSerializer.Deserialize<ReminderChanges>(json, Json) ?? None;
}
