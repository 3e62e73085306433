using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KaBot.Benchmarks;

/// <summary>A channel's end on loopback: takes whatever the bot sends, and gives each an id.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"1"}"""u8.ToArray();
    private readonly WebApplication _app;
    private long _taken;

    private Connector(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>How many activities came in.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var connector = new Connector(app);
        app.Run(async context =>
        {
            Interlocked.Increment(ref connector._taken);
            await context.Request.BodyReader.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Answer);
        });
        app.Urls.Add($"http://127.0.0.1:{FreePort()}");
        await app.StartAsync();
        return connector;
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
