using Dapper;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.EndToEnd.Nodes;

/// <summary>Reps with a deal whose facts are long out of date, each with a reminder waiting in the outbox of a PostgreSQL database.</summary>
internal static class WaitingReps
{
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
    public static async Task<IReadOnlyDictionary<string, int>> StatesAsync(Database database)
    {
        await using var connection = database.Open();
        return (await connection.QueryAsync<(string State, int Rows)>("select state, count(*)::int from reminders where kind = 'daily' group by state"))
            .ToDictionary(row => row.State, row => row.Rows, StringComparer.Ordinal);
    }
}
