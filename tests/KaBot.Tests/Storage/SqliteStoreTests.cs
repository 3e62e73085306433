using Dapper;
using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteStoreTests : StoreContract, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-store-");
    private readonly Database _database;
    private readonly Writer _writer;

    public SqliteStoreTests()
    {
        _database = new Database(Path.Combine(_folder.FullName, "data", "kabot.db"));
        _database.Migrate();
        _writer = new Writer(_database);
        Store = new Store(_database, new FactsJson(PlaybookFolder.Load(PlaybookFolder.Shipped)), _writer);
    }

    protected override Store Store { get; }

    protected override async Task ExecuteAsync(string sql)
    {
        using var connection = _database.Open();
        await connection.ExecuteAsync(sql);
    }

    [Fact]
    public async Task The_files_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await Store.CommitTurnAsync(new TurnCommit("c", "a", DateTimeOffset.UnixEpoch, "s", 0, "r", []));
        var files = new DirectoryInfo(Path.Combine(_folder.FullName, "data")).GetFiles("kabot.db*");
        Assert.Contains(files, file => file.Name == "kabot.db-wal");
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    public void Migrating_again_changes_nothing_and_many_may_do_so_at_once()
    {
        Parallel.For(0, 6, _ => new Database(_database.Path).Migrate());
        using var connection = _database.Open();
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
