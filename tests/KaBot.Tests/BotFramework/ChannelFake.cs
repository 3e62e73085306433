using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.BotFramework;

/// <summary>A channel's service on loopback: keeps what it is called with and answers what it is told to.</summary>
internal sealed class ChannelFake : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChannelFake()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            Calls.Add(new Call(
                context.Request.Method,
                context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.Authorization,
                body.Length == 0 ? default : JsonDocument.Parse(body).RootElement));
            context.Response.StatusCode = Status;
            foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
            await context.Response.WriteAsync(Answer);
        });
    }

    public string Url => _app.Urls.Single() + "/";

    public List<Call> Calls { get; } = [];

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = """{"id":"sent-1"}""";

    public Dictionary<string, string> Headers { get; } = [];

    public static async Task<ChannelFake> StartAsync()
    {
        var fake = new ChannelFake();
        await fake._app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal sealed record Call(string Method, string Path, string? Authorization, JsonElement Body);
}
