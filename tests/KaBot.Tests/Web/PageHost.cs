using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.Web;

/// <summary>The chat page's server on a free loopback port, with a small bot of the test behind <c>/api/messages</c>.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageHost(WebApplication app) => _app = app;

    public HttpClient Http { get; private init; } = null!;

    /// <summary>What the bot heard, in order.</summary>
    public ConcurrentQueue<JsonObject> Heard { get; } = new();

    /// <summary>What the bot does with an activity; by default it says nothing and takes it.</summary>
    public Func<PageHost, JsonObject, Task<IResult>> Bot { get; set; } = (_, _) => Task.FromResult(Results.Ok());

    /// <param name="keys">A folder for the keys of tokens, shared by the hosts that stand for one machine.</param>
    public static async Task<PageHost> StartAsync(string? keys = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(each => each.Key, each => (string?)each.Value));
        builder.AddChatPage();
        if (keys is null) builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        else builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(keys));
        var app = builder.Build();
        PageHost? host = null;
        app.MapChatPage();
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = (await request.ReadFromJsonAsync<JsonObject>())!;
            host!.Heard.Enqueue(activity);
            return await host.Bot(host, activity);
        });
        await app.StartAsync();
        return host = new PageHost(app) { Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    /// <summary>Says something in the conversation that an activity came from, as a bot does over the connector.</summary>
    public async Task<string> SayAsync(JsonObject about, JsonObject reply)
    {
        var url = $"{about["serviceUrl"]}v3/conversations/{about["conversation"]!["id"]}/activities/{about["id"]}";
        using var response = await Http.PostAsJsonAsync(url, reply);
        Assert.Equal(201, (int)response.StatusCode);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Waits until the bot has heard something of a kind.</summary>
    public async Task<JsonObject> HeardAsync(string type, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Heard.FirstOrDefault(activity => (string?)activity["type"] == type) is { } found) return found;
            await Task.Delay(10, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>A client of Direct Line that does what Web Chat does.</summary>
internal sealed class PageClient(HttpClient http, JsonObject opened)
{
    public string Conversation => (string)opened["conversationId"]!;
    public string Token => (string)opened["token"]!;
    public Uri Stream => new((string)opened["streamUrl"]!);

    public static async Task<PageClient> OpenAsync(PageHost host, string? conversation = null, string locale = "en-US", string user = "u_1")
    {
        var ask = new JsonObject { ["user"] = new JsonObject { ["id"] = user, ["name"] = "Li" }, ["locale"] = locale, ["conversationId"] = conversation };
        using var ticket = await host.Http.PostAsJsonAsync("/v3/directline/tokens/generate", ask);
        ticket.EnsureSuccessStatusCode();
        var given = (await ticket.Content.ReadFromJsonAsync<JsonObject>())!;
        var client = new PageClient(host.Http, given);
        return new PageClient(host.Http, await client.GetAsync(""));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string rest, JsonNode? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/conversations/{Conversation}{rest}");
        request.Headers.Authorization = new("Bearer", token ?? Token);
        if (body is not null) request.Content = JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    public async Task<JsonObject> GetAsync(string rest)
    {
        using var response = await SendAsync(HttpMethod.Get, rest);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => SendAsync(HttpMethod.Post, "/activities", activity);

    public Task<HttpResponseMessage> SayAsync(string text, string id) => PostAsync(new JsonObject
    {
        ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "someone-else" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = id },
    });

    public async Task<(List<JsonObject> Activities, string Watermark)> ReadAsync(string watermark = "")
    {
        var set = await GetAsync($"/activities?watermark={watermark}");
        return ([.. set["activities"]!.AsArray().Select(activity => activity!.AsObject())], (string)set["watermark"]!);
    }
}
