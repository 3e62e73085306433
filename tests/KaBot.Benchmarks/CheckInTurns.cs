using System.Globalization;
using System.Text.Json.Nodes;
using KaBot.Cards;
using Microsoft.Data.Sqlite;

namespace KaBot.Benchmarks;

/// <summary>
/// Turns of whole check-ins over HTTP at eight connections: a new deal, five questions answered by tapping and typing, saved; each turn
/// is read, decided, recorded on disk and answered to a connector. Held against five times what the real SDK does with a bare waterfall
/// and no database.
/// </summary>
internal sealed class CheckInTurns : IBenchmark
{
    private const double Mark = 5 * 1300;
    private int _saved;

    public string Name => "checkin";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        using var connector = new Connector();
        // These reps answer faster than a person can; Teams' limit for one conversation would hold the answers back.
        using var server = await ServerProcess.KaBot(("Reminders__PerConversationSecond", "1000000"), ("Reminders__PerConversationHour", "1000000000")).ReadyAsync();
        var result = await Load.RunAsync(server, connector, connection => CheckIns(connector, connection));
        // The clock may stop between a save and its count.
        if (Kept(server.Database) is var kept && (kept < _saved || kept > _saved + Load.Connections)) throw new InvalidOperationException($"{_saved} check-ins were saved, but {kept} are kept with all they said.");
        return
        [
            new("check-in turns with their database write, 8 connections", Row.Text($"{result.PerSecond:N0} turns/s"),
                Row.Text($"{Mark:N0} (5 × the SDK's bare waterfall): {result.PerSecond / Mark:0.00} ×")),
            new("… p50 and p99", Row.Text($"{result.P50Ms:0.00} ms, {result.P99Ms:0.00} ms"), "5.4 ms, 22 ms"),
            new("… CPU per turn", Row.Text($"{result.CpuMsPerTurn:0.00} ms"), Row.Text($"1.5 ms for the SDK's bare waterfall: {result.CpuMsPerTurn / 1.5:0.00} ×")),
        ];
    }

    /// <summary>Check-ins one after the other, each by another rep.</summary>
    private IEnumerable<Spoken> CheckIns(Connector connector, int connection)
    {
        for (var number = 0; ; number++)
        {
            var rep = new Rep(connector, $"{connection}-{number}");
            yield return rep.Tap(Verbs.CreateDeal, new JsonObject { ["account"] = $"恒瑞{connection}-{number}", ["name"] = "仓储系统升级" });
            JsonObject data = [];
            for (var question = 0; question < CheckIn.Draft.Round; question++)
            {
                data = rep.Button(Verbs.Answer);
                yield return question % 2 == 1 && (string?)data["value"] == "yes" ? rep.Say("是的") : rep.Tap(Verbs.Answer, data);
            }
            yield return rep.Tap(Verbs.Save, rep.Button(Verbs.Save));
            Interlocked.Increment(ref _saved);
        }
    }

    /// <summary>Check-ins in the database with an answer to each question.</summary>
    private static long Kept(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from snapshots where (select count(*) from json_each(facts)) >= {CheckIn.Draft.Round.ToString(CultureInfo.InvariantCulture)}";
        return (long)command.ExecuteScalar()!;
    }
}
