using System.Data.Common;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;

namespace KaBot.Storage;

/// <summary>A SQLite file: needs nothing else, and serves one machine.</summary>
public sealed class SqliteDatabase : Database
{
    private readonly string _connectionString;

    public SqliteDatabase(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, Pooling = true, ForeignKeys = true }.ToString();
    }

    public string Path { get; }

    public override Dialect Dialect => Dialect.Sqlite;

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Patient with another process that writes; the log is folded into the file after 32 MB, not after every hundred turns.</summary>
    public override DbConnection OpenToWrite()
    {
        var connection = Open();
        connection.Execute("pragma busy_timeout = 10000; pragma synchronous = full; pragma wal_autocheckpoint = 8000;");
        return connection;
    }

    /// <summary>Makes the file readable by its owner only, and brings its schema up to date.</summary>
    public override void Migrate()
    {
        try
        {
            CreatePrivately(Path);
            using var once = Lock();
            using (var connection = OpenToWrite()) connection.Execute("pragma journal_mode = wal;");
            Migrations.Sqlite.Apply(DeployChanges.To.SqliteDatabase(_connectionString), Path);
        }
        catch (Exception fault) when (DatabaseException.Knows(fault))
        {
            throw DatabaseException.Of(Path, fault);
        }
    }

    internal static void CreatePrivately(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, owner | UnixFileMode.UserExecute);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, UnixCreateMode = owner,
        });
    }

    /// <summary>A file held open by one process at a time while it migrates.</summary>
    private FileStream Lock()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 600)
            {
                Thread.Sleep(50);
            }
        }
    }
}
