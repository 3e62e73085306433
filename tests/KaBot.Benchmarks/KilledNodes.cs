using System.Diagnostics;
using Dapper;
using KaBot.EndToEnd.Nodes;
using KaBot.Storage;
using KaBot.Tests.Storage;

namespace KaBot.Benchmarks;

/// <summary>Three nodes on one PostgreSQL, one killed every few seconds, against a simulated Teams that throttles: what arrived, and how often.</summary>
internal sealed class KilledNodes : IBenchmark
{
    private const int Reps = 5_000;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public string Name => "nodes";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        await using var server = await PostgresServer.StartAsync() ?? throw new InvalidOperationException(PostgresServer.Missing);
        await using var teams = await BusyTeams.StartAsync();
        using var database = new PostgresDatabase(await server.NewDatabaseAsync());
        database.Migrate();
        await WaitingReps.FillAsync(database, teams.Url, Reps);
        (string, string)[] settings =
        [
            ("Storage__Provider", "PostgreSQL"), ("Storage__ConnectionString", database.ConnectionString), ("Reminders__SendTimeout", "00:00:05"), ("Reminders__Lease", "00:00:08"),
            ("Logging__LogLevel__Default", "None"),
        ];
        ServerProcess[] nodes = [.. Enumerable.Range(0, 3).Select(_ => ServerProcess.KaBot(settings))];
        var (watch, kills) = (Stopwatch.StartNew(), 0);
        try
        {
            while ((await WaitingReps.StatesAsync(database)).Keys.Except(["sent", "unknown"]).Any() && watch.Elapsed < Longest)
            {
                await Task.Delay(BetweenKills);
                var node = kills++ % nodes.Length;
                nodes[node].Dispose();
                nodes[node] = ServerProcess.KaBot(settings);
            }
        }
        finally
        {
            foreach (var node in nodes) node.Dispose();
        }
        return Judge(database, teams, kills, watch.Elapsed);
    }

    private static List<Row> Judge(PostgresDatabase database, BusyTeams teams, int kills, TimeSpan took)
    {
        using var connection = database.Open();
        var rows = connection.Query<(string Person, string State)>("select person_id, state from reminders where kind = 'daily'").ToList();
        var unknown = rows.Where(row => row.State == "unknown").Select(row => row.Person).ToList();
        var lost = rows.Count(row => row.State != "unknown" && !teams.Taken.ContainsKey(row.Person));
        return
        [
            new($"{Reps:N0} reminders by three nodes, one killed every {BetweenKills.TotalSeconds:0} s ({kills} kills): took", Row.Text($"{took.TotalSeconds:0} s"),
                Row.Text($"{Reps / 50.0:0} s at the allowed 50 a second")),
            new("… received twice", Row.Text($"{teams.Taken.Count(taken => taken.Value > 1)}"), "0"),
            new("… lost", Row.Text($"{lost}"), "0"),
            new("… turned away with 429, and sent later", Row.Text($"{teams.Throttled}")),
            new("… of unknown outcome, listed and not repeated", Row.Text($"{unknown.Count}, of which {unknown.Count(teams.Taken.ContainsKey)} had arrived")),
        ];
    }
}
