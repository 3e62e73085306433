using System.Text.Json.Nodes;

namespace KaBot.Web.DirectLine;

/// <summary>
/// Web Chat knows no <c>Action.Execute</c>. On the way out such an action becomes an <c>Action.Submit</c> that carries what it was;
/// its post-back is turned into the invoke that Teams would have sent. Pure.
/// </summary>
internal static class ExecuteActions
{
    /// <summary>Where the data of a rewritten button keeps the action it stands for.</summary>
    private const string Marker = "$execute";

    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Rewrites every Adaptive Card of an activity, which must have its id.</summary>
    public static void Rewrite(JsonObject activity)
    {
        if (activity["attachments"] is not JsonArray attachments) return;
        for (var index = 0; index < attachments.Count; index++)
            if (attachments[index] is JsonObject attachment && Loose.Text(attachment["contentType"]) == CardType && attachment["content"] is JsonObject card)
                Rewrite(card, new Origin((string)activity["id"]!, index));
    }

    /// <summary>The tap that a post-back stands for; null when it is an ordinary message.</summary>
    public static ExecuteTap? Read(JsonObject activity)
    {
        if (Loose.Text(activity["type"]) != "message" || activity["value"] is not JsonObject value || value[Marker] is not JsonObject marker)
            return null;
        var data = marker["data"]?.DeepClone();
        var inputs = value.Where(pair => pair.Key != Marker).ToList();
        if (inputs.Count > 0 && data is not JsonObject) data = new JsonObject();
        foreach (var (name, input) in inputs) data!.AsObject()[name] = input?.DeepClone();
        var action = new JsonObject { ["type"] = "Action.Execute", ["id"] = marker["id"]?.DeepClone(), ["verb"] = marker["verb"]?.DeepClone(), ["data"] = data };
        return new ExecuteTap(new JsonObject { ["action"] = action, ["trigger"] = "manual" }, Loose.Text(marker["card"]), Loose.Number(marker["index"]));
    }

    /// <summary>The activity with another card in the place of the one that was tapped.</summary>
    public static JsonObject Replace(JsonObject activity, int index, JsonNode card)
    {
        var attachments = activity["attachments"] as JsonArray ?? [];
        activity["attachments"] = attachments.Parent is null ? attachments : attachments.DeepClone();
        attachments = activity["attachments"]!.AsArray();
        var attachment = new JsonObject { ["contentType"] = CardType, ["content"] = card.DeepClone() };
        if (index >= 0 && index < attachments.Count) attachments[index] = attachment;
        else attachments.Add(attachment);
        return activity;
    }

    private static void Rewrite(JsonNode? node, Origin origin)
    {
        if (node is JsonArray array)
            foreach (var item in array) Rewrite(item, origin);
        if (node is not JsonObject part) return;
        // A refresh is an Execute that no one tapped, and a data query asks the bot while typing: Web Chat does neither.
        part.Remove("refresh");
        part.Remove("choices.data");
        if (Loose.Text(part["type"]) == "Action.Execute") Mark(part, origin);
        foreach (var (key, child) in part)
            if (key != "data") Rewrite(child, origin);
    }

    private static void Mark(JsonObject action, Origin origin)
    {
        var marker = new JsonObject { ["card"] = origin.ActivityId, ["index"] = origin.Index };
        foreach (var key in (string[])["id", "verb", "data"])
            if (action[key] is { } value) marker[key] = value.DeepClone();
        action["type"] = "Action.Submit";
        action["data"] = new JsonObject { [Marker] = marker };
        action.Remove("verb");
    }

    private sealed record Origin(string ActivityId, int Index);
}

/// <summary>A tap on a button that was an <c>Action.Execute</c>.</summary>
/// <param name="Value">The value of the invoke <c>adaptiveCard/action</c>.</param>
/// <param name="CardActivityId">The activity whose card was tapped; null when a forged post-back names none.</param>
/// <param name="Index">Which of its attachments.</param>
internal sealed record ExecuteTap(JsonObject Value, string? CardActivityId, int Index);
