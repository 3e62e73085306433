using KaBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Storage;

/// <summary>Who may send a recorded answer: one at a time, again only what is known not to have arrived, and not for ever a dead node.</summary>
public sealed class AnswerSendsTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task A_claim_holds_until_it_is_settled_or_its_holder_is_dead(DatabaseKind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var sends = new AnswerSends(test.Writer, Clock);
        var first = sends.New();
        await test.Store.CommitTurnAsync(new TurnCommit("c", "a", Clock.GetUtcNow(), "s", 0, "said", []) { Claim = first });
        Assert.Equal((null, true), await sends.ClaimAsync("c", "a"));

        Clock.Advance(AnswerSends.Lease);
        var second = (await sends.ClaimAsync("c", "a")).Claim!;
        // The first was not dead, but slow: it has no say any more.
        await test.Writer.WriteAsync(AnswerSends.Settle("c", "a", first, "sent", 1));
        Assert.Equal((null, true), await sends.ClaimAsync("c", "a"));

        await test.Writer.WriteAsync(AnswerSends.Settle("c", "a", second, "unsent", 1));
        var third = (await sends.ClaimAsync("c", "a")).Claim!;
        Assert.Equal(1, third.Sent);
        await test.Writer.WriteAsync(AnswerSends.Settle("c", "a", third, "sent", 2));
        Assert.Equal((null, false), await sends.ClaimAsync("c", "a"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task Of_many_that_would_send_one_may(DatabaseKind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var sends = new AnswerSends(test.Writer, Clock);
        var claim = sends.New();
        await test.Store.CommitTurnAsync(new TurnCommit("c", "a", Clock.GetUtcNow(), "s", 0, "said", []) { Claim = claim });
        await test.Writer.WriteAsync(AnswerSends.Settle("c", "a", claim, "unsent", 0));
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sends.ClaimAsync("c", "a")));
        Assert.Single(claims, taken => taken.Claim is not null);
    }

    [Fact]
    public async Task What_nobody_waits_for_is_written_before_what_comes_after_and_by_itself()
    {
        await using var test = await TestDatabase.NewAsync(DatabaseKind.Sqlite);
        List<int> order = [];
        test.Writer.WriteSoon((_, _) => order.Add(1));
        await test.Writer.WriteAsync((_, _) => order.Add(2));
        var alone = new TaskCompletionSource();
        test.Writer.WriteSoon((_, _) => alone.SetResult());
        await alone.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], order);
    }
}
