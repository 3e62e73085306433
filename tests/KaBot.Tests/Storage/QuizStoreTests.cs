using System.Data.Common;
using Dapper;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>Attempts are kept once, in order, and never changed.</summary>
public sealed class QuizStoreTests : IAsyncDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-quiz-");
    private readonly Database _database;
    private readonly Writer _writer;
    private readonly FactsJson _facts;
    private readonly Store _store;

    public QuizStoreTests()
    {
        _database = new Database(Path.Combine(_folder.FullName, "kabot.db"));
        _database.Migrate();
        _writer = new Writer(_database);
        _facts = new FactsJson(PlaybookFolder.Load(PlaybookFolder.Shipped));
        _store = new Store(_database, _facts, _writer);
    }

    [Fact]
    public async Task An_item_answered_twice_is_recorded_once_and_nothing_is_changed()
    {
        var first = Attempt("a1", "stage:intent", 7, right: true);
        await _store.CommitTurnAsync(new TurnCommit("c", "t", At, "s", 0, "r",
        [
            new Change.PersonSaved(new Person("p1", "test", "zhang", "张敏", null, null, At)), new Change.QuizAnswered(first),
            new Change.QuizAnswered(Attempt("a2", "stage:intent", 7, right: false)), new Change.QuizAnswered(Attempt("a3", "stage:intent", 8, right: false)),
        ]));
        var kept = await new QuizStore(_database, _facts).AttemptsAsync("p1", QuizKind.Practice);
        Assert.Equal([("a1", 7, true), ("a3", 8, false)], kept.Select(attempt => (attempt.Id, attempt.Number, attempt.Right)));
        Assert.Equal((first.Day, first.At, "needs_stated"), (kept[0].Day, kept[0].At, Assert.Single(kept[0].Detail)));
        Assert.Empty(await new QuizStore(_database, _facts).AttemptsAsync("p1", QuizKind.Deal));
        using var connection = _database.Open();
        Assert.Contains("never changed", Assert.ThrowsAny<DbException>(() => connection.Execute("update quiz_attempts set is_right = 1")).Message, StringComparison.Ordinal);
        Assert.Contains("never deleted", Assert.ThrowsAny<DbException>(() => connection.Execute("delete from quiz_attempts")).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static QuizAttempt Attempt(string id, string skill, int number, bool right) =>
        new(id, "p1", At, new DateOnly(2026, 3, 5), QuizKind.Practice, null, skill, number, "intent", right, ["needs_stated"]);
}
