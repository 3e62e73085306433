using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <inheritdoc cref="ITurnContext"/>
public class TurnContext : ITurnContext, IDisposable
{
    private const string Turn = "turn";
    private readonly List<SendActivitiesHandler> _onSendActivities = [];
    private readonly List<UpdateActivityHandler> _onUpdateActivity = [];
    private readonly List<DeleteActivityHandler> _onDeleteActivity = [];
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
    }

    /// <summary>The same turn about another activity.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        Activity = activity;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        if (turnContext is not TurnContext origin) return;
        BufferedReplyActivities = origin.BufferedReplyActivities;
        (_onSendActivities, _onUpdateActivity, _onDeleteActivity) = (origin._onSendActivities, origin._onUpdateActivity, origin._onDeleteActivity);
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = new();

    /// <summary>The locale of this turn.</summary>
    public string Locale
    {
        get => TurnState.Get<Dictionary<string, object>>(Turn)?.GetValueOrDefault("locale") as string;
        set
        {
            if (TurnState.Get<Dictionary<string, object>>(Turn) is { } turn) turn["locale"] = value;
            else TurnState.Set(Turn, new Dictionary<string, object> { ["locale"] = value });
        }
    }

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>Replies kept for a caller that expects them in its answer.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => Register(_onSendActivities, handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => Register(_onUpdateActivity, handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => Register(_onDeleteActivity, handler);

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (string.IsNullOrWhiteSpace(textReplyToSend)) throw new ArgumentNullException(nameof(textReplyToSend));
        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak)) activity.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint)) activity.InputHint = inputHint;
        return SendActivityAsync(activity, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        BotAssert.ActivityNotNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <summary>Addresses the activities to this conversation and sends them, through the handlers registered for that.</summary>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var reference = Activity.GetConversationReference();
        var outgoing = new List<Activity>(activities.Length);
        foreach (var activity in activities) outgoing.Add(activity.ApplyConversationReference(reference));
        return Step(0);

        Task<ResourceResponse[]> Step(int index) => index < _onSendActivities.Count
            ? _onSendActivities[index](this, outgoing, () => Step(index + 1))
            : DeliverAsync(outgoing, cancellationToken);
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        BotAssert.ActivityNotNull(activity);
        var changed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return Step(0);

        Task<ResourceResponse> Step(int index) => index < _onUpdateActivity.Count
            ? _onUpdateActivity[index](this, changed, async () =>
            {
                var response = await Step(index + 1);
                changed.Id = response.Id;
                return response;
            })
            : Adapter.UpdateActivityAsync(this, changed, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (string.IsNullOrWhiteSpace(activityId)) throw new ArgumentNullException(nameof(activityId));
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return Step(0);

        Task Step(int index) => index < _onDeleteActivity.Count
            ? _onDeleteActivity[index](this, conversationReference, () => Step(index + 1))
            : Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed) return;
        if (disposing) TurnState.Dispose();
        _disposed = true;
    }

    private TurnContext Register<THandler>(List<THandler> handlers, THandler handler)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(handler);
        return this;
    }

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> outgoing, CancellationToken cancellationToken)
    {
        ResourceResponse[] responses;
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            responses = Keep(outgoing);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, [.. outgoing], cancellationToken);
            for (var i = 0; i < responses.Length; i++) outgoing[i].Id = responses[i].Id;
        }
        Responded |= outgoing.Exists(activity => activity.Type != ActivityTypes.Trace);
        return responses;
    }

    private ResourceResponse[] Keep(List<Activity> outgoing)
    {
        foreach (var activity in outgoing)
        {
            BufferedReplyActivities.Add(activity);
            if (activity.Type == ActivityTypesEx.InvokeResponse) TurnState.Add(BotAdapter.InvokeResponseKey, activity);
        }
        return [.. outgoing.Select(_ => new ResourceResponse())];
    }
}
