using System.Text.Json.Nodes;
using Dapper;
using KaBot.EndToEnd.Parts;
using Microsoft.Data.Sqlite;

namespace KaBot.EndToEnd.Storage;

/// <summary>The real process, killed in the middle of its turns, and activities delivered twice: nothing acknowledged is lost, nothing is recorded twice.</summary>
public sealed class CrashTests
{
    private const int Kills = 12;

    [Fact]
    public async Task Killed_at_any_point_of_a_turn_it_keeps_what_it_acknowledged_and_answers_a_redelivery_the_same()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        using var channel = new Channel(kabot.Address);
        await channel.TapAsync("deal", "deals.create", new JsonObject { ["account"] = "恒瑞", ["name"] = "仓储" });
        var random = new Random(7);
        for (var round = 0; round < Kills; round++)
        {
            // A check-in of three turns; the last one saves. One of them is cut off.
            string[] words = ["跟进 恒瑞", round % 2 == 0 ? "是" : "没有", "保存"];
            var cut = round % words.Length;
            for (var turn = 0; turn < words.Length; turn++)
            {
                var id = $"{round}-{turn}";
                if (turn != cut)
                {
                    await channel.SayAsync(id, words[turn]);
                    continue;
                }
                var said = channel.SayAsync(id, words[turn]);
                await Task.Delay(random.Next(0, 25), TestContext.Current.CancellationToken);
                await kabot.KillAsync();
                var before = await said.ContinueWith(task => task.IsCompletedSuccessfully ? task.Result : null, TaskScheduler.Default);
                if (before is not null) Assert.Equal(1, Count(kabot, $"turns where activity_id = '{id}'"));
                await kabot.StartAgainAsync();
                var after = await channel.SayAsync(id, words[turn]);
                if (before is not null) Assert.Equal(before, after);
                Assert.Equal(after, await channel.SayAsync(id, words[turn]));
            }
        }
        Assert.Equal(Kills, Count(kabot, "snapshots"));
        Assert.Equal(1, Count(kabot, "deals"));
        Assert.Equal(1 + 3 * Kills, Count(kabot, "turns"));
    }

    [Fact]
    public async Task An_activity_that_comes_twice_at_once_is_recorded_once_and_answered_the_same()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        using var channel = new Channel(kabot.Address);
        await channel.TapAsync("deal", "deals.create", new JsonObject { ["account"] = "恒瑞", ["name"] = "仓储" });
        await channel.SayAsync("answer", "是");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => channel.SayAsync("save", "保存")));
        Assert.Single(answers.Distinct());
        Assert.Contains("已保存", answers[0], StringComparison.Ordinal);
        Assert.Equal(1, Count(kabot, "snapshots"));
    }

    [Fact]
    public async Task Quick_messages_are_all_taken_one_after_the_other()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        using var channel = new Channel(kabot.Address);
        await channel.TapAsync("deal", "deals.create", new JsonObject { ["account"] = "恒瑞", ["name"] = "仓储" });
        // Not waited for: the second is under way before the first is answered, and answers the question that the first one brings up.
        var first = channel.SayAsync("1", "是");
        await Task.Delay(5, TestContext.Current.CancellationToken);
        var second = channel.SayAsync("2", "没有");
        await Task.WhenAll(first, second);
        await channel.SayAsync("3", "保存");
        var facts = Text(kabot, "select facts from snapshots");
        Assert.Contains("\"material_accepted\":{\"value\":true", facts, StringComparison.Ordinal);
        Assert.Contains("\"contact_made\":{\"value\":false", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_on_a_new_database_both_serve()
    {
        var folder = Directory.CreateTempSubdirectory("kabot-two-");
        var database = ("Storage__Path", (string?)Path.Combine(folder.FullName, "kabot.db"));
        var starting = await Task.WhenAll(KaBotProcess.StartAsync(database), KaBotProcess.StartAsync(database));
        using var one = new Channel(starting[0].Address);
        using var other = new Channel(starting[1].Address);
        await one.TapAsync("deal", "deals.create", new JsonObject { ["account"] = "恒瑞", ["name"] = "仓储" });
        await one.SayAsync("1", "是");
        Assert.Contains("已保存", await other.SayAsync("2", "保存"), StringComparison.Ordinal);
        Assert.Contains("已保存", await one.SayAsync("2", "保存"), StringComparison.Ordinal);
        foreach (var process in starting) await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static long Count(KaBotProcess kabot, string from)
    {
        using var connection = Open(kabot);
        return connection.ExecuteScalar<long>($"select count(*) from {from}");
    }

    private static string Text(KaBotProcess kabot, string query)
    {
        using var connection = Open(kabot);
        return connection.ExecuteScalar<string>(query)!;
    }

    private static SqliteConnection Open(KaBotProcess kabot)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(kabot.Folder.FullName, "kabot.db")};Pooling=false");
        connection.Open();
        return connection;
    }
}
