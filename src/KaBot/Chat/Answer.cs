using System.Text.Encodings.Web;
using System.Text.Json;
using KaBot.Cards.Elements;
using KaBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// What a turn answers: it is recorded before it is sent, so a redelivered activity gets the very same. Cards are plain dictionaries
/// and lists, which any serializer writes alike.
/// </summary>
/// <param name="Replies">What is said, in order.</param>
/// <param name="Replacement">The card that takes the tapped one's place, or null.</param>
internal sealed record Answer(IReadOnlyList<Answer.Said> Replies, object? Replacement)
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Words, or a card and its summary.</summary>
    public sealed record Said(string? Text, object? Card, string? Summary);

    public static Answer Of(Turn turn) =>
        new([.. turn.Replies.Select(reply => new Said(reply.Text, reply.Card?.Render(), reply.Card?.Summary))], turn.Replacement?.Render());

    public static Answer Parse(string journal)
    {
        var answer = JsonSerializer.Deserialize<Answer>(journal, Compact)!;
        return new([.. answer.Replies.Select(said => said with { Card = Plain(said.Card) })], Plain(answer.Replacement));
    }

    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    /// <summary>What is said, as messages of the channel.</summary>
    internal IEnumerable<IActivity> Messages => Replies.Select(Message);

    /// <summary>What an invoke is answered.</summary>
    internal IActivity Response => new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200, Body = Invoked() } };

    private static IActivity Message(Said said)
    {
        if (said.Card is null) return MessageFactory.Text(said.Text);
        var message = MessageFactory.Attachment(new Attachment { ContentType = Card.ContentType, Content = said.Card });
        message.Summary = said.Summary;
        return message;
    }

    private AdaptiveCardInvokeResponse Invoked() => Replacement is not null
        ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Card.ContentType, Value = Replacement }
        : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "" };

    private static object? Plain(object? value) => value is not JsonElement json ? value : json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Plain(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Plain(item)).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number => json.GetDecimal(),
        _ => null,
    };
}
