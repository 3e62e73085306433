using System.Data;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>The channel is known not to have the answer: the request fails, so that the channel delivers its activity again.</summary>
public sealed class AnswerNotSentException(string why) : Exception($"The answer is recorded, but was not sent: {why}");

/// <summary>
/// Sends a recorded answer, once among all nodes and deliveries. What is known not to have arrived is sent when the channel delivers the
/// activity again, from the message on at which it stopped; what may have arrived is not.
/// </summary>
public sealed class AnswerSender(AnswerSends sends, SendRates rates, TimeProvider clock, ILogger<AnswerSender> log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    /// <summary>What to record with a new answer; null when no message of it is sent, or all travel in the response to the request.</summary>
    internal Passage? Claim(Activity activity, Answer answer)
    {
        if (answer.Replies.Count == 0 || IsInResponse(activity)) return null;
        var passage = new Passage { Claim = sends.New() };
        passage.Along = Reserve(passage, activity, answer) is { } reserve ? (connection, transaction) => reserve(connection, transaction, 0) : null;
        return passage;
    }

    /// <summary>The right to send an answer recorded before, waiting for a node that is at it; null when there is nothing left to send.</summary>
    internal async Task<Passage?> ClaimAgainAsync(Activity activity, string activityId, Answer answer, CancellationToken cancellationToken)
    {
        if (IsInResponse(activity)) return null;
        var passage = new Passage();
        while (true)
        {
            var (claim, busy) = await sends.ClaimAsync(activity.Conversation.Id, activityId, Reserve(passage, activity, answer));
            passage.Claim = claim;
            if (!busy) return claim is null ? null : passage;
            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }
    }

    /// <summary>Takes the tokens of Teams' limit for one conversation; null on channels without such limits.</summary>
    private Action<IDbConnection, IDbTransaction, int>? Reserve(Passage passage, Activity activity, Answer answer) => activity.ChannelId != Channels.Msteams ? null
        : (connection, transaction, sent) => passage.Moments = rates.Reserve(connection, transaction, activity.Conversation.Id, answer.Replies.Count - sent);

    /// <summary>Says what is left to say, has the outcome noted as the turn leaves its place, and answers the request.</summary>
    internal async Task SendAsync(ITurnContext context, string activityId, Answer answer, Passage? passage, TurnQueue.Place place, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (IsInResponse(activity))
            foreach (var message in answer.Messages) await context.SendActivityAsync(message, cancellationToken);
        else if (passage?.Claim is { } claim)
        {
            var (outcome, sent) = await CarryAsync(context, [.. answer.Messages.Skip(claim.Sent)], passage.Moments, cancellationToken);
            if (activity.ChannelId == Channels.Msteams && sent > 0) rates.Replied(Tenant(activity), sent);
            var state = outcome switch { SendOutcome.Sent => "sent", SendOutcome.Unknown => "unknown", _ => "unsent" };
            place.Note = AnswerSends.Settle(activity.Conversation.Id, activityId, claim, state, claim.Sent + sent);
            if (outcome is not SendOutcome.Sent)
                log.LogWarning("The answer to {Activity}: {Outcome} after {Sent} of {Count} messages", activityId, outcome, claim.Sent + sent, answer.Replies.Count);
            if (outcome is SendOutcome.NotSent or SendOutcome.Throttled && activity.Type != ActivityTypes.Invoke) throw new AnswerNotSentException(outcome.ToString());
        }
        if (activity.Type == ActivityTypes.Invoke) await context.SendActivityAsync(answer.Response, cancellationToken);
    }

    /// <summary>Sends one message after the other, each at its moment; returns what became of the last one tried, and how many arrived.</summary>
    private async Task<(SendOutcome Outcome, int Sent)> CarryAsync(
        ITurnContext context, IReadOnlyList<IActivity> messages, IReadOnlyList<DateTimeOffset> moments, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + AnswerSends.LongestSend;
        using var late = new CancellationTokenSource(AnswerSends.LongestSend, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        for (var sent = 0; ;)
        {
            if (sent == messages.Count) return (new SendOutcome.Sent(null), sent);
            if (!await IsTimeAsync(sent < moments.Count ? moments[sent] : null, end, limit.Token)) return (new SendOutcome.NotSent("no time was left"), sent);
            try
            {
                await context.SendActivityAsync(messages[sent], limit.Token);
                sent++;
            }
            catch (Exception fault)
            {
                var outcome = SendFaults.Meaning(fault, clock.GetUtcNow());
                if (outcome is not SendOutcome.Throttled throttled) return (outcome, sent);
                var pause = throttled.RetryAfter ?? UsualPause;
                await rates.PauseAsync(Tenant(context.Activity), pause);
                if (!await IsTimeAsync(clock.GetUtcNow() + pause, end, limit.Token)) return (outcome, sent);
            }
        }
    }

    /// <summary>Waits for a moment; false when it comes too late for the channel, which waits for its answer no longer than that.</summary>
    private async Task<bool> IsTimeAsync(DateTimeOffset? moment, DateTimeOffset end, CancellationToken limit)
    {
        if (limit.IsCancellationRequested || moment >= end) return false;
        if (moment - clock.GetUtcNow() is not { } wait || wait <= TimeSpan.Zero) return true;
        try
        {
            await Task.Delay(wait, clock, limit);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>As <see cref="Address.Tenant"/> has it: replies and reminders draw on the same tokens.</summary>
    private static string Tenant(Activity activity) => activity.Conversation.TenantId ?? activity.ServiceUrl ?? "";

    /// <summary>Whether the messages travel in the response to this very request: whoever asks again has not got them.</summary>
    private static bool IsInResponse(Activity activity) => activity.DeliveryMode == DeliveryModes.ExpectReplies;
}

/// <summary>The right to send an answer, and when each of its messages may leave; filled in as it is recorded.</summary>
internal sealed class Passage
{
    public SendClaim? Claim { get; set; }

    public IReadOnlyList<DateTimeOffset> Moments { get; set; } = [];

    /// <summary>Written with the turn.</summary>
    public Action<IDbConnection, IDbTransaction>? Along { get; set; }
}
