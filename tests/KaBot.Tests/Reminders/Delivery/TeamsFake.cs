using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>A simulated Teams on loopback: takes messages and updates, keeps them with the time of the test's clock, and answers as told.</summary>
internal sealed class TeamsFake : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _ids;

    private TeamsFake(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var path = context.Request.Path.Value!.Split('/');
            var call = new Call(context.Request.Method, path[3], body.RootElement.Clone(), clock.GetUtcNow());
            Calls.Enqueue(call);
            var answer = Answer(call);
            if (answer.Status == 0)
            {
                context.Abort();
                return;
            }
            context.Response.StatusCode = answer.Status;
            if (answer.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
            if (answer.Status < 300) Taken.Enqueue(call);
            await context.Response.WriteAsJsonAsync(answer.Status < 300
                ? (object)new { id = $"m{Interlocked.Increment(ref _ids)}" } : new { error = new { code = answer.Code, message = "no" } });
        });
    }

    public string Url => _app.Urls.Single() + "/";

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>What was taken, not turned away.</summary>
    public ConcurrentQueue<Call> Taken { get; } = [];

    public Func<Call, TeamsAnswer> Answer { get; set; } = _ => new TeamsAnswer(201);

    public static async Task<TeamsFake> StartAsync(TimeProvider clock)
    {
        var fake = new TeamsFake(clock);
        await fake._app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal sealed record Call(string Method, string Conversation, JsonElement Body, DateTimeOffset At)
    {
        public string Summary => Body.GetProperty("summary").GetString()!;

        public string Card => Body.GetProperty("attachments")[0].GetProperty("content").GetRawText();
    }
}

/// <summary>Status 0: the connection breaks off without an answer.</summary>
internal sealed record TeamsAnswer(int Status, string? Code = null, int? RetryAfter = null);
