using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// How a person is reached when KaBot writes first: the conversation reference as KaBot's own JSON, read alike under the stand-in and the
/// real SDK. Only one-to-one conversations count: a reminder is nobody else's business.
/// </summary>
internal static class References
{
    /// <summary>The reference an activity gives, with what only earlier ones told; the known one when it gives none.</summary>
    public static string? Of(Activity activity, string? known)
    {
        if (activity.Conversation is not { IsGroup: not true, ConversationType: null or "" or "personal" } conversation
            || activity.ServiceUrl is not { } service || !service.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return known;
        var before = known is null ? null : JsonNode.Parse(known);
        return new JsonObject
        {
            ["channel"] = activity.ChannelId, ["service"] = service, ["conversation"] = conversation.Id,
            ["tenant"] = conversation.TenantId, ["bot"] = activity.Recipient?.Id, ["user"] = activity.From.Id,
            ["locale"] = activity.Locale ?? (string?)before?["locale"], ["zone"] = activity.LocalTimezone ?? (string?)before?["zone"],
        }.ToJsonString();
    }

    public static ConversationReference Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ConversationReference
        {
            ChannelId = Text("channel"), ServiceUrl = Text("service"), Locale = Text("locale"),
            Conversation = new ConversationAccount(id: Text("conversation"), tenantId: Text("tenant"), conversationType: "personal"),
            Bot = new ChannelAccount(Text("bot")), User = new ChannelAccount(Text("user")),
        };

        string? Text(string name) => root.GetProperty(name).GetString();
    }
}
