using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Schema;

public partial class Activity :
    IActivity,
    IConversationUpdateActivity,
    IInstallationUpdateActivity,
    IMessageActivity,
    IMessageUpdateActivity,
    IMessageDeleteActivity,
    IMessageReactionActivity,
    ITypingActivity,
    IEndOfConversationActivity,
    IEventActivity,
    IInvokeActivity,
    ITraceActivity
{
    public const string ContentType = "application/vnd.microsoft.activity";

    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = new List<Attachment>(), Entities = new List<Entity>() };

    public static IConversationUpdateActivity CreateConversationUpdateActivity() => new Activity(ActivityTypes.ConversationUpdate)
    {
        MembersAdded = new List<ChannelAccount>(),
        MembersRemoved = new List<ChannelAccount>(),
    };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace)
        {
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        };

    /// <summary>A message to the sender of this activity, in its conversation.</summary>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = Answer(ActivityTypes.Message);
        reply.Conversation = new ConversationAccount(isGroup: Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name);
        reply.Text = text ?? "";
        reply.Locale = locale ?? Locale;
        reply.Attachments = new List<Attachment>();
        reply.Entities = new List<Entity>();
        return reply;
    }

    /// <summary>A trace in this activity's conversation.</summary>
    public ITraceActivity CreateTrace(
        string name, object value = null, string valueType = null, [CallerMemberName] string label = null)
    {
        var trace = Answer(ActivityTypes.Trace);
        trace.Conversation = Conversation;
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public IMessageUpdateActivity AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    public IMessageDeleteActivity AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    public ITraceActivity AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>The mentions that arrived with the activity; empty when there are none.</summary>
    public Mention[] GetMentions() =>
        Entities?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => SchemaJson.Convert<Mention>(entity.Properties)).ToArray() ?? [];

    /// <summary>The channel data as a type.</summary>
    /// <exception cref="InvalidCastException">It is neither of that type nor JSON.</exception>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        object data when data.GetType() == typeof(TypeT) => (TypeT)data,
        object data when SchemaJson.IsObject(data) => SchemaJson.Convert<TypeT>(data),
        object data => throw new InvalidCastException($"Channel data is a {data.GetType()}, not a JSON object."),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null) return false;
        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is InvalidCastException or System.Text.Json.JsonException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Where to reach this activity's conversation later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = AnswerableId(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity: to the bot when <paramref name="isIncoming"/>, else to the user.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }
        return this;
    }

    /// <summary>True for the type itself and for its subtypes, which follow a slash.</summary>
    protected bool IsActivity(string activityType) =>
        Type is not null
        && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');

    private Activity Answer(string type) => new()
    {
        Type = type,
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(id: Recipient?.Id, name: Recipient?.Name),
        Recipient = new ChannelAccount(id: From?.Id, name: From?.Name),
        ReplyToId = AnswerableId(),
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
    };

    // Direct Line and Web Chat show no message that replies to a conversation update.
    private string AnswerableId() =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, "directline", StringComparison.OrdinalIgnoreCase)
            || string.Equals(ChannelId, "webchat", StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;
}
