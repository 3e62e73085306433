using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;

namespace KaBot.Storage;

/// <summary>Where everything is kept: how it is reached, how its schema is brought up to date. Stores know no more of it.</summary>
public abstract class Database
{
    static Database()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Moments());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    /// <summary>The database that the settings name; not opened yet.</summary>
    public static Database Of(IConfiguration settings) => StorageOptions.Read(settings) is { IsPostgreSql: true } options
        ? new PostgresDatabase(options.ConnectionString) : new SqliteDatabase(StorageFolder.DatabaseFile(settings));

    public abstract Dialect Dialect { get; }

    /// <summary>An open connection to read by.</summary>
    public abstract DbConnection Open();

    /// <summary>An open connection to write by: each commit is on disk before it is acknowledged.</summary>
    public virtual DbConnection OpenToWrite() => Open();

    /// <summary>
    /// Brings the schema up to date; many processes may do so at once. Throws <see cref="DatabaseException"/> when the database cannot be
    /// used, or a newer KaBot wrote it.
    /// </summary>
    public abstract void Migrate();

    /// <summary>A moment as ISO text in UTC, which sorts as text.</summary>
    internal static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private sealed class Moments : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Text(value);

        public override DateTimeOffset Parse(object value) => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);
    }
}
