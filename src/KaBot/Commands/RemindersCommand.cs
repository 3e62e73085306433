using System.CommandLine;
using System.Globalization;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Schedules;
using KaBot.Web;

namespace KaBot.Commands;

/// <summary>
/// <c>reminders due</c>: the moments at which reminders are due, an ISO 8601 line each; <c>reminders log</c>: what happened to each
/// message, a line each. Exit code 1 for bad arguments.
/// </summary>
public static class RemindersCommand
{
    private static readonly Option<string> From = new("--from") { Description = "First day, YYYY-MM-DD", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "Last day, YYYY-MM-DD, included", Required = true };
    private static readonly Option<string> Time = new("--time") { Description = "Local time of day, HH:mm", DefaultValueFactory = _ => "09:00" };
    private static readonly Option<string> Zone = new("--zone") { Description = "IANA time zone", DefaultValueFactory = _ => "Asia/Shanghai" };
    private static readonly Option<string> Calendar = new("--calendar") { Description = "Working calendar, e.g. cn", DefaultValueFactory = _ => "cn" };

    private static readonly Option<string> First = new("--from") { Description = "First day, YYYY-MM-DD; today when left out", DefaultValueFactory = _ => Today() };
    private static readonly Option<string> Last = new("--to") { Description = "Last day, YYYY-MM-DD, included; today when left out", DefaultValueFactory = _ => Today() };
    private static readonly Option<string> State = new("--state") { Description = "Only messages of one state, e.g. unknown" };

    public static Command Create()
    {
        var due = new Command("due", "Print when reminders are due") { From, To, Time, Zone, Calendar };
        due.SetAction(result => Due(result, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        var log = new Command("log", "Print what happened to each message: day, due, kind, state, changed, attempts, person, detail") { First, Last, State };
        log.SetAction((result, _) => LogAsync(result, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return new Command("reminders", "The daily reminders") { due, log };
    }

    private static int Due(ParseResult result, TextWriter output, TextWriter error)
    {
        var faults = new List<string>();
        var (from, to) = (Day(result, From, faults), Day(result, To, faults));
        if (from > to) faults.Add($"--to {to:yyyy-MM-dd} is before --from {from:yyyy-MM-dd}");
        var settings = new ReminderSettings(ReadTime(result, faults), ReminderSettings.MondayToFriday, ReadZone(result, faults), result.GetValue(Calendar)!);
        var calendar = Find(settings.Calendar, faults);
        if (faults.Count > 0 || calendar is null)
        {
            faults.ForEach(error.WriteLine);
            return 1;
        }
        foreach (var year in Enumerable.Range(from.Year, to.Year - from.Year + 1))
            if (calendar.Gap(year) is { } gap) error.WriteLine(gap);
        foreach (var due in Schedule.Due(settings, calendar, from, to))
            output.WriteLine(due.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<int> LogAsync(ParseResult result, TextWriter output, TextWriter error)
    {
        var faults = new List<string>();
        var (from, to) = (Day(result, First, faults), Day(result, Last, faults));
        faults.ForEach(error.WriteLine);
        if (faults.Count > 0) return 1;
        await using var app = Server.Build(["--Logging:Console:LogLevel:Default=Error"]);
        await WriteLogAsync(app.Services.GetRequiredService<ReminderStore>(), from, to, result.GetValue(State), output);
        return 0;
    }

    /// <summary>Fields are set apart by tabs.</summary>
    public static async Task WriteLogAsync(ReminderStore store, DateOnly from, DateOnly to, string? state, TextWriter output)
    {
        foreach (var (reminder, who, changedAt) in await store.LogAsync(from, to, state))
            await output.WriteLineAsync(string.Join('\t', reminder.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Moment(reminder.DueAt), reminder.Kind,
                reminder.State, Moment(changedAt), reminder.Attempts, who, reminder.Detail));
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WorkingCalendar? Find(string id, List<string> faults)
    {
        try
        {
            var calendars = CalendarFolder.Load(CalendarFolder.Shipped);
            if (calendars.TryGetValue(id, out var calendar)) return calendar;
            faults.Add($"--calendar '{id}' is unknown; there are: {string.Join(", ", calendars.Keys.Order(StringComparer.Ordinal))}");
        }
        catch (CalendarException broken)
        {
            faults.Add(broken.Message);
        }
        return null;
    }

    private static DateOnly Day(ParseResult result, Option<string> option, List<string> faults)
    {
        var text = result.GetValue(option);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            faults.Add($"{option.Name} '{text}' is no date; write it as 2026-03-31");
        // Before, zones had offsets of odd seconds; far ahead, nobody knows their rules.
        else if (day.Year is < 2000 or > 2199)
            faults.Add($"{option.Name} {text} is out of range; days from 2000 to 2199 can be told");
        return day;
    }

    private static TimeOnly ReadTime(ParseResult result, List<string> faults)
    {
        var text = result.GetValue(Time);
        if (!TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            faults.Add($"--time '{text}' is no time of day; write it as 09:00, from 00:00 to 23:59");
        return time;
    }

    private static string ReadZone(ParseResult result, List<string> faults)
    {
        var zone = result.GetValue(Zone)!;
        if (!Zones.Exists(zone)) faults.Add($"--zone '{zone}' is unknown; use an IANA name such as Asia/Shanghai or Europe/Berlin");
        return zone;
    }
}
