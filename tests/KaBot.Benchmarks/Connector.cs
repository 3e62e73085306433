using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace KaBot.Benchmarks;

/// <summary>A channel's end on loopback: takes whatever the bot sends and gives it an id. Those who talk can look at what came.</summary>
internal sealed class Connector : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _came = new(StringComparer.Ordinal);

    public Connector()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>What a conversation was sent since this was asked last, in order.</summary>
    public IEnumerable<byte[]> Take(string conversation) => _came.TryRemove(conversation, out var came) ? came : [];

    /// <summary>Keeps what a conversation was sent.</summary>
    public void Keep(string conversation, byte[] activity) => _came.GetOrAdd(conversation, _ => new()).Enqueue(activity);

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var wire = new Wire(socket);
        try
        {
            while (await wire.ReadAsync() is { } call)
            {
                // POST /v3/conversations/{conversation}/activities…
                Keep(call.Start.Split('/', 5)[3], call.Body);
                await wire.SendAsync("HTTP/1.1 201 Created\r\nContent-Type: application/json", """{"id":"1"}"""u8.ToArray());
            }
        }
        catch (SocketException)
        {
            // The server was stopped.
        }
    }
}
