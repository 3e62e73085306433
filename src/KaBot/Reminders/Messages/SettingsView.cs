using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;

namespace KaBot.Reminders.Messages;

/// <summary>When reminders come.</summary>
/// <param name="Scope">"own", or "team" for the defaults of those who report to the reader.</param>
/// <param name="Calendars">The calendars to choose from.</param>
/// <param name="Next">The next reminder; null when none is ahead, or for a team.</param>
/// <param name="Now">In the reader's offset.</param>
/// <param name="HasTeam">Whether somebody reports to the reader.</param>
/// <param name="Remark">What is wrong with what was filled in, or what was changed; or null.</param>
public sealed record SettingsView(
    ReminderSettings Settings, string Scope, IReadOnlyList<WorkingCalendar> Calendars, DateTimeOffset? Next, DateTimeOffset Now, bool HasTeam, string? Remark)
{
    public const string Own = "own";
    public const string Team = "team";
}
