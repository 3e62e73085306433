using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.BotFramework;

/// <summary>A bot behind the cloud adapter on loopback.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private BotHost(CloudAdapter adapter, IBot bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Map("/api/messages", (HttpContext context) => adapter.ProcessAsync(context.Request, context.Response, bot));
    }

    public static Task<BotHost> StartAsync(IBot bot, params (string Key, string? Value)[] settings) =>
        StartAsync(new CloudAdapter(Configuration(settings)), bot);

    public static async Task<BotHost> StartAsync(CloudAdapter adapter, IBot bot)
    {
        var host = new BotHost(adapter, bot);
        await host._app.StartAsync();
        return host;
    }

    public static IConfiguration Configuration(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    public async Task<(int Status, string Body)> PostAsync(string body, string? contentType = "application/json", string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.Single() + "/api/messages");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<int> GetAsync()
    {
        using var response = await _client.GetAsync(_app.Urls.Single() + "/api/messages");
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
