using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    /// <summary><c>application/vnd.microsoft.card.adaptive</c>, <c>application/vnd.microsoft.activity.message</c> or <c>application/vnd.microsoft.error</c>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    [JsonPropertyName("value")]
    public object Value { get; set; }
}
