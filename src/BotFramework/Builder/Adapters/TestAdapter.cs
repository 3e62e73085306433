using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter without a channel: what the bot sends waits in a queue for the test that asks for it.</summary>
public class TestAdapter : BotAdapter
{
    private readonly Lock _conversationLock = new();
    private readonly Lock _queueLock = new();
    private readonly Queue<TaskCompletionSource<IActivity>> _waiting = new();
    private int _nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(Talk(channelId, "convo1", "Conversation1", "user1", "User1", "bot", "Bot", "en-us"), sendTraceActivity)
    {
    }

    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? Talk(Channels.Test, "convo1", "Conversation1", "user1", "User1", "bot", "Bot", "en-us");
    }

    /// <summary>Whether traces are queued too.</summary>
    public bool EnableTrace { get; set; }

    public string Locale { get; set; } = "en-us";

    /// <summary>What the bot sent and nobody asked for yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") =>
        Talk("test", name, name, Lower(user), user, Lower(bot), bot, "en-us");

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Gives an activity to the bot, addressed as from the test's user.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        lock (_conversationLock)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
                activity.From = Conversation.User;
            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id = NextId();
        }
        if (activity.Timestamp is null || activity.Timestamp == default(DateTimeOffset)) activity.Timestamp = DateTimeOffset.UtcNow;
        if (activity.LocalTimestamp is null || activity.LocalTimestamp == default(DateTimeOffset))
            activity.LocalTimestamp = TimeProvider.System.GetLocalNow();
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public override async Task<InvokeResponse> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken);
        return null;
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            var activity = activities[index];
            if (string.IsNullOrEmpty(activity.Id)) activity.Id = Guid.NewGuid().ToString("n");
            activity.Timestamp ??= DateTimeOffset.UtcNow;
            if (activity.Type == ActivityTypesEx.Delay)
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken);
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
                Enqueue(activity);
            responses[index] = new ResourceResponse(activity.Id);
        }
        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(Replace(activity.Id, [activity]) ? new ResourceResponse(activity.Id) : new ResourceResponse());

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Replace(reference.ActivityId, []);
        return Task.CompletedTask;
    }

    public async Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString("n") };
        using var context = CreateTurnContext(update);
        await callback(context, cancellationToken);
    }

    /// <summary>The next thing the bot sent, or null.</summary>
    public IActivity GetNextReply()
    {
        lock (_queueLock) return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>The next thing the bot sends, waiting for it when it has not yet.</summary>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        lock (_queueLock)
        {
            if (_waiting.Count == 0 && GetNextReply() is { } reply) return Task.FromResult(reply);
            var next = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellationToken.Register(() => next.TrySetCanceled(cancellationToken));
            _waiting.Enqueue(next);
            return next.Task;
        }
    }

    /// <summary>A message of the test's user.</summary>
    public Activity MakeActivity(string text = null) => new()
    {
        Type = ActivityTypes.Message,
        Locale = Locale ?? "en-us",
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference Talk(
        string channelId, string id, string name, string userId, string user, string botId, string bot, string locale) => new()
        {
            ChannelId = channelId,
            ServiceUrl = "https://test.com",
            User = new ChannelAccount(userId, user),
            Bot = new ChannelAccount(botId, bot),
            Conversation = new ConversationAccount(false, id: id, name: name),
            Locale = locale,
        };

    private static string Lower(string name) => name.ToLowerInvariant();

    private string NextId() => (_nextId++).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_queueLock)
        {
            while (_waiting.TryDequeue(out var next))
                if (next.TrySetResult(activity)) return;
            ActiveQueue.Enqueue(activity);
        }
    }

    private bool Replace(string activityId, Activity[] by)
    {
        lock (_queueLock)
        {
            var queued = ActiveQueue.ToList();
            var place = queued.FindIndex(activity => activity.Id == activityId);
            if (place < 0) return false;
            queued.RemoveAt(place);
            queued.InsertRange(place, by);
            ActiveQueue.Clear();
            queued.ForEach(ActiveQueue.Enqueue);
            return true;
        }
    }
}
