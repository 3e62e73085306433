using System.Net.WebSockets;
using System.Text;

namespace KaBot.Web.DirectLine;

/// <summary>The WebSocket of a page: each change as an ActivitySet, from the watermark on.</summary>
internal static class ActivityStream
{
    public static async Task RunAsync(string id, HttpContext context, Caller caller, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }
        if (caller.Of(id, context.Request.Query["t"]) is not { } here)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await Task.WhenAll(ListenAsync(socket, end), TellAsync(socket, here.Conversation, context.Request.Query["watermark"], end));
    }

    private static async Task TellAsync(WebSocket socket, Conversation conversation, string? watermark, CancellationTokenSource end)
    {
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var news = conversation.Since(watermark);
                if (news.Count > 0) await socket.SendAsync(Encoding.UTF8.GetBytes(news.Json), WebSocketMessageType.Text, true, end.Token);
                watermark = news.Watermark;
                await news.Changed.WaitAsync(end.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // The page went away or the server stops: it reconnects with its watermark.
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    /// <summary>A page sends nothing but empty pings; what matters is that it closes.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource end)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, end.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // As above.
        }
        finally
        {
            await end.CancelAsync();
        }
    }
}
