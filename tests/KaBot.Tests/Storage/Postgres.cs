using KaBot.Tests.Storage;

[assembly: AssemblyFixture(typeof(Postgres))]

namespace KaBot.Tests.Storage;

/// <summary>One PostgreSQL server for all tests, started by the first that needs it; each test has a database of its own there.</summary>
public sealed class Postgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer?>> Server = new(PostgresServer.StartAsync);

    /// <summary>The connection string of a new database. Skips the test when PostgreSQL is not installed; with <c>CI=true</c> it fails.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        if (await Server.Value is { } server) return await server.NewDatabaseAsync();
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(PostgresServer.Missing);
        Assert.Skip(PostgresServer.Missing);
        return "";
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && await Server.Value is { } server) await server.DisposeAsync();
    }
}
