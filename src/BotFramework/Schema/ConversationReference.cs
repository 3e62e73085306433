using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>All that is needed to reach a conversation again: whom, where, through which service.</summary>
public class ConversationReference
{
    public ConversationReference()
    {
    }

    public ConversationReference(
        string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
        : this(default(CultureInfo), activityId, user, bot, conversation, channelId, serviceUrl)
    {
    }

    public ConversationReference(
        CultureInfo locale, string activityId = default, ChannelAccount user = default, ChannelAccount bot = default,
        ConversationAccount conversation = default, string channelId = default, string serviceUrl = default)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        Locale = locale?.ToString();
        ServiceUrl = serviceUrl;
    }

    [JsonPropertyName("activityId")]
    public string ActivityId { get; set; }

    [JsonPropertyName("user")]
    public ChannelAccount User { get; set; }

    [JsonPropertyName("bot")]
    public ChannelAccount Bot { get; set; }

    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; }

    [JsonPropertyName("locale")]
    public string Locale { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The event with which a bot starts a turn of its own accord.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
