using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a new conversation is made of.</summary>
public class ConversationParameters
{
    public ConversationParameters()
    {
    }

    public ConversationParameters(
        bool? isGroup = default, ChannelAccount bot = default, IList<ChannelAccount> members = default,
        string topicName = default, Activity activity = default, object channelData = default, string tenantId = default)
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonPropertyName("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount> Members { get; set; }

    [JsonPropertyName("topicName")]
    public string TopicName { get; set; }

    /// <summary>The first message, where the channel takes one with the creation.</summary>
    [JsonPropertyName("activity")]
    public Activity Activity { get; set; }

    [JsonPropertyName("channelData")]
    public object ChannelData { get; set; }

    [JsonPropertyName("tenantId")]
    public string TenantId { get; set; }
}
