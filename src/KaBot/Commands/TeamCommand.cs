using System.CommandLine;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Web;

namespace KaBot.Commands;

/// <summary>
/// <c>team list</c> and <c>team set --manager NAME --rep NAME …</c>: who reports to whom. People are named by name, id or channel user id,
/// and have talked to KaBot before. Exit code 1 when somebody is not found, or found twice; nothing is changed then.
/// </summary>
public static class TeamCommand
{
    private static readonly Option<string> Manager = new("--manager") { Description = "The manager; leave it out to take the reps out of any team" };
    private static readonly Option<string[]> Reps = new("--rep") { Description = "Somebody who reports to the manager; may be repeated", Required = true, AllowMultipleArgumentsPerToken = true };

    public static Command Create()
    {
        var list = new Command("list", "Print who reports to whom, a line each: manager, rep");
        list.SetAction((result, _) => WithAsync(store => ListAsync(store, result.InvocationConfiguration.Output)));
        var set = new Command("set", "Set who reports to a manager") { Manager, Reps };
        set.SetAction((result, _) => WithAsync(store => SetAsync(store, result.GetValue(Manager), result.GetValue(Reps)!,
            result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return new Command("team", "Teams: who reports to whom") { list, set };
    }

    public static async Task<int> ListAsync(ReminderStore store, TextWriter output)
    {
        foreach (var (manager, rep) in await store.ReportsAsync()) await output.WriteLineAsync($"{manager}\t{rep}");
        return 0;
    }

    public static async Task<int> SetAsync(ReminderStore store, string? manager, IReadOnlyList<string> reps, TextWriter output, TextWriter error)
    {
        List<string> faults = [];
        var boss = manager is null ? null : await FindAsync(store, manager, faults);
        List<Person> found = [];
        foreach (var rep in reps)
            if (await FindAsync(store, rep, faults) is { } person) found.Add(person);
        if (found.Exists(person => person.Id == boss?.Id)) faults.Add($"'{manager}' cannot report to themselves");
        foreach (var fault in faults) await error.WriteLineAsync(fault);
        if (faults.Count > 0) return 1;
        foreach (var person in found) await store.ReportAsync(person.Id, boss?.Id);
        await output.WriteLineAsync(boss is null ? $"{found.Count} of no team now" : $"{found.Count} report to {boss.Name ?? boss.UserId} now");
        return 0;
    }

    private static async Task<Person?> FindAsync(ReminderStore store, string name, List<string> faults)
    {
        var people = await store.PeopleAsync(name);
        if (people is [var one]) return one;
        faults.Add(people.Count == 0 ? $"'{name}' is nobody who has talked to KaBot; use the name or id as the channel gives it"
            : $"'{name}' is the name of {people.Count} people; use an id: {string.Join(", ", people.Select(person => $"{person.Id} ({person.ChannelId} {person.UserId})"))}");
        return null;
    }

    private static async Task<int> WithAsync(Func<ReminderStore, Task<int>> run)
    {
        await using var app = Server.Build(["--Logging:Console:LogLevel:Default=Error"]);
        return await run(app.Services.GetRequiredService<ReminderStore>());
    }
}
