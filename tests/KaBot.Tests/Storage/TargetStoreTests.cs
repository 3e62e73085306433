using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>A target is what was said last, for oneself and for a team apart.</summary>
public abstract class TargetStoreContract(DatabaseKind kind)
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task The_last_one_said_stands_until_it_is_taken_away()
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var (targets, quarter, year) = (new TargetStore(test.Database), new Target(8_000_000.5m, "CNY", new DateOnly(2026, 1, 1)), new Target(12m, "USD", new DateOnly(2025, 7, 1)));
        await test.Store.CommitTurnAsync(new TurnCommit("c", "t1", At, "s", 0, "r",
        [
            new Change.PersonSaved(new Person("p1", "test", "zhang", "张敏", null, null, At)), new Change.TargetSet("p1", "own", year, At),
            new Change.TargetSet("p1", "own", quarter, At), new Change.TargetSet("p1", "team", year, At),
        ]));
        Assert.Equal((quarter, year, null), (await targets.FindAsync("p1", "own"), await targets.FindAsync("p1", "team"), await targets.FindAsync("p2", "own")));
        await test.Store.CommitTurnAsync(new TurnCommit("c", "t2", At, "s", 1, "r", [new Change.TargetSet("p1", "own", null, At)]));
        Assert.Equal((null, year), (await targets.FindAsync("p1", "own"), await targets.FindAsync("p1", "team")));
    }
}

public sealed class TargetStoreTests() : TargetStoreContract(DatabaseKind.Sqlite);

public sealed class PostgresTargetStoreTests() : TargetStoreContract(DatabaseKind.PostgreSql);
