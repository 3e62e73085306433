using KaBot.Cards.Elements;
using KaBot.Reminders.Delivery;
using KaBot.Tests.Storage;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>Nodes that stop at any place between a row and its message.</summary>
public abstract class CrashContract(DatabaseKind kind)
{
    [Fact]
    public async Task A_node_that_dies_with_rows_claimed_loses_none()
    {
        await using var desk = await ReadyAsync();
        Assert.Single(await desk.Outbox().ClaimAsync(50));
        await desk.RoundsAsync(desk.Node());
        Assert.Empty(desk.Teams.Calls);
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.RoundsAsync(desk.Node());
        Assert.Single(desk.Teams.Calls);
        Assert.Equal(["r1 2026-03-05 sent"], desk.Rows());
    }

    [Fact]
    public async Task A_node_that_dies_while_sending_leaves_the_outcome_unknown_and_nobody_sends_again()
    {
        await using var desk = await ReadyAsync();
        var dead = desk.Outbox();
        Assert.True(await dead.BeginSendAsync(Assert.Single(await dead.ClaimAsync(50)), "chat-r1"));
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.RoundsAsync(desk.Node());
        Assert.Empty(desk.Teams.Calls);
        Assert.Equal(["r1 2026-03-05 unknown"], desk.Rows());
    }

    [Fact]
    public async Task A_slow_answer_that_comes_after_the_lease_still_settles_the_row()
    {
        await using var desk = await ReadyAsync();
        var slow = desk.Outbox();
        var row = Assert.Single(await slow.ClaimAsync(50));
        await slow.BeginSendAsync(row, "chat-r1");
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.RoundsAsync(desk.Node());
        await slow.SettleAsync(row, new SendOutcome.Sent("m9"), []);
        Assert.Equal(["r1 2026-03-05 sent"], desk.Rows());
    }

    [Fact]
    public async Task A_node_whose_lease_has_gone_to_another_does_not_send()
    {
        await using var desk = await ReadyAsync();
        var (slow, quick) = (desk.Outbox(), desk.Outbox());
        var row = Assert.Single(await slow.ClaimAsync(50));
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        var same = Assert.Single(await quick.ClaimAsync(50));
        Assert.False(await slow.BeginSendAsync(row, "chat-r1"));
        Assert.True(await quick.BeginSendAsync(same, "chat-r1"));
    }

    [Fact]
    public async Task A_send_without_an_answer_in_time_is_unknown()
    {
        await using var desk = await ReadyAsync("--Reminders:SendTimeout=00:00:01");
        await desk.RoundsAsync(desk.Node(new Silent()));
        Assert.Equal(["r1 2026-03-05 unknown"], desk.Rows());
    }

    /// <summary>Many nodes, each stopped at a random place again and again: every rep is written to at most once, and whoever was not is listed as unknown.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task However_often_nodes_stop_nobody_is_written_to_twice_and_nobody_is_lost(int seed)
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T08:59", "--Reminders:PerSecond=1000");
        for (var rep = 0; rep < 40; rep++) await desk.RepAsync($"r{rep:00}");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            if (random.Next(3) == 0) await desk.SweepAsync();
            try
            {
                await desk.RoundsAsync(desk.Node(new Mortal(desk.Get<ICourier>(), random)));
            }
            catch (ProcessKilledException)
            {
                // What it held stays as it was.
            }
            desk.Clock.Advance(TimeSpan.FromMinutes(3));
        }
        var written = desk.Teams.Taken.Select(call => call.Conversation).ToList();
        Assert.Equal(written.Distinct().Count(), written.Count);
        var rows = desk.Rows().Select(row => row.Split(' ')).ToDictionary(row => "chat-" + row[0], row => row[2]);
        Assert.Equal(40, rows.Count);
        Assert.All(rows, row => Assert.Contains(row.Value, new[] { "sent", "unknown" }));
        Assert.All(rows.Where(row => row.Value == "sent"), row => Assert.Contains(row.Key, written));
    }

    private async Task<Desk> ReadyAsync(params string[] settings)
    {
        var desk = await Desk.OpenAsync(kind, "2026-03-05T08:59", settings);
        await desk.RepAsync("r1");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.SweepAsync();
        return desk;
    }

    private sealed class Silent : ICourier
    {
        public async Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken)
        {
            await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellationToken));
            return new SendOutcome.Unknown("no answer in time");
        }

        public Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    /// <summary>A node that dies before or after its request has left, without a chance to note anything.</summary>
    private sealed class Mortal(ICourier real, Random random) : ICourier
    {
        public async Task<SendOutcome> SendAsync(string reference, Card card, CancellationToken cancellationToken)
        {
            var fate = random.Next(4);
            if (fate == 0) throw new ProcessKilledException();
            var outcome = await real.SendAsync(reference, card, cancellationToken);
            return fate == 1 ? throw new ProcessKilledException() : outcome;
        }

        public Task<SendOutcome> UpdateAsync(string reference, string activityId, Card card, CancellationToken cancellationToken) =>
            real.UpdateAsync(reference, activityId, card, cancellationToken);
    }

    private sealed class ProcessKilledException : Exception;
}

public sealed class CrashTests() : CrashContract(DatabaseKind.Sqlite);

public sealed class PostgresCrashTests() : CrashContract(DatabaseKind.PostgreSql);
