using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The action of an adaptive card that was executed.</summary>
public class AdaptiveCardInvokeAction
{
    /// <summary><c>Action.Execute</c>; no other is supported.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("verb")]
    public string Verb { get; set; }

    [JsonPropertyName("data")]
    public object Data { get; set; }
}
