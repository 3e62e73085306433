using Dapper;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteStoreTests() : StoreContract(DatabaseKind.Sqlite)
{
    private string FilePath => ((SqliteDatabase)Test.Database).Path;

    [Fact]
    public async Task The_files_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Test.Store.CommitTurnAsync(new TurnCommit("c", "a", DateTimeOffset.UnixEpoch, "s", 0, "r", []));
        var files = new DirectoryInfo(Path.GetDirectoryName(FilePath)!).GetFiles("kabot.db*");
        Assert.Contains(files, file => file.Name == "kabot.db-wal");
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    public void Migrating_again_changes_nothing_and_many_may_do_so_at_once()
    {
        Parallel.For(0, 6, _ => new SqliteDatabase(FilePath).Migrate());
        using var connection = Test.Database.Open();
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
    }
}
