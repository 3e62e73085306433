using System.Text.Json.Nodes;
using KaBot.Language;

namespace KaBot.Web.DirectLine;

/// <summary>What a person at the page does, brought to the bot; the bot's answer to a tapped card, brought back.</summary>
internal sealed class Delivery(BotCaller bot, LanguageFiles languages, TimeProvider time, ILogger<Delivery> log)
{
    public const string BotId = "kabot";
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Message = "application/vnd.microsoft.activity.message";

    /// <summary>Tells the bot who has come. Not waited for by the page: what the bot says to it arrives on the stream.</summary>
    public void Greet(Conversation conversation, DirectLineToken token) => _ = Task.Run(async () =>
    {
        try
        {
            var activity = Addressed(conversation, token, new JsonObject
            {
                ["type"] = "conversationUpdate", ["id"] = conversation.NextId(),
                ["membersAdded"] = new JsonArray(Bot(), Account(token.User)),
            });
            await CallAsync(conversation, activity);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The bot was not told that {Conversation} began", conversation.Id);
        }
    });

    /// <summary>
    /// Delivers what a page posted, and shows it in the conversation. Returns its id, or null when the bot did not take it: then it is
    /// not shown either. The id follows from the page's own, so that a second try is one the bot recognises.
    /// </summary>
    public async Task<string?> PostAsync(Conversation conversation, DirectLineToken token, JsonObject activity)
    {
        var own = Loose.Text((activity["channelData"] as JsonObject)?["clientActivityID"]);
        var id = DirectLineTokens.IsGoodId(own) ? $"{conversation.Id}|{own}" : conversation.NextId();
        activity["id"] = id;
        activity = Addressed(conversation, token, activity);
        var again = conversation.Find(id) is not null;
        if (!again) conversation.Put(Shown(activity));
        var taken = ExecuteActions.Read(activity) is { } tap
            ? await TapAsync(conversation, activity, tap)
            : (await CallAsync(conversation, activity)).Succeeded;
        if (taken) return id;
        if (!again) conversation.Remove(id);
        return null;
    }

    private async Task<bool> TapAsync(Conversation conversation, JsonObject posted, ExecuteTap tap)
    {
        var invoke = posted.DeepClone().AsObject();
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = tap.Value;
        invoke["replyToId"] = tap.CardActivityId;
        foreach (var gone in (string[])["channelData", "text", "textFormat"]) invoke.Remove(gone);
        var answer = await CallAsync(conversation, invoke);
        if (answer.Status == 0) return false;
        Show(conversation, posted, tap, answer);
        return true;
    }

    private void Show(Conversation conversation, JsonObject posted, ExecuteTap tap, BotAnswer answer)
    {
        var value = answer.Body?["value"];
        var fine = answer.Succeeded && (answer.Body?["statusCode"] is not JsonValue code || !code.TryGetValue<int>(out var inner) || inner < 300);
        var type = Loose.Text(answer.Body?["type"]);
        if (fine && type == Card && value is JsonObject card && tap.CardActivityId is { } id)
            Put(conversation, ExecuteActions.Replace(conversation.Find(id) ?? Said(id), tap.Index, card));
        else if (fine && type == Message && Loose.Text(value) is { } text)
            Put(conversation, Said(conversation.NextId(), text));
        else if (!fine || (type is not null && type != Card && type != Message))
            Put(conversation, Said(conversation.NextId(), languages.For(Loose.Text(posted["locale"]))["web.failed"]));
    }

    /// <summary>Shows an activity of the bot, new or in the place of an older one.</summary>
    public void Put(Conversation conversation, JsonObject activity)
    {
        activity["type"] ??= "message";
        activity["channelId"] = Channel;
        activity["from"] = Bot();
        activity["conversation"] = new JsonObject { ["id"] = conversation.Id };
        activity["timestamp"] ??= Now();
        foreach (var gone in (string[])["serviceUrl", "recipient"]) activity.Remove(gone);
        ExecuteActions.Rewrite(activity);
        conversation.Put(activity);
    }

    /// <summary>The words in the place of a message that the bot took back: Web Chat cannot make one vanish.</summary>
    public JsonObject Deleted(Conversation conversation, string id) => Said(id, languages.For(conversation.Locale)["web.deleted"]);

    public static JsonObject Bot() => new() { ["id"] = BotId, ["name"] = "KaBot", ["role"] = "bot" };

    public static JsonObject Account(DirectLineUser user) => new() { ["id"] = user.Id, ["name"] = user.Name ?? "", ["role"] = "user" };

    private const string Channel = "directline";

    private async Task<BotAnswer> CallAsync(Conversation conversation, JsonObject activity)
    {
        await conversation.Turn.WaitAsync();
        try
        {
            return await bot.CallAsync(activity);
        }
        finally
        {
            conversation.Turn.Release();
        }
    }

    private JsonObject Addressed(Conversation conversation, DirectLineToken token, JsonObject activity)
    {
        activity["channelId"] = Channel;
        activity["from"] = Account(token.User);
        activity["recipient"] = Bot();
        activity["conversation"] = new JsonObject { ["id"] = conversation.Id };
        activity["serviceUrl"] = bot.ServiceUrl;
        activity["timestamp"] = Now();
        activity["locale"] = conversation.Locale = Loose.Text(activity["locale"]) ?? token.Locale;
        return activity;
    }

    private static JsonObject Shown(JsonObject activity)
    {
        var shown = activity.DeepClone().AsObject();
        foreach (var gone in (string[])["serviceUrl", "recipient"]) shown.Remove(gone);
        return shown;
    }

    private static JsonObject Said(string id, string? text = null) => new() { ["type"] = "message", ["id"] = id, ["text"] = text };

    private string Now() => time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
