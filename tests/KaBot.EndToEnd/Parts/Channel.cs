using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaBot.EndToEnd.Parts;

/// <summary>A channel that takes the replies in the response: one person in one conversation. It may send the same activity again.</summary>
internal sealed class Channel(Uri bot) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Sends a message; the replies as JSON, ids and times left out. Throws <see cref="HttpRequestException"/> when the bot is not there.</summary>
    public Task<string> SayAsync(string id, string text) => PostAsync(Activity(id, "message", new JsonObject { ["text"] = text }));

    /// <summary>Taps a button of a card; the verb's answer as JSON.</summary>
    public Task<string> TapAsync(string id, string verb, JsonObject data) => PostAsync(Activity(id, "invoke", new JsonObject
    {
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } },
    }));

    public void Dispose() => _http.Dispose();

    private static JsonObject Activity(string id, string type, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type, ["id"] = id, ["channelId"] = "test", ["serviceUrl"] = "http://127.0.0.1:9/", ["locale"] = "zh-CN", ["deliveryMode"] = "expectReplies",
            ["timestamp"] = DateTime.UtcNow, ["from"] = new JsonObject { ["id"] = "zhang", ["name"] = "张敏" }, ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "talk" },
        };
        foreach (var (name, value) in more) activity[name] = value!.DeepClone();
        return activity;
    }

    private async Task<string> PostAsync(JsonObject activity)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(bot, "/api/messages"), activity);
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.TryGetProperty("activities", out var replies)
            ? string.Join('\n', replies.EnumerateArray().Select(Said)) : body.RootElement.GetRawText();
    }

    private static string Said(JsonElement reply) =>
        reply.TryGetProperty("attachments", out var cards) && cards.GetArrayLength() > 0 ? cards[0].GetProperty("content").GetRawText()
        : reply.TryGetProperty("text", out var text) ? text.GetString()! : "";
}
