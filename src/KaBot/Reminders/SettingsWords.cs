using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Reminders.Schedules;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.Reminders;

/// <summary>Reminder settings changed in words: "提醒 8:30", "提醒 暂停到下周一", "reminders vacation 1 April to 3 April", "提醒 恢复".</summary>
internal sealed class SettingsWords(Turn turn)
{
    /// <summary>Days of a pause that names no end.</summary>
    private const int UsualPause = 7;

    public SettingsEdit Read(ReminderChanges before, string words)
    {
        if (words.Length == 0) return new(before, null);
        if ((SettingsEdit.ParseTime(words) ?? SpokenTime.Of(words)) is { } time) return new(before with { Time = time }, null);
        if ((ReminderRequest.Read(words) ?? ReminderRequest.OfReminders(words)) is { } asked) return Do(before, asked);
        if (After("words.reminders.resume", words) is not null) return new(before with { PausedUntil = null }, null);
        if (After("words.reminders.pause", words) is { } until) return Pause(before, until);
        if (After("words.reminders.vacation", words) is { } days) return Vacation(before, days);
        if (After("words.reminders.zone", words) is { } zone)
            return Zones.Exists(zone) ? new(before with { Zone = zone }, null) : new(before, "reminders.fault.zone");
        return new(before, "reminders.fault.words");
    }

    private SettingsEdit Do(ReminderChanges before, ReminderRequest asked)
    {
        if (asked.Resume) return new(before with { PausedUntil = null }, null);
        if (asked.Pause is { } until) return Pause(before, until);
        if (asked.Time is { } time)
            return asked.Zone is not { } zone ? new(before with { Time = time }, null)
                : Zones.Abbreviated(zone) is { } known ? new(before with { Time = time, Zone = known }, null) : new(before, "reminders.fault.zone");
        return Span(asked.Away!, asked.Days) is { } span ? new(SettingsEdit.Away(before, span), null) : new(before, "reminders.fault.day");
    }

    /// <summary>"下周" with three days is its first three; a week or month alone is all of it; else the day or days named.</summary>
    private DateSpan? Span(string words, int? days)
    {
        var span = words.Length == 0 ? new DateSpan(turn.Today, turn.Today) : Whole(words) ?? Vacation(ReminderChanges.None, words).Changes.Vacation?.LastOrDefault();
        return span is not null && days is > 0 and var n ? span with { To = span.From.AddDays(n - 1) } : span;
    }

    /// <summary>A week or a month as a whole, from today on; null for other words.</summary>
    private DateSpan? Whole(string words)
    {
        if (Words("words.reminders.until").Any(until => until.Length > 0 && words.Contains(until, StringComparison.OrdinalIgnoreCase)) || Day(words) is not { } day) return null;
        var (week, month) = (Is(words, "words.reminders.week"), Is(words, "words.reminders.month"));
        if (!week && !month) return null;
        var from = week ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new DateOnly(day.Year, day.Month, 1);
        return new DateSpan(from < turn.Today ? turn.Today : from, week ? from.AddDays(6) : from.AddMonths(1).AddDays(-1));
    }

    private bool Is(string words, string key) => Words(key).Any(word => words.Equals(word.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));

    private SettingsEdit Pause(ReminderChanges before, string until)
    {
        var named = Trimmed(until);
        if (named.Length == 0) return new(before with { PausedUntil = turn.Today.AddDays(UsualPause) }, null);
        return Day(named) is { } day ? new(before with { PausedUntil = day }, null) : new(before, "reminders.fault.day");
    }

    private SettingsEdit Vacation(ReminderChanges before, string days)
    {
        var said = days.Split(Words("words.reminders.until"), 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parts = said.Select(Day).ToList();
        if (parts is [{ } first, var last]) parts[1] = Ahead(said[1], first, last);
        return parts switch
        {
            [{ } from] => new(SettingsEdit.Away(before, new DateSpan(from, from)), null),
            [{ } from, { } to] when to >= from => new(SettingsEdit.Away(before, new DateSpan(from, to)), null),
            [{ }, { }] => new(before, "reminders.fault.vacation"),
            _ => new(before, "reminders.fault.day"),
        };
    }

    /// <summary>The last day behind the first: 24日到28日 is of one month, 24 December to 2 January over the year's end. Else as it was read.</summary>
    private static DateOnly? Ahead(string words, DateOnly first, DateOnly? read)
    {
        var digits = words.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 1 or 2 && words.Length <= digits + 1)
        {
            var month = new DateOnly(first.Year, first.Month, 1).AddMonths(int.Parse(words.AsSpan(0, digits), CultureInfo.InvariantCulture) is var day && day < first.Day ? 1 : 0);
            return day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) ? month.AddDays(day - 1) : null;
        }
        return read is { } last && first.DayNumber - last.DayNumber > HalfYear ? last.AddYears(1) : read;
    }

    private const int HalfYear = 183;

    /// <summary>What follows one of a text's words; null when none of them begins the words.</summary>
    private string? After(string key, string words) =>
        Words(key).Where(word => words.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(word => words[word.Length..].Trim()).FirstOrDefault();

    /// <summary>"到下周一" without its 到.</summary>
    private string Trimmed(string until) => After("words.reminders.until", until) ?? until;

    private string[] Words(string key) => turn.Languages.All.SelectMany(texts => texts[key].Split(' ')).Distinct().OrderByDescending(word => word.Length).ToArray();

    /// <summary>A date in words, as the check-in reads them.</summary>
    private DateOnly? Day(string words) => turn.Playbook.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Date) is { } any
        && turn.AnswerTo(any.Id, words).Reading?.Value is FactValue.Date date ? date.Value : null;
}
