using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace KaBot.Storage;

/// <summary>The SQLite file: where it lies, how connections are set, its migrations.</summary>
public sealed class Database
{
    private readonly string _connectionString;

    static Database()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Moments());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    public Database(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, Pooling = true, ForeignKeys = true }.ToString();
    }

    public string Path { get; }

    /// <summary>An open connection to read by.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// An open connection to write by: each commit is on disk before it is acknowledged; patient with another process that writes; the
    /// log is folded into the file after 32 MB, not after every hundred turns.
    /// </summary>
    public SqliteConnection OpenToWrite()
    {
        var connection = Open();
        connection.Execute("pragma busy_timeout = 10000; pragma synchronous = full; pragma wal_autocheckpoint = 8000;");
        return connection;
    }

    /// <summary>
    /// Makes the file readable by its owner only, and brings its schema up to date. Two processes may do so at once. Throws
    /// <see cref="DatabaseException"/> when the file cannot be used, or a newer KaBot wrote it.
    /// </summary>
    public void Migrate()
    {
        try
        {
            CreatePrivately(Path);
            using var once = Lock();
            using (var connection = OpenToWrite()) connection.Execute("pragma journal_mode = wal;");
            var engine = DeployChanges.To.SqliteDatabase(_connectionString)
                .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsMigration)
                .WithTransactionPerScript().LogTo(new NoOpUpgradeLog()).Build();
            RefuseNewer(Path, engine.GetExecutedScripts());
            var result = engine.PerformUpgrade();
            if (!result.Successful) throw new DatabaseException($"The database '{Path}' could not be brought up to date: {result.Error.Message}", result.Error);
        }
        catch (Exception fault) when (DatabaseException.Knows(fault))
        {
            throw DatabaseException.Of(Path, fault);
        }
    }

    /// <summary>A database that holds migrations this program does not have is a newer program's; writing to it could spoil it.</summary>
    internal static void RefuseNewer(string path, IEnumerable<string> migrations)
    {
        var unknown = migrations.Except(Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsMigration)).ToList();
        if (unknown.Count > 0)
            throw new DatabaseException($"The database '{path}' was written by a newer KaBot ({string.Join(", ", unknown)}); start that version, or restore an older backup.");
    }

    private static bool IsMigration(string resource) => resource.Contains(".Storage.Migrations.", StringComparison.Ordinal);

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

    /// <summary>Moments as ISO text in UTC: they sort as text.</summary>
    private sealed class Moments : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

        public override DateTimeOffset Parse(object value) => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);
    }
}
