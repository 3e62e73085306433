using System.Text.Json.Nodes;
using Dapper;
using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.Nodes;

/// <summary>Three processes on one PostgreSQL: whichever dies whenever, nobody is written to twice, nobody is forgotten, no turn is taken twice.</summary>
public sealed class ClusterTests
{
    private const int Reps = 300;
    private const int Kills = 5;

    [Fact]
    public async Task Nodes_killed_while_they_send_lose_no_reminder_and_double_none()
    {
        await using var teams = await BusyTeams.StartAsync();
        await using var cluster = await Cluster.StartAsync(database => WaitingReps.FillAsync(database, teams.Url, Reps),
            ("Reminders__PerSecond", "25"), ("Reminders__SendTimeout", "00:00:04"), ("Reminders__Lease", "00:00:06"));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            var node = cluster.Nodes[kill % cluster.Nodes.Length];
            await node.KillAsync();
            await node.StartAgainAsync();
        }
        await UntilSettledAsync(cluster);

        await using var connection = cluster.Database.Open();
        var rows = connection.Query<(string Person, string State)>("select person_id, state from reminders where kind = 'daily'").ToDictionary(row => row.Person, row => row.State);
        Assert.Equal(Reps, rows.Count);
        Assert.All(teams.Taken, taken => Assert.Equal(1, taken.Value));
        Assert.All(rows, row => Assert.Contains(row.Value, new[] { "sent", "unknown" }));
        // Whoever was not written to, or not for certain, is listed as unknown.
        Assert.All(rows.Where(row => row.Value == "sent"), row => Assert.Contains(row.Key, teams.Taken));
        Assert.All(rows.Where(row => !teams.Taken.ContainsKey(row.Key)), row => Assert.Equal("unknown", row.Value));
        Assert.True(rows.Count(row => row.Value == "unknown") < Reps / 5, $"{rows.Count(row => row.Value == "unknown")} are unknown");
        Assert.True(teams.Throttled > 0);
    }

    [Fact]
    public async Task One_activity_given_to_two_nodes_is_taken_once_and_quick_messages_to_several_in_their_order()
    {
        await using var cluster = await Cluster.StartAsync(_ => Task.CompletedTask);
        Channel[] channels = [.. cluster.Nodes.Select(node => new Channel(node.Address))];
        await channels[0].TapAsync("deal", "deals.create", new JsonObject { ["account"] = "恒瑞", ["name"] = "仓储" });
        var answers = await Task.WhenAll(channels.Select(channel => channel.SayAsync("first", "是")));
        Assert.Single(answers.Distinct());
        // Not waited for: the second is under way before the first is answered, on another node, and answers the question that the first brings up.
        var second = channels[0].SayAsync("second", "没有");
        await Task.Delay(15, TestContext.Current.CancellationToken);
        await Task.WhenAll(second, channels[1].SayAsync("third", "是"));
        answers = await Task.WhenAll(channels.Select(channel => channel.SayAsync("save", "保存")));
        Assert.Contains("已保存", Assert.Single(answers.Distinct()), StringComparison.Ordinal);

        await using var connection = cluster.Database.Open();
        Assert.Equal(5, connection.ExecuteScalar<int>("select count(*) from turns"));
        Assert.Equal(1, connection.ExecuteScalar<int>("select count(*) from snapshots"));
        // One trigger for all of them, which one of them fires.
        Assert.Equal((1, 3), connection.QuerySingle<(int, int)>("select (select count(*) from qrtz_triggers)::int, (select count(*) from qrtz_scheduler_state)::int"));
        foreach (var channel in channels) channel.Dispose();
    }

    private static async Task UntilSettledAsync(Cluster cluster)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while ((await WaitingReps.StatesAsync(cluster.Database)).Keys.Except(["sent", "unknown"]).Any()) await Task.Delay(200, patience.Token);
    }
}
