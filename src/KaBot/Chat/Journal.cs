using System.Text.Encodings.Web;
using System.Text.Json;
using KaBot.Cards.Elements;
using KaBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// What a turn answered, as JSON: it is recorded before it is sent, and sent from the record, so a redelivered activity gets the very
/// same answer.
/// </summary>
internal static class Journal
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Turn turn) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["replies"] = turn.Replies.Select(reply => new Dictionary<string, object?>
        {
            ["text"] = reply.Text, ["card"] = reply.Card?.Render(), ["summary"] = reply.Card?.Summary,
        }),
        ["replacement"] = turn.Replacement?.Render(),
    }, Compact);

    /// <summary>Sends what was recorded, in order, and answers an invoke.</summary>
    public static async Task SendAsync(ITurnContext context, string journal, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(journal);
        foreach (var reply in document.RootElement.GetProperty("replies").EnumerateArray())
            await context.SendActivityAsync(Message(reply), cancellationToken);
        if (context.Activity.Type == ActivityTypes.Invoke)
            await context.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse)
            {
                Value = new InvokeResponse { Status = 200, Body = Answer(document.RootElement.GetProperty("replacement")) },
            }, cancellationToken);
    }

    private static IActivity Message(JsonElement reply)
    {
        if (reply.GetProperty("card") is not { ValueKind: JsonValueKind.Object } card) return MessageFactory.Text(reply.GetProperty("text").GetString());
        var message = MessageFactory.Attachment(new Attachment { ContentType = Card.ContentType, Content = Plain(card) });
        message.Summary = reply.GetProperty("summary").GetString();
        return message;
    }

    private static AdaptiveCardInvokeResponse Answer(JsonElement card) => card.ValueKind == JsonValueKind.Object
        ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Card.ContentType, Value = Plain(card) }
        : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "" };

    // Plain dictionaries and lists: any serializer writes them alike.
    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Plain(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number => json.GetDecimal(),
        _ => null,
    };
}
