using System.Collections.Immutable;
using System.Globalization;

namespace KaBot.Reminders.Schedules;

/// <summary>Reminder settings after an edit.</summary>
/// <param name="Fault">Key of the text that says what could not be read; null when all could.</param>
public sealed record SettingsEdit(ReminderChanges Changes, string? Fault)
{
    /// <summary>Vacations kept; older ones are let go.</summary>
    private const int MostSpans = 20;

    /// <summary>Reads the filled-in form. What is not in it stays; an empty pause or empty quiet hours are taken back.</summary>
    public static SettingsEdit Form(ReminderChanges before, Func<string, string?> field, Func<string, bool> hasCalendar)
    {
        if (field("clear") == "pause") return new(before with { PausedUntil = null }, null);
        if (field("clear") == "vacation") return new(before with { Vacation = null }, null);
        string? fault = null;
        var changes = before with
        {
            Time = Time("time", "reminders.fault.time") ?? before.Time,
            Weekdays = Weekdays() ?? before.Weekdays,
            Zone = Known("zone", Zones.Exists, "reminders.fault.zone") ?? before.Zone,
            Calendar = Known("calendar", hasCalendar, "reminders.fault.calendar") ?? before.Calendar,
            PausedUntil = field("pause") is null ? before.PausedUntil : Day("pause"),
            Vacation = Vacation(),
            Quiet = Quiet(),
            SayNothingDue = field("nothing") is { } nothing ? nothing == "yes" : before.SayNothingDue,
            Practice = field("practice") is { } practice ? practice == "yes" : before.Practice,
        };
        return fault is null ? new(changes, null) : new(before, fault);

        string? Filled(string name) => field(name)?.Trim() is { Length: > 0 } text ? text : null;

        TimeOnly? Time(string name, string key)
        {
            if (Filled(name) is not { } text) return null;
            if (ParseTime(text) is { } time) return time;
            fault ??= key;
            return null;
        }

        DateOnly? Day(string name)
        {
            if (Filled(name) is not { } text) return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            fault ??= "reminders.fault.day";
            return null;
        }

        string? Known(string name, Func<string, bool> exists, string key)
        {
            if (Filled(name) is not { } text) return null;
            if (exists(text)) return text;
            fault ??= key;
            return null;
        }

        ImmutableSortedSet<DayOfWeek>? Weekdays()
        {
            if (field("days") is not { } text) return null;
            var days = text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.TryParse<DayOfWeek>(name, out var day) ? day : (DayOfWeek?)null).OfType<DayOfWeek>();
            return [.. days];
        }

        ImmutableArray<DateSpan>? Vacation()
        {
            if (Day("offfrom") is not { } from) return before.Vacation;
            var to = Day("offto") ?? from;
            if (to >= from) return Away(before, new DateSpan(from, to)).Vacation;
            fault ??= "reminders.fault.vacation";
            return before.Vacation;
        }

        QuietHours? Quiet()
        {
            if (field("quietfrom") is null && field("quietto") is null) return before.Quiet;
            var (from, to) = (Time("quietfrom", "reminders.fault.quiet"), Time("quietto", "reminders.fault.quiet"));
            if (from is null && to is null) return null;
            if (from is { } begin && to is { } end && begin != end) return new QuietHours(begin, end);
            fault ??= "reminders.fault.quiet";
            return before.Quiet;
        }
    }

    /// <summary>A vacation more.</summary>
    public static ReminderChanges Away(ReminderChanges before, DateSpan span) =>
        before with { Vacation = [.. (before.Vacation ?? []).Append(span).Distinct().OrderBy(known => known.To).TakeLast(MostSpans)] };

    /// <summary>A time of day as people write it, 9:00 or 09：00; null for anything else.</summary>
    public static TimeOnly? ParseTime(string text)
    {
        var plain = text.Trim().Replace('：', ':');
        return TimeOnly.TryParseExact(plain, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
