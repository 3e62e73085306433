using Dapper;
using KaBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Storage;

/// <summary>Turns of one conversation on several nodes: one at a time, in their order, and no longer held up by a dead node than a lease.</summary>
public sealed class TurnQueueTests
{
    [Fact]
    public async Task Turns_on_many_nodes_run_one_after_the_other_in_the_order_of_arrival()
    {
        await using var test = await TestDatabase.NewAsync(DatabaseKind.PostgreSql);
        var (running, order) = (0, new List<int>());
        List<Task> turns = [];
        for (var n = 0; n < 12; n++) turns.Add(await ArriveAsync(n));
        await Task.WhenAll(turns);
        Assert.Equal(Enumerable.Range(0, 12), order);
        Assert.Equal(0, Count(test));

        async Task<Task> ArriveAsync(int n)
        {
            var turn = TakeAsync(n);
            // The next comes when this one stands in the queue, or is through already.
            while (!turn.IsCompleted && Tickets(test) <= n) await Task.Delay(2, TestContext.Current.CancellationToken);
            return turn;
        }

        async Task TakeAsync(int n)
        {
            await using var place = await new TurnQueue(test.Database, test.Writer, TimeProvider.System).EnterAsync("c", TestContext.Current.CancellationToken);
            Assert.Equal(1, Interlocked.Increment(ref running));
            order.Add(n);
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref running);
        }
    }

    [Fact]
    public async Task A_place_that_a_dead_node_left_is_passed_over_after_a_while()
    {
        await using var test = await TestDatabase.NewAsync(DatabaseKind.PostgreSql);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var queue = new TurnQueue(test.Database, test.Writer, clock);
        await queue.EnterAsync("c", TestContext.Current.CancellationToken);
        await using (await queue.EnterAsync("another", TestContext.Current.CancellationToken)) { }
        var next = queue.EnterAsync("c", TestContext.Current.CancellationToken);
        while (Tickets(test) < 3) await Task.Delay(2, TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        clock.Advance(TurnQueue.Longest);
        await (await next)!.DisposeAsync();
        Assert.Equal(0, Count(test));
    }

    [Fact]
    public async Task One_process_with_a_file_needs_no_queue()
    {
        await using var test = await TestDatabase.NewAsync(DatabaseKind.Sqlite);
        var queue = new TurnQueue(test.Database, test.Writer, TimeProvider.System);
        await using var place = await queue.EnterAsync("c", TestContext.Current.CancellationToken);
        await using var another = await queue.EnterAsync("c", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task What_a_turn_notes_is_written_as_it_leaves(DatabaseKind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var noted = false;
        await using (var place = await new TurnQueue(test.Database, test.Writer, TimeProvider.System).EnterAsync("c", TestContext.Current.CancellationToken))
            place.Note = (_, _) => noted = true;
        await test.Writer.WriteAsync((_, _) => { });
        Assert.True(noted);
    }

    private static long Count(TestDatabase test)
    {
        using var connection = test.Database.Open();
        return connection.ExecuteScalar<long>("select count(*) from turn_queue");
    }

    /// <summary>How many were ever given out and are to be seen.</summary>
    private static long Tickets(TestDatabase test)
    {
        using var connection = test.Database.Open();
        return connection.ExecuteScalar<long>("select coalesce(max(id), 0) from turn_queue");
    }
}
