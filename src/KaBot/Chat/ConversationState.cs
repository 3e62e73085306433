using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>What KaBot keeps of a conversation between turns: whether it has said hello, and the dialogs under way.</summary>
internal sealed class ConversationState
{
    public bool Welcomed { get; set; }

    public DialogState Dialogs { get; private init; } = new();

    public static ConversationState Parse(string? json)
    {
        if (string.IsNullOrEmpty(json)) return new ConversationState();
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ConversationState
        {
            Welcomed = root.TryGetProperty("welcomed", out var welcomed) && welcomed.GetBoolean(),
            Dialogs = root.TryGetProperty("dialogs", out var dialogs) ? DialogStateJson.Read(dialogs) : new DialogState(),
        };
    }

    public string ToJson() => new JsonObject
    {
        ["welcomed"] = Welcomed,
        ["dialogs"] = DialogStateJson.Write(Dialogs),
    }.ToJsonString();
}
