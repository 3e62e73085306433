using System.Data.Common;
using Dapper;
using DbUp;
using Npgsql;

namespace KaBot.Storage;

/// <summary>A schema of its own ("kabot", or the connection string's <c>Search Path</c>) on a PostgreSQL server, shared by any number of nodes.</summary>
public sealed class PostgresDatabase : Database, IDisposable
{
    private const string UsualSchema = "kabot";

    /// <summary>Longer than the migrations of a large database take: other nodes wait that long for the one that runs them.</summary>
    private const int Patience = 600;

    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    /// <summary>What the connection string does not say is set for nodes that share a server: a bounded pool, statements prepared when they come again.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public PostgresDatabase(string connectionString)
    {
        var settings = Complete(connectionString);
        _schema = settings.SearchPath!;
        (ConnectionString, Name) = (settings.ToString(), $"{settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}");
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    public override Dialect Dialect => Dialect.PostgreSql;

    /// <summary>The database and its server, as messages call it.</summary>
    public string Name { get; }

    public override DbConnection Open() => _source.OpenConnection();

    public override void Migrate()
    {
        try
        {
            using var connection = Open();
            // Held by one process at a time; gone with its connection, however that ends.
            connection.Execute("select pg_advisory_lock(hashtext('KaBot'), hashtext(@schema))", new { schema = _schema }, commandTimeout: Patience);
            if (connection.ExecuteScalar<bool>("select to_regnamespace(quote_ident(@schema)) is null", new { schema = _schema }))
                connection.Execute($"create schema \"{_schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            Migrations.PostgreSql.Apply(DeployChanges.To.PostgresqlDatabase(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString(), _schema), Name);
            connection.Execute("select pg_advisory_unlock(hashtext('KaBot'), hashtext(@schema))", new { schema = _schema });
        }
        catch (Exception fault) when (DatabaseException.Knows(fault))
        {
            throw DatabaseException.Of(Name, fault);
        }
    }

    /// <summary>Few connections to the same schema for a library that keeps its own.</summary>
    public static string ForLibrary(string connectionString) => new NpgsqlConnectionStringBuilder(Complete(connectionString).ToString()) { MaxPoolSize = 5 }.ToString();

    private static NpgsqlConnectionStringBuilder Complete(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.SearchPath ??= UsualSchema;
        if (!settings.ContainsKey("Maximum Pool Size")) settings.MaxPoolSize = 30;
        if (!settings.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = 100;
        if (!settings.ContainsKey("Application Name")) settings.ApplicationName = "KaBot";
        return settings;
    }

    public void Dispose() => _source.Dispose();
}
