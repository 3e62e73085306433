using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>The one place that reads what a channel delivered: text without mentions and control characters, tapped data as JSON.</summary>
public static partial class Incoming
{
    /// <summary>The longest text taken in one message, in UTF-16 code units. Longer ones are refused politely, whole.</summary>
    public const int LongestText = 8000;

    /// <summary>Makes every text of an activity that is kept one that any database takes; what is tapped is cleaned as it is read.</summary>
    public static void Clean(Activity activity)
    {
        (activity.Id, activity.Text, activity.Locale) = (StorableText.Of(activity.Id), StorableText.Of(activity.Text), StorableText.Of(activity.Locale));
        (activity.ChannelId, activity.ServiceUrl, activity.LocalTimezone) =
            (StorableText.Of(activity.ChannelId), StorableText.Of(activity.ServiceUrl), StorableText.Of(activity.LocalTimezone));
        if (activity.Conversation is { } conversation) (conversation.Id, conversation.TenantId) = (StorableText.Of(conversation.Id), StorableText.Of(conversation.TenantId));
        foreach (var account in new[] { activity.From, activity.Recipient }.OfType<ChannelAccount>())
            (account.Id, account.Name) = (StorableText.Of(account.Id), StorableText.Of(account.Name));
    }

    /// <summary>The words of a message as the person meant them.</summary>
    public static string Text(IMessageActivity message)
    {
        var text = Mention().Replace(message.Text ?? "", " ");
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '\n' or '\t' || !char.IsControl(c) && c is not ('\u200b' or '\u200e' or '\u200f' or '\ufeff')) kept.Append(c);
        return kept.ToString().Trim();
    }

    /// <summary>
    /// A tap: <c>Action.Execute</c> arrives as an invoke with <c>{action:{verb,data}}</c>, <c>Action.Submit</c> as a message whose
    /// value carries the verb among its data. Null when it is neither.
    /// </summary>
    public static Command? Tap(IActivity activity)
    {
        var value = Json((activity as Activity)?.Value);
        if (value is not { ValueKind: JsonValueKind.Object } root) return null;
        if (root.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object)
            return Verb(action) is { } verb ? new Command(verb, Data: TapData.From(Property(action, "data"))) : null;
        return Verb(root) is { } submitted ? new Command(submitted, Data: TapData.From(root)) : null;
    }

    /// <summary>An object of unknown make (JsonElement here, JObject in the real SDK) through its JSON text.</summary>
    public static JsonElement? Json(object? value)
    {
        if (value is null) return null;
        if (value is JsonElement element) return element;
        try
        {
            using var document = JsonDocument.Parse(value is string text ? text : value.ToString() ?? "null");
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Verb(JsonElement holder) => TapData.Text(Property(holder, "verb"));

    private static JsonElement Property(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) ? value : default;

    [GeneratedRegex("<at\\b[^>]*>.*?</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
