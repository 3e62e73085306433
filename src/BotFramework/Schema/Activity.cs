using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Whatever happens in a conversation, as it travels between a channel and a bot: a message, a typing sign, an invoke, an update.</summary>
public partial class Activity
{
    private UnknownMembers _unknown;

    public Activity()
    {
    }

    public Activity(
        string type = default, string id = default, DateTimeOffset? timestamp = default,
        DateTimeOffset? localTimestamp = default, string serviceUrl = default, string channelId = default,
        ChannelAccount from = default, ConversationAccount conversation = default, ChannelAccount recipient = default,
        string textFormat = default, string attachmentLayout = default, IList<ChannelAccount> membersAdded = default,
        IList<ChannelAccount> membersRemoved = default, IList<MessageReaction> reactionsAdded = default,
        IList<MessageReaction> reactionsRemoved = default, string topicName = default, bool? historyDisclosed = default,
        string locale = default, string text = default, string speak = default, string inputHint = default,
        string summary = default, SuggestedActions suggestedActions = default, IList<Attachment> attachments = default,
        IList<Entity> entities = default, object channelData = default, string action = default, string replyToId = default,
        string label = default, string valueType = default, object value = default, string name = default,
        ConversationReference relatesTo = default, string code = default, DateTimeOffset? expiration = default,
        string importance = default, string deliveryMode = default, IList<string> listenFor = default,
        IList<TextHighlight> textHighlights = default, SemanticAction semanticAction = default,
        string localTimezone = default)
    {
        Type = type;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        ServiceUrl = serviceUrl;
        ChannelId = channelId;
        From = from;
        Conversation = conversation;
        Recipient = recipient;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
        LocalTimezone = localTimezone;
    }

    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; }

    [JsonPropertyName("id")]
    public string Id { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The same with the sender's offset.</summary>
    [JsonPropertyName("localTimestamp")]
    public DateTimeOffset? LocalTimestamp { get; set; }

    [JsonPropertyName("localTimezone")]
    public string LocalTimezone { get; set; }

    /// <summary>Where replies go; given by the channel.</summary>
    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; }

    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; }

    [JsonPropertyName("from")]
    public ChannelAccount From { get; set; }

    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; }

    [JsonPropertyName("recipient")]
    public ChannelAccount Recipient { get; set; }

    [JsonPropertyName("textFormat")]
    public string TextFormat { get; set; }

    [JsonPropertyName("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    [JsonPropertyName("membersAdded")]
    public IList<ChannelAccount> MembersAdded { get; set; }

    [JsonPropertyName("membersRemoved")]
    public IList<ChannelAccount> MembersRemoved { get; set; }

    [JsonPropertyName("reactionsAdded")]
    public IList<MessageReaction> ReactionsAdded { get; set; }

    [JsonPropertyName("reactionsRemoved")]
    public IList<MessageReaction> ReactionsRemoved { get; set; }

    [JsonPropertyName("topicName")]
    public string TopicName { get; set; }

    [JsonPropertyName("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    [JsonPropertyName("locale")]
    public string Locale { get; set; }

    [JsonPropertyName("text")]
    public string Text { get; set; }

    [JsonPropertyName("speak")]
    public string Speak { get; set; }

    [JsonPropertyName("inputHint")]
    public string InputHint { get; set; }

    [JsonPropertyName("summary")]
    public string Summary { get; set; }

    [JsonPropertyName("suggestedActions")]
    public SuggestedActions SuggestedActions { get; set; }

    [JsonPropertyName("attachments")]
    public IList<Attachment> Attachments { get; set; }

    [JsonPropertyName("entities")]
    public IList<Entity> Entities { get; set; }

    /// <summary>What only this channel understands.</summary>
    [JsonPropertyName("channelData")]
    public object ChannelData { get; set; }

    [JsonPropertyName("action")]
    public string Action { get; set; }

    [JsonPropertyName("replyToId")]
    public string ReplyToId { get; set; }

    [JsonPropertyName("label")]
    public string Label { get; set; }

    [JsonPropertyName("valueType")]
    public string ValueType { get; set; }

    /// <summary>Data of an event, invoke or submitted card: a <see cref="System.Text.Json.JsonElement"/> when read from an object or list.</summary>
    [JsonPropertyName("value")]
    public object Value { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; }

    /// <summary>The conversation an event is about.</summary>
    [JsonPropertyName("relatesTo")]
    public ConversationReference RelatesTo { get; set; }

    [JsonPropertyName("code")]
    public string Code { get; set; }

    [JsonPropertyName("expiration")]
    public DateTimeOffset? Expiration { get; set; }

    [JsonPropertyName("importance")]
    public string Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    [JsonPropertyName("deliveryMode")]
    public string DeliveryMode { get; set; }

    [JsonPropertyName("listenFor")]
    public IList<string> ListenFor { get; set; }

    [JsonPropertyName("textHighlights")]
    public IList<TextHighlight> TextHighlights { get; set; }

    [JsonPropertyName("semanticAction")]
    public SemanticAction SemanticAction { get; set; }

    [JsonPropertyName("callerId")]
    public string CallerId { get; set; }

    /// <summary>Members of the JSON that this type does not name; kept, so that they survive a round trip.</summary>
    [JsonIgnore]
    public JsonObject Properties
    {
        get => _unknown.Json;
        set => _unknown.Json = value;
    }

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, object> Unknown
    {
        get => _unknown.Raw;
        set => _unknown.Raw = value;
    }
}
