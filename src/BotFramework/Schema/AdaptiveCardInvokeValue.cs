using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonPropertyName("action")]
    public AdaptiveCardInvokeAction Action { get; set; }

    [JsonPropertyName("state")]
    public string State { get; set; }
}
