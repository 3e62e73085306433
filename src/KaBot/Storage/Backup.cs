using Dapper;
using Microsoft.Data.Sqlite;

namespace KaBot.Storage;

/// <summary>
/// Copies of the SQLite file to rely on: taken while KaBot runs, looked through before they get their name. Whatever fails is a
/// <see cref="DatabaseException"/> and leaves both files as they were.
/// </summary>
public static class Backup
{
    /// <summary>Writes the database as it is now to a new file.</summary>
    public static void Save(string database, string file)
    {
        if (!File.Exists(database)) throw new DatabaseException($"There is no database at '{database}'; set Storage:Path to the one to back up.");
        if (File.Exists(file)) throw new DatabaseException($"'{file}' is there already; choose another name.");
        Copy(database, file);
    }

    /// <summary>Puts a backup in the database's place; over an existing one only by <paramref name="force"/>, and only when nobody uses it.</summary>
    public static void Restore(string file, string database, bool force)
    {
        if (!File.Exists(file)) throw new DatabaseException($"There is no backup at '{file}'.");
        if (File.Exists(database) && !force) throw new DatabaseException($"There is a database at '{database}'; --force replaces it.");
        Copy(file, database);
    }

    private static void Copy(string from, string to)
    {
        var partial = to + ".partial";
        try
        {
            if (File.Exists(partial)) File.Delete(partial);
            SqliteDatabase.CreatePrivately(partial);
            using (var source = Open(from, SqliteOpenMode.ReadOnly))
            using (var copy = Open(partial, SqliteOpenMode.ReadWrite))
            {
                source.BackupDatabase(copy);
                // One file that needs no log beside it.
                copy.Execute("pragma journal_mode = delete");
                Verify(copy, from);
            }
            if (File.Exists(to)) Retire(to);
            File.Move(partial, to, overwrite: true);
        }
        catch (Exception fault) when (DatabaseException.Knows(fault))
        {
            throw DatabaseException.Of(from, fault);
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    private static void Verify(SqliteConnection copy, string from)
    {
        if (copy.ExecuteScalar<string>("pragma integrity_check") is var found && found != "ok")
            throw new DatabaseException($"'{from}' is damaged: {found}");
        if (copy.Query("pragma foreign_key_check").Any()) throw new DatabaseException($"'{from}' is damaged: rows point to rows that are not there.");
        if (copy.ExecuteScalar<long>("select count(*) from sqlite_master where name in ('SchemaVersions', 'snapshots')") < 2)
            throw new DatabaseException($"'{from}' is no database of KaBot.");
        Migrations.Sqlite.RefuseNewer(from, copy.Query<string>("select ScriptName from SchemaVersions"));
    }

    /// <summary>Makes sure that nobody has the old database open, and leaves no log of it that would be read into the new one.</summary>
    private static void Retire(string database)
    {
        try
        {
            using var old = Open(database, SqliteOpenMode.ReadWrite);
            old.Execute("pragma journal_mode = delete");
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 11 or 26)
        {
            // Damaged: the very reason to restore.
        }
        catch (SqliteException fault)
        {
            throw DatabaseException.Of(database, fault);
        }
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 2 }.ToString());
        connection.Open();
        return connection;
    }
}
