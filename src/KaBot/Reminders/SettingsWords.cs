using KaBot.Funnel.Facts;
using KaBot.Reminders.Schedules;
using KaBot.Turns;

namespace KaBot.Reminders;

/// <summary>Reminder settings changed in words: "提醒 8:30", "提醒 暂停到下周一", "reminders vacation 1 April to 3 April", "提醒 恢复".</summary>
internal sealed class SettingsWords(Turn turn)
{
    /// <summary>Days of a pause that names no end.</summary>
    private const int UsualPause = 7;

    public SettingsEdit Read(ReminderChanges before, string words)
    {
        if (words.Length == 0) return new(before, null);
        if (SettingsEdit.ParseTime(words) is { } time) return new(before with { Time = time }, null);
        if (After("words.reminders.resume", words) is not null) return new(before with { PausedUntil = null }, null);
        if (After("words.reminders.pause", words) is { } until) return Pause(before, until);
        if (After("words.reminders.vacation", words) is { } days) return Vacation(before, days);
        if (After("words.reminders.zone", words) is { } zone)
            return Zones.Exists(zone) ? new(before with { Zone = zone }, null) : new(before, "reminders.fault.zone");
        return new(before, "reminders.fault.words");
    }

    private SettingsEdit Pause(ReminderChanges before, string until)
    {
        var named = Trimmed(until);
        if (named.Length == 0) return new(before with { PausedUntil = turn.Today.AddDays(UsualPause) }, null);
        return Day(named) is { } day ? new(before with { PausedUntil = day }, null) : new(before, "reminders.fault.day");
    }

    private SettingsEdit Vacation(ReminderChanges before, string days)
    {
        var parts = days.Split(Words("words.reminders.until"), 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Day).ToList();
        return parts switch
        {
            [{ } from] => new(SettingsEdit.Away(before, new DateSpan(from, from)), null),
            [{ } from, { } to] when to >= from => new(SettingsEdit.Away(before, new DateSpan(from, to)), null),
            [{ }, { }] => new(before, "reminders.fault.vacation"),
            _ => new(before, "reminders.fault.day"),
        };
    }

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
