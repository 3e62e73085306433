using KaBot.Storage;

namespace KaBot.Tests.Storage;

/// <summary>Which database a contract is tested on.</summary>
public enum DatabaseKind { Sqlite, PostgreSql }

/// <summary>A new database of either kind, up to date, with its writer; gone when disposed of.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    private TestDatabase(Database database, DirectoryInfo? folder)
    {
        (Database, _folder) = (database, folder);
        database.Migrate();
        Writer = new Writer(database);
    }

    public Database Database { get; }
    public Writer Writer { get; }
    public FactsJson Facts { get; } = new(PlaybookFolder.Load(PlaybookFolder.Shipped));
    public Store Store => new(Database, Facts, Writer);

    public static async Task<TestDatabase> NewAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.PostgreSql) return new TestDatabase(new PostgresDatabase(await Postgres.NewDatabaseAsync()), null);
        var folder = Directory.CreateTempSubdirectory("kabot-store-");
        return new TestDatabase(new SqliteDatabase(Path.Combine(folder.FullName, "data", "kabot.db")), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        (Database as IDisposable)?.Dispose();
        if (_folder is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
