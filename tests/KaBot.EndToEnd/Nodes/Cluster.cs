using Dapper;
using KaBot.EndToEnd.Parts;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Tests.Storage;

namespace KaBot.EndToEnd.Nodes;

/// <summary>Three real KaBot processes on one PostgreSQL of the test's own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly PostgresServer _server;

    private Cluster(PostgresServer server, PostgresDatabase database, KaBotProcess[] nodes) => (_server, Database, Nodes) = (server, database, nodes);

    public PostgresDatabase Database { get; }
    public KaBotProcess[] Nodes { get; }

    /// <summary>Skips the test where PostgreSQL is not installed.</summary>
    /// <param name="settings">As environment variables, e.g. <c>Reminders__Lease</c>.</param>
    public static async Task<Cluster> StartAsync(Func<PostgresDatabase, Task> fill, params (string Key, string? Value)[] settings)
    {
        var server = await PostgresServer.StartAsync();
        if (server is null) Missing.Skip(PostgresServer.Missing);
        var database = new PostgresDatabase(await server!.NewDatabaseAsync());
        database.Migrate();
        await fill(database);
        (string, string?)[] all = [("Storage__Provider", "PostgreSQL"), ("Storage__ConnectionString", database.ConnectionString), .. settings];
        return new Cluster(server, database, await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => KaBotProcess.StartAsync(all))));
    }

    /// <summary>Reps with a deal whose facts are long out of date, each with a reminder waiting in the outbox.</summary>
    public static async Task FillAsync(PostgresDatabase database, string teams, int reps)
    {
        var now = DateTimeOffset.UtcNow;
        var facts = FactsJson.Write(FactSheet.Of([new Fact("budget", new FactValue.Money(500_000, 500_000, "CNY"), Certainty.Stated, now.AddDays(-60))]));
        var reference = $$"""{"channel":"msteams","service":"{{teams}}","conversation":"%","tenant":"t1","bot":"28:kabot","user":"%","locale":"zh-CN","zone":"Asia/Shanghai"}""";
        await using var connection = database.Open();
        await connection.ExecuteAsync("""
            insert into accounts (id, name, created_at) values ('a', '恒瑞', @old);
            insert into people (id, channel_id, user_id, name, reference, created_at)
              select id, 'msteams', id, id, replace(@reference, '%', id), @old from (select 'r' || lpad(n::text, 6, '0') as id from generate_series(1, @reps) n) as reps;
            insert into deals (id, account_id, name, owner_id, created_at) select id, 'a', '仓储', id, @old from people;
            insert into snapshots (id, deal_id, seq, taken_by, taken_at, activity_id, playbook_version, facts) select id, id, 1, id, @old, 'a', 'v', @facts from people;
            insert into reminders (id, person_id, kind, day, due_at, state, next_at, attempts, changed_at)
              select id, id, 'daily', @day, @now, 'pending', @now, 0, @now from people;
            """, new { old = now.AddDays(-60), now, day = now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), reference, facts, reps });
    }

    /// <summary>How many reminders are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, int>> StatesAsync()
    {
        await using var connection = Database.Open();
        return (await connection.QueryAsync<(string State, int Rows)>("select state, count(*)::int from reminders where kind = 'daily' group by state"))
            .ToDictionary(row => row.State, row => row.Rows, StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
        Database.Dispose();
        await _server.DisposeAsync();
    }
}
