using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers to the creation of a conversation.</summary>
public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string activityId = default, string serviceUrl = default, string id = default)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    [JsonPropertyName("activityId")]
    public string ActivityId { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonPropertyName("id")]
    public string Id { get; set; }
}
