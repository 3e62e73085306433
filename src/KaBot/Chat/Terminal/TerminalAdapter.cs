using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Chat.Terminal;

/// <summary>A channel without a network: a turn goes in, what the bot sent comes out.</summary>
public sealed class TerminalAdapter : BotAdapter
{
    private readonly List<Activity> _sent = [];
    private int _nextId;

    /// <summary>Takes one turn; returns what the bot sent and updated, in order, the answer to an invoke included.</summary>
    public async Task<IReadOnlyList<Activity>> ProcessAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        _sent.Clear();
        using var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, bot, cancellationToken);
        return [.. _sent];
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
        Task.FromResult(activities.Select(Take).ToArray());

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(Take(activity));

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private ResourceResponse Take(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Id)) activity.Id = $"t{Interlocked.Increment(ref _nextId)}";
        _sent.Add(activity);
        return new ResourceResponse(activity.Id);
    }
}
