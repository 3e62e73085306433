using KaBot.Reminders.Delivery;
using KaBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>The channel is known not to have the answer: the request fails, so that the channel delivers its activity again.</summary>
public sealed class AnswerNotSentException(string why) : Exception($"The answer is recorded, but was not sent: {why}");

/// <summary>
/// Sends a recorded answer, once among all nodes and deliveries. What is known not to have arrived is sent when the channel delivers the
/// activity again, from the message on at which it stopped; what may have arrived is not.
/// </summary>
public sealed class AnswerSender(AnswerSends sends, TimeProvider clock, ILogger<AnswerSender> log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    /// <summary>The claim to record with a new answer; null when no message of it is sent, or all travel in the response to the request.</summary>
    internal SendClaim? Claim(Activity activity, Answer answer) => answer.Replies.Count == 0 || IsInResponse(activity) ? null : sends.New();

    /// <summary>The right to send an answer recorded before, waiting for a node that is at it; null when there is nothing left to send.</summary>
    internal async Task<SendClaim?> ClaimAgainAsync(Activity activity, string activityId, CancellationToken cancellationToken)
    {
        if (IsInResponse(activity)) return null;
        while (true)
        {
            var (claim, busy) = await sends.ClaimAsync(activity.Conversation.Id, activityId);
            if (!busy) return claim;
            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }
    }

    /// <summary>Says what is left to say, has the outcome noted as the turn leaves its place, and answers the request.</summary>
    internal async Task SendAsync(ITurnContext context, string activityId, Answer answer, SendClaim? claim, TurnQueue.Place place, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (IsInResponse(activity))
            foreach (var message in answer.Messages) await context.SendActivityAsync(message, cancellationToken);
        else if (claim is not null)
        {
            var (outcome, sent) = await CarryAsync(context, [.. answer.Messages], claim, cancellationToken);
            var state = outcome switch { SendOutcome.Sent => "sent", SendOutcome.Unknown => "unknown", _ => "unsent" };
            place.Note = AnswerSends.Settle(activity.Conversation.Id, activityId, claim, state, sent);
            if (outcome is not SendOutcome.Sent) log.LogWarning("The answer to {Activity}: {Outcome} after {Sent} of {Count} messages", activityId, outcome, sent, answer.Replies.Count);
            if (outcome is SendOutcome.NotSent or SendOutcome.Throttled && activity.Type != ActivityTypes.Invoke) throw new AnswerNotSentException(outcome.ToString());
        }
        if (activity.Type == ActivityTypes.Invoke) await context.SendActivityAsync(answer.Response, cancellationToken);
    }

    private async Task<(SendOutcome Outcome, int Sent)> CarryAsync(ITurnContext context, IReadOnlyList<IActivity> messages, SendClaim claim, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + AnswerSends.LongestSend;
        using var late = new CancellationTokenSource(AnswerSends.LongestSend, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        for (var sent = claim.Sent; ;)
        {
            if (sent >= messages.Count) return (new SendOutcome.Sent(null), sent);
            if (limit.IsCancellationRequested) return (new SendOutcome.NotSent("no time was left"), sent);
            try
            {
                await context.SendActivityAsync(messages[sent], limit.Token);
                sent++;
            }
            catch (Exception fault)
            {
                var outcome = SendFaults.Meaning(fault, clock.GetUtcNow());
                if (outcome is not SendOutcome.Throttled throttled || (throttled.RetryAfter ?? UsualPause) is var pause && clock.GetUtcNow() + pause >= end)
                    return (outcome, sent);
                // The channel waits for its answer a while longer than that.
                await Task.Delay(pause, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Whether the messages travel in the response to this very request: whoever asks again has not got them.</summary>
    private static bool IsInResponse(Activity activity) => activity.DeliveryMode == DeliveryModes.ExpectReplies;
}
