using KaBot.EndToEnd.Parts;
using KaBot.Storage;
using KaBot.Tests.Storage;

namespace KaBot.EndToEnd.Nodes;

/// <summary>Three real KaBot processes on one PostgreSQL of the test's own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly PostgresServer _server;

    private Cluster(PostgresServer server, PostgresDatabase database, KaBotProcess[] nodes) => (_server, Database, Nodes) = (server, database, nodes);

    public PostgresDatabase Database { get; }
    public KaBotProcess[] Nodes { get; }

    /// <summary>Skips the test where PostgreSQL is not installed.</summary>
    /// <param name="settings">As environment variables, e.g. <c>Reminders__Lease</c>.</param>
    public static async Task<Cluster> StartAsync(Func<PostgresDatabase, Task> fill, params (string Key, string? Value)[] settings)
    {
        var server = await PostgresServer.StartAsync();
        if (server is null) Missing.Skip(PostgresServer.Missing);
        var database = new PostgresDatabase(await server!.NewDatabaseAsync());
        database.Migrate();
        await fill(database);
        (string, string?)[] all = [("Storage__Provider", "PostgreSQL"), ("Storage__ConnectionString", database.ConnectionString), .. settings];
        return new Cluster(server, database, await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => KaBotProcess.StartAsync(all))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
        Database.Dispose();
        await _server.DisposeAsync();
    }
}
