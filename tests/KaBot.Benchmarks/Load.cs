using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace KaBot.Benchmarks;

/// <summary>What a run of turns came to.</summary>
internal sealed record LoadResult(double PerSecond, double P50Ms, double P99Ms, double CpuMsPerTurn);

/// <summary>Turns over HTTP: some conversations at once, each sending its next activity when the one before is answered.</summary>
internal static class Load
{
    /// <param name="server">The process that answers; its CPU time is counted.</param>
    /// <param name="connections">How many conversations at once.</param>
    /// <param name="turns">The activity of a conversation's n-th turn, as JSON.</param>
    /// <param name="warmUp">Turns of each conversation before the clock runs.</param>
    public static async Task<LoadResult> RunAsync(
        Uri messages, Process server, int connections, int warmUp, int measured, Func<int, int, JsonObject> turns)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        await Task.WhenAll(Enumerable.Range(0, connections).Select(conversation => TakeAsync(http, messages, conversation, 0, warmUp, turns, null)));
        var times = Enumerable.Range(0, connections).Select(_ => new List<double>(measured)).ToArray();
        server.Refresh();
        var cpu = server.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(conversation => TakeAsync(http, messages, conversation, warmUp, measured, turns, times[conversation])));
        clock.Stop();
        server.Refresh();
        var all = times.SelectMany(each => each).Order().ToArray();
        return new LoadResult(all.Length / clock.Elapsed.TotalSeconds, all[all.Length / 2], all[(int)(all.Length * 0.99)],
            (server.TotalProcessorTime - cpu).TotalMilliseconds / all.Length);
    }

    private static async Task TakeAsync(
        HttpClient http, Uri messages, int conversation, int first, int count, Func<int, int, JsonObject> turns, List<double>? times)
    {
        for (var turn = first; turn < first + count; turn++)
        {
            using var body = JsonContent.Create(turns(conversation, turn));
            await body.LoadIntoBufferAsync();
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsync(messages, body);
            times?.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>An activity as a channel sends it.</summary>
    public static JsonObject Activity(Uri serviceUrl, int conversation, int turn, string type) => new()
    {
        ["type"] = type, ["id"] = $"{conversation}-{turn}", ["channelId"] = "directline", ["serviceUrl"] = serviceUrl.AbsoluteUri, ["locale"] = "zh-CN",
        ["timestamp"] = DateTime.UtcNow, ["from"] = new JsonObject { ["id"] = $"user-{conversation}", ["name"] = "张敏" },
        ["recipient"] = new JsonObject { ["id"] = "bot" }, ["conversation"] = new JsonObject { ["id"] = $"talk-{conversation}" },
    };

    public static JsonObject Message(Uri serviceUrl, int conversation, int turn, string text)
    {
        var message = Activity(serviceUrl, conversation, turn, "message");
        message["text"] = text;
        return message;
    }

    public static JsonObject Tap(Uri serviceUrl, int conversation, int turn, string verb, JsonObject data)
    {
        var tap = Activity(serviceUrl, conversation, turn, "invoke");
        tap["name"] = "adaptiveCard/action";
        tap["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        return tap;
    }
}
