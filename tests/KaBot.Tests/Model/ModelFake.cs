using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.Model;

/// <summary>An endpoint on loopback that speaks as OpenAI's and Azure's do, and behaves as badly as it is told to.</summary>
internal sealed class ModelFake : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelFake()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            Asked.Enqueue((context.Request.Path + context.Request.QueryString.ToString(), context.Request.Headers.Authorization.ToString() + context.Request.Headers["api-key"], body.RootElement.Clone()));
            await (Behave.TryDequeue(out var next) ? next : Usual)(context);
        });
    }

    public string Url => _app.Urls.Single();

    public ConcurrentQueue<(string Path, string Key, JsonElement Body)> Asked { get; } = [];

    /// <summary>What it does with the next requests; after them, the usual.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Behave { get; } = [];

    public Func<HttpContext, Task> Usual { get; set; } = Say("{\"readings\": []}");

    public static async Task<ModelFake> StartAsync()
    {
        var fake = new ModelFake();
        await fake._app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>An ordinary completion.</summary>
    public static Func<HttpContext, Task> Say(string answer, string finish = "stop", bool usage = true) => context => context.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = "c1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = finish, ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = answer } }),
        ["usage"] = usage ? new JsonObject { ["prompt_tokens"] = 1000, ["completion_tokens"] = 100, ["total_tokens"] = 1100 } : null,
    });

    /// <summary>A reading as a model would write it.</summary>
    public static Func<HttpContext, Task> Reading(string fact, JsonNode? value, string evidence, string certainty = "stated") => Say(new JsonObject
    {
        ["readings"] = new JsonArray(new JsonObject { ["fact"] = fact, ["value"] = value, ["increment"] = false, ["certainty"] = certainty, ["evidence"] = evidence }),
    }.ToJsonString());

    public static Func<HttpContext, Task> Fail(int status, string? retryAfter = null, string code = "error", string message = "no") => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message } });
    };

    public static Task Hang(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>A byte now and then, and never the end.</summary>
    public static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        try
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller gave up.
        }
    }

    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
