using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaBot.EndToEnd.Parts;

/// <summary>The chat page with a bot behind it that only repeats, so that a fault seen here is the page's: words, a card, an update.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly WebApplication _app;

    private EchoServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public int Port => Address.Port;

    /// <summary>True: the bot answers 500.</summary>
    public bool Broken { get; set; }

    /// <param name="port">0 for a free one; the same again stands for a restart.</param>
    public static async Task<EchoServer> StartAsync(int port = 0)
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "webchat.js"))) Missing.Skip("Web Chat is not here: the build needs Node.js and a network to bring it in.");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.AddChatPage();
        var app = builder.Build();
        var server = new EchoServer(app);
        app.MapChatPage();
        app.MapPost("/api/messages", server.TakeAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var activity = (await request.ReadFromJsonAsync<JsonObject>())!;
        if (Broken) return Results.StatusCode(500);
        var type = (string?)activity["type"];
        if (type == "invoke")
        {
            var data = activity["value"]!["action"]!["data"]!;
            if ((string?)data["name"] == "fail") return Results.StatusCode(501);
            return Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = Card($"tapped {data["n"]} {data["name"]}", (int)data["n"]! + 1) });
        }
        if (type == "message") await ReplyAsync(activity);
        return Results.Ok();
    }

    private async Task ReplyAsync(JsonObject activity)
    {
        var text = (string?)activity["text"];
        var reply = text == "card"
            ? new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = Card("a card", 1) }) }
            : new JsonObject { ["type"] = "message", ["text"] = $"echo {text}" };
        // Some channels end their address with a slash, some do not.
        using var response = await _http.PostAsJsonAsync($"{((string)activity["serviceUrl"]!).TrimEnd('/')}/v3/conversations/{activity["conversation"]!["id"]}/activities/{activity["id"]}", reply);
        response.EnsureSuccessStatusCode();
    }

    private static JsonObject Card(string text, int n) => new()
    {
        ["type"] = "AdaptiveCard", ["version"] = "1.5", ["fallbackText"] = text, ["speak"] = text,
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true },
            new JsonObject { ["type"] = "Input.Text", ["id"] = "name", ["label"] = "name" }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "tap", ["verb"] = "tap", ["style"] = "positive", ["data"] = new JsonObject { ["n"] = n } }),
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
