using Npgsql;

namespace KaBot.Storage;

/// <summary>The section <c>Storage</c> of the settings: which database, and where it is.</summary>
public sealed record StorageOptions
{
    private const string Sqlite = "Sqlite", PostgreSql = "PostgreSQL";

    /// <summary>"Sqlite" or "PostgreSQL".</summary>
    public string Provider { get; init; } = Sqlite;

    /// <summary>Of the PostgreSQL server, in Npgsql's words: <c>Host=…;Database=…;Username=…;Password=…</c>.</summary>
    public string ConnectionString { get; init; } = "";

    public bool IsPostgreSql => Provider.Equals(PostgreSql, StringComparison.OrdinalIgnoreCase);

    public static StorageOptions Read(IConfiguration settings) => new()
    {
        Provider = settings["Storage:Provider"] is { Length: > 0 } provider ? provider : Sqlite,
        ConnectionString = settings["Storage:ConnectionString"] ?? "",
    };

    /// <summary>What is wrong with the settings; empty when nothing is. Never repeats a password.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        var options = Read(settings);
        if (!options.IsPostgreSql && !options.Provider.Equals(Sqlite, StringComparison.OrdinalIgnoreCase))
            yield return $"Storage:Provider is '{options.Provider}'; it is one of {Sqlite}, {PostgreSql}.";
        if (!options.IsPostgreSql) yield break;
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            yield return "Storage:Provider is PostgreSQL and needs Storage:ConnectionString, e.g. Host=localhost;Database=kabot;Username=kabot;Password=….";
        else if (Fault(options.ConnectionString) is { } fault)
            yield return $"Storage:ConnectionString {fault}; write it as Host=localhost;Database=kabot;Username=kabot;Password=….";
    }

    private static string? Fault(string connectionString)
    {
        try
        {
            return string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString).Host) ? "names no Host" : null;
        }
        catch (ArgumentException fault)
        {
            return $"is not understood ({fault.Message})";
        }
    }
}
