using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KaBot.EndToEnd.Nodes;

/// <summary>A simulated Teams in a process that lives on when nodes die: takes messages, turns every so many away with 429, and counts by conversation.</summary>
internal sealed class BusyTeams : IAsyncDisposable
{
    private const int TurnedAway = 25;
    private readonly WebApplication _app;
    private int _calls;

    private BusyTeams()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/v3/conversations/{conversation}/activities/{reply?}", (string conversation, HttpResponse response) =>
        {
            var call = Interlocked.Increment(ref _calls);
            if (call % TurnedAway == 0)
            {
                Interlocked.Increment(ref _throttled);
                response.Headers.RetryAfter = "1";
                return Results.Json(new { error = new { code = "TooManyRequests", message = "wait" } }, statusCode: StatusCodes.Status429TooManyRequests);
            }
            Taken.AddOrUpdate(conversation, 1, (_, times) => times + 1);
            return Results.Json(new { id = $"m{call}" }, statusCode: StatusCodes.Status201Created);
        });
    }

    private int _throttled;

    public string Url => _app.Urls.Single() + "/";

    /// <summary>How often each conversation was written to.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    public int Throttled => _throttled;

    public static async Task<BusyTeams> StartAsync()
    {
        var teams = new BusyTeams();
        await teams._app.StartAsync();
        return teams;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
