using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaBot.Benchmarks;

/// <summary>An activity on its way to the bot.</summary>
internal sealed record Spoken(string Conversation, byte[] Activity);

/// <summary>Somebody in a conversation with the bot, as a channel speaks for them.</summary>
internal sealed class Rep(Connector connector, string id)
{
    private int _said;

    public Spoken Say(string text) => Send(new JsonObject { ["type"] = "message", ["text"] = text });

    public Spoken Tap(string verb, JsonNode? data) => Send(new JsonObject
    {
        ["type"] = "invoke", ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } },
    });

    /// <summary>What the first button with a verb carries, on the newest card that came and has one. Throws when there is none.</summary>
    public JsonObject Button(string verb) => connector.Take(id).Reverse().Select(came => Find(JsonNode.Parse(came), verb)).OfType<JsonObject>().FirstOrDefault()
        ?? throw new InvalidOperationException($"No card came with a button for {verb}.");

    /// <summary>Whether anything came since this, or the cards, were asked for last.</summary>
    public bool Answered => connector.Take(id).Any();

    private static JsonObject? Find(JsonNode? node, string verb) => node switch
    {
        JsonObject action when (string?)action["verb"] == verb => (JsonObject?)action["data"]?.DeepClone(),
        JsonObject some => some.Select(property => Find(property.Value, verb)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Find(item, verb)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private Spoken Send(JsonObject activity)
    {
        activity["id"] = $"{id}-{_said++}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = connector.Address.AbsoluteUri;
        activity["locale"] = "zh-CN";
        activity["timestamp"] = DateTime.UtcNow;
        activity["from"] = new JsonObject { ["id"] = $"user-{id}", ["name"] = "张敏" };
        activity["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "KaBot" };
        activity["conversation"] = new JsonObject { ["id"] = id, ["conversationType"] = "personal" };
        return new Spoken(id, JsonSerializer.SerializeToUtf8Bytes(activity));
    }
}
