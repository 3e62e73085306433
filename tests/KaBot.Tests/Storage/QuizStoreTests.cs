using System.Data.Common;
using Dapper;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>Attempts are kept once, in order, and never changed.</summary>
public abstract class QuizStoreContract(DatabaseKind kind)
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task An_item_answered_twice_is_recorded_once_and_nothing_is_changed()
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var first = Attempt("a1", "stage:intent", 7, right: true);
        await test.Store.CommitTurnAsync(new TurnCommit("c", "t", At, "s", 0, "r",
        [
            new Change.PersonSaved(new Person("p1", "test", "zhang", "张敏", null, null, At)), new Change.QuizAnswered(first),
            new Change.QuizAnswered(Attempt("a2", "stage:intent", 7, right: false)), new Change.QuizAnswered(Attempt("a3", "stage:intent", 8, right: false)),
        ]));
        var kept = await new QuizStore(test.Database, test.Facts).AttemptsAsync("p1", QuizKind.Practice);
        Assert.Equal([("a1", 7, true), ("a3", 8, false)], kept.Select(attempt => (attempt.Id, attempt.Number, attempt.Right)));
        Assert.Equal((first.Day, first.At, "needs_stated"), (kept[0].Day, kept[0].At, Assert.Single(kept[0].Detail)));
        Assert.Empty(await new QuizStore(test.Database, test.Facts).AttemptsAsync("p1", QuizKind.Deal));
        using var connection = test.Database.Open();
        Assert.Contains("never changed", Assert.ThrowsAny<DbException>(() => connection.Execute("update quiz_attempts set is_right = 1")).Message, StringComparison.Ordinal);
        Assert.Contains("never deleted", Assert.ThrowsAny<DbException>(() => connection.Execute("delete from quiz_attempts")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_and_the_board_are_found_for_some_people()
    {
        await using var test = await TestDatabase.NewAsync(kind);
        var quiz = new QuizStore(test.Database, test.Facts);
        await test.Store.CommitTurnAsync(new TurnCommit("c", "t", At, "s", 0, "r",
        [
            .. new[] { "p1", "p2", "p3" }.Select(id => new Change.PersonSaved(new Person(id, "test", id, id, null, null, At))),
            new Change.DealAdded("d1", "恒瑞", "仓储", "p1", At), Claim("s1", "p1", "intent"), Claim("s2", "p2", null), Claim("s3", "p3", "closing"),
            new Change.BoardJoined("p1", true, At), new Change.BoardJoined("p1", true, At), new Change.BoardJoined("p3", true, At), new Change.BoardJoined("p3", false, At),
        ]));
        Assert.Equal([("p1", "intent")], (await quiz.ClaimsAsync(["p1", "p2"], At)).Select(claim => (claim.By, claim.Claimed)));
        Assert.Empty(await quiz.ClaimsAsync([], At));
        Assert.Equal(["p1"], await quiz.OnBoardAsync(["p1", "p2", "p3"]));
    }

    private static Change.SnapshotTaken Claim(string id, string by, string? claimed) =>
        new(new Snapshot(id, "d1", 0, by, At, "a", "v", null, null, claimed, KaBot.Funnel.Facts.FactSheet.Empty));

    private static QuizAttempt Attempt(string id, string skill, int number, bool right) =>
        new(id, "p1", At, new DateOnly(2026, 3, 5), QuizKind.Practice, null, skill, number, "intent", right, ["needs_stated"]);
}

public sealed class QuizStoreTests() : QuizStoreContract(DatabaseKind.Sqlite);

public sealed class PostgresQuizStoreTests() : QuizStoreContract(DatabaseKind.PostgreSql);
