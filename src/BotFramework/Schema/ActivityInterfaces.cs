namespace Microsoft.Bot.Schema;

/// <summary>Words, cards or a submitted card from one to another.</summary>
public interface IMessageActivity : IActivity
{
    string Locale { get; set; }

    string Text { get; set; }

    string Speak { get; set; }

    string InputHint { get; set; }

    string Summary { get; set; }

    string TextFormat { get; set; }

    string AttachmentLayout { get; set; }

    IList<Attachment> Attachments { get; set; }

    SuggestedActions SuggestedActions { get; set; }

    string Importance { get; set; }

    string DeliveryMode { get; set; }

    DateTimeOffset? Expiration { get; set; }

    object Value { get; set; }

    Mention[] GetMentions();

    bool HasContent();
}

/// <summary>An earlier message was changed.</summary>
public interface IMessageUpdateActivity : IMessageActivity
{
}

/// <summary>An earlier message was deleted.</summary>
public interface IMessageDeleteActivity : IActivity
{
}

/// <summary>Somebody reacted to a message, or took a reaction back.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction> ReactionsAdded { get; set; }

    IList<MessageReaction> ReactionsRemoved { get; set; }
}

/// <summary>The members or the topic of a conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }

    IList<ChannelAccount> MembersRemoved { get; set; }

    string TopicName { get; set; }

    bool? HistoryDisclosed { get; set; }
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity
{
}

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }

    string Text { get; set; }
}

/// <summary>Something happened that calls for no answer.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}

/// <summary>A call whose caller waits for the result.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}

/// <summary>A note for whoever debugs the bot; only the emulator shows it.</summary>
public interface ITraceActivity : IActivity
{
    string Name { get; set; }

    string Label { get; set; }

    string ValueType { get; set; }

    object Value { get; set; }

    ConversationReference RelatesTo { get; set; }
}
