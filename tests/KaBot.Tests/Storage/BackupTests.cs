using System.Data.Common;
using Dapper;
using KaBot.Storage;
using Microsoft.Data.Sqlite;

namespace KaBot.Tests.Storage;

/// <summary>Backups, and databases that KaBot does not start with.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-backup-");

    private string Live => Path.Combine(_folder.FullName, "live", "kabot.db");

    private string Saved => Path.Combine(_folder.FullName, "saved", "kabot.backup");

    [Fact]
    public void A_backup_taken_from_an_open_database_holds_what_was_committed_and_is_the_owners_alone()
    {
        using var open = Filled("before");
        Backup.Save(Live, Saved);
        Assert.Equal(["before"], People(Saved));
        Assert.Equal([Saved], Directory.GetFiles(Path.GetDirectoryName(Saved)!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Saved));
        Assert.Contains("another name", Fault(() => Backup.Save(Live, Saved)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restore_replaces_a_database_only_when_told_to_and_nobody_uses_it()
    {
        using (var open = Filled("before"))
        {
            Backup.Save(Live, Saved);
            Add(open, "after");
            Assert.Contains("--force", Fault(() => Backup.Restore(Saved, Live, force: false)), StringComparison.Ordinal);
            Assert.Contains("in use", Fault(() => Backup.Restore(Saved, Live, force: true)), StringComparison.Ordinal);
        }
        SqliteConnection.ClearAllPools();
        Assert.Equal(["after", "before"], People(Live));
        Backup.Restore(Saved, Live, force: true);
        Assert.Equal(["before"], People(Live));
        new SqliteDatabase(Live).Migrate();
    }

    [Fact]
    public void A_damaged_database_is_named_at_the_start_and_a_backup_takes_its_place()
    {
        Filled("before").Dispose();
        Backup.Save(Live, Saved);
        SqliteConnection.ClearAllPools();
        File.WriteAllText(Live, new string('x', 9000));
        Assert.Contains("damaged", Fault(() => new SqliteDatabase(Live).Migrate()), StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Backup.Restore(Saved, Live, force: true);
        Assert.Equal(["before"], People(Live));
    }

    [Fact]
    public void What_is_no_whole_backup_of_KaBot_is_refused_and_changes_nothing()
    {
        Filled("before").Dispose();
        Backup.Save(Live, Saved);
        SqliteConnection.ClearAllPools();
        var bytes = File.ReadAllBytes(Saved);
        Array.Fill(bytes, (byte)0x5a, 3 * 4096, bytes.Length - 3 * 4096);
        var torn = Path.Combine(_folder.FullName, "torn");
        File.WriteAllBytes(torn, bytes);
        var other = Path.Combine(_folder.FullName, "other");
        using (var stranger = Open(other)) stranger.Execute("create table notes (text text)");
        Assert.Contains("damaged", Fault(() => Backup.Restore(torn, Live, force: true)), StringComparison.Ordinal);
        Assert.Contains("no database of KaBot", Fault(() => Backup.Restore(other, Live, force: true)), StringComparison.Ordinal);
        Assert.Contains("no backup", Fault(() => Backup.Restore(other + "?", Live, force: true)), StringComparison.Ordinal);
        Assert.Equal(["before"], People(Live));
    }

    [Fact]
    public void A_newer_programs_database_is_neither_opened_nor_restored()
    {
        using (var open = Filled("before"))
            open.Execute("insert into SchemaVersions (ScriptName, Applied) values ('KaBot.Storage.Migrations.9999_later.sql', '2030-01-01')");
        Assert.Contains("newer KaBot (KaBot.Storage.Migrations.9999_later.sql)", Fault(() => new SqliteDatabase(Live).Migrate()), StringComparison.Ordinal);
        Assert.Contains("newer KaBot", Fault(() => Backup.Save(Live, Saved)), StringComparison.Ordinal);
        Assert.False(File.Exists(Saved));
    }

    [Fact]
    public void A_path_that_cannot_hold_a_database_is_named_with_what_to_do()
    {
        Assert.Contains("Storage:Path", Fault(() => new SqliteDatabase(_folder.FullName).Migrate()), StringComparison.Ordinal);
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        Assert.Contains("Storage:Path", Fault(() => new SqliteDatabase(Path.Combine(file, "kabot.db")).Migrate()), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private DbConnection Filled(string person)
    {
        var database = new SqliteDatabase(Live);
        database.Migrate();
        var connection = database.OpenToWrite();
        Add(connection, person);
        return connection;
    }

    private static void Add(DbConnection connection, string person) => connection.Execute(
        "insert into people (id, channel_id, user_id, created_at) values (@person, 'test', @person, '2026-03-05T00:00:00Z')", new { person });

    private static IEnumerable<string> People(string path)
    {
        using var connection = Open(path);
        return [.. connection.Query<string>("select id from people order by id")];
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        return connection;
    }

    private static string Fault(Action act) => Assert.Throws<DatabaseException>(act).Message;
}
