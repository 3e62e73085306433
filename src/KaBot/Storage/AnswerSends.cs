using System.Data;
using Dapper;

namespace KaBot.Storage;

/// <summary>The right to send a recorded answer, held by one node until a moment.</summary>
/// <param name="Sent">How many of the answer's messages are known to have arrived; the next one is to be sent.</param>
public sealed record SendClaim(string Id, DateTimeOffset Until, int Sent);

/// <summary>
/// Which node sends the answer of a turn. The claim is written in the transaction that records the answer, and what became of it when the
/// turn leaves the queue. A claim that ends without a word was a dead node's, and the channel's redelivery is answered by whoever gets it;
/// an answer that arrived, or may have, is not sent again.
/// </summary>
public sealed class AnswerSends(Writer writer, TimeProvider clock)
{
    /// <summary>How long a claim holds; longer than <see cref="LongestSend"/>.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>How long the holder of a claim may go on sending.</summary>
    public static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(12);

    public SendClaim New()
    {
        var now = clock.GetUtcNow();
        return new SendClaim(Ids.New(now), now + Lease, Sent: 0);
    }

    /// <summary>Takes an answer that is known not to have arrived, or whose sender is dead. Null: it arrived, or may have. Busy: somebody is at it.</summary>
    /// <param name="along">Written in the same transaction when it is taken, given how many of its messages have arrived.</param>
    public async Task<(SendClaim? Claim, bool Busy)> ClaimAsync(string conversationId, string activityId, Action<IDbConnection, IDbTransaction, int>? along = null)
    {
        var (claim, busy, now) = (New(), false, clock.GetUtcNow());
        long? sent = null;
        await writer.WriteAsync((connection, transaction) =>
        {
            var key = new { conversationId, activityId, claim.Id, claim.Until, now };
            sent = connection.QuerySingleOrDefault<long?>("""
                update turns set send_state = 'sending', send_claim = @Id, send_until = @Until
                where conversation_id = @conversationId and activity_id = @activityId
                  and (send_state = 'unsent' or (send_state = 'sending' and send_until <= @now)) returning sent
                """, key, transaction);
            if (sent is { } taken) along?.Invoke(connection, transaction, (int)taken);
            busy = sent is null && connection.QuerySingleOrDefault<string?>("""
                select send_state from turns where conversation_id = @conversationId and activity_id = @activityId
                """, key, transaction) == "sending";
        });
        return (sent is { } known ? claim with { Sent = (int)known } : null, busy);
    }

    /// <summary>Notes what became of an answer, unless its claim has gone to somebody else.</summary>
    /// <param name="state">'sent', 'unsent' or 'unknown'.</param>
    /// <param name="sent">How many of its messages are known to have arrived.</param>
    public static Action<IDbConnection, IDbTransaction> Settle(string conversationId, string activityId, SendClaim claim, string state, int sent) =>
        (connection, transaction) => connection.Execute("""
            update turns set send_state = @state, sent = @sent, send_claim = null, send_until = null
            where conversation_id = @conversationId and activity_id = @activityId and send_claim = @Id
            """, new { conversationId, activityId, claim.Id, state, sent }, transaction);
}
