using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>
/// What KaBot keeps of a conversation between turns: whether it has said hello, the dialogs under way, and what was told before it was
/// clear of which deal (as <see cref="FactsJson"/>).
/// </summary>
internal sealed class ConversationState
{
    public bool Welcomed { get; set; }

    public DialogState Dialogs { get; private init; } = new();

    public string? Pending { get; set; }

    /// <summary>The deal spoken of last, and when; null for none yet.</summary>
    public (string Deal, DateTimeOffset At)? Spoken { get; set; }

    /// <summary>The practice item shown last, while nothing else has come between; as <see cref="Turn.Practising"/>.</summary>
    public string? Practising { get; set; }

    /// <summary>The deal of the dialog under way, or null.</summary>
    public string? DealUnderWay => Dialogs.DialogStack is [var top, ..] && top.State.TryGetValue(Turn.DealKey, out var deal) ? deal as string : null;

    public static ConversationState Parse(string? json)
    {
        if (string.IsNullOrEmpty(json)) return new ConversationState();
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ConversationState
        {
            Pending = root.TryGetProperty("pending", out var pending) ? pending.GetString() : null,
            Spoken = root.TryGetProperty("spoken", out var spoken) && spoken.ValueKind == JsonValueKind.Object
                ? (spoken.GetProperty("deal").GetString()!, spoken.GetProperty("at").GetDateTimeOffset()) : null,
            Practising = root.TryGetProperty("practising", out var practising) ? practising.GetString() : null,
            Welcomed = root.TryGetProperty("welcomed", out var welcomed) && welcomed.GetBoolean(),
            Dialogs = root.TryGetProperty("dialogs", out var dialogs) ? DialogStateJson.Read(dialogs) : new DialogState(),
        };
    }

    public string ToJson() => new JsonObject
    {
        ["welcomed"] = Welcomed,
        ["pending"] = Pending,
        ["spoken"] = Spoken is not (var deal, var at) ? null : new JsonObject { ["deal"] = deal, ["at"] = at.ToString("O") },
        ["practising"] = Practising,
        ["dialogs"] = DialogStateJson.Write(Dialogs),
    }.ToJsonString();
}
