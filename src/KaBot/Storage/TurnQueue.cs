using System.Data;
using Dapper;

namespace KaBot.Storage;

/// <summary>
/// One turn at a time per conversation among all nodes, in the order of arrival. Nothing is held while a turn runs but a row: a node that
/// dies keeps the others waiting no longer than <see cref="Longest"/>, after which the version of the conversation's state is the fence.
/// </summary>
public sealed class TurnQueue(Database database, Writer writer, TimeProvider clock)
{
    /// <summary>A channel waits that long for an answer, and then sends its message again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits for the conversation; disposing what comes back lets the next one in. Where one process has the database there is no queue.</summary>
    public async Task<Place> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (!database.Dialect.Shared) return new Place(this, null);
        var end = clock.GetUtcNow() + Longest;
        var (ticket, first) = (0L, 0L);
        await writer.WriteAsync((connection, transaction) =>
        {
            // Numbers of one conversation become visible in their order.
            connection.Execute("select pg_advisory_xact_lock(hashtextextended(@conversationId, 0))", new { conversationId }, transaction);
            ticket = connection.QuerySingle<long>("insert into turn_queue (conversation_id, until_at) values (@conversationId, @end) returning id",
                new { conversationId, end }, transaction);
            first = connection.QuerySingle<long>(First, new { conversationId, now = clock.GetUtcNow() }, transaction);
        });
        var place = new Place(this, ticket);
        try
        {
            while (first < ticket && clock.GetUtcNow() < end)
            {
                await Task.Delay(BetweenLooks, clock, cancellationToken);
                await using var connection = database.Open();
                first = await connection.QuerySingleOrDefaultAsync<long?>(First, new { conversationId, now = clock.GetUtcNow() }) ?? ticket;
            }
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    private const string First = "select min(id) from turn_queue where conversation_id = @conversationId and until_at > @now";

    /// <summary>Gives up a place, and those that dead nodes left; what is to be noted goes with it, and costs no transaction of its own.</summary>
    private async ValueTask LeaveAsync(long? ticket, Action<IDbConnection, IDbTransaction>? note)
    {
        if (ticket is not null)
            await writer.WriteAsync((connection, transaction) =>
            {
                note?.Invoke(connection, transaction);
                connection.Execute("delete from turn_queue where id = @ticket or until_at <= @now", new { ticket, now = clock.GetUtcNow() }, transaction);
            });
        else if (note is not null) writer.WriteSoon(note);
    }

    /// <summary>A turn's place in its conversation, until disposed of.</summary>
    public sealed class Place(TurnQueue queue, long? ticket) : IAsyncDisposable
    {
        /// <summary>What is to be written when the place is left.</summary>
        public Action<IDbConnection, IDbTransaction>? Note { get; set; }

        public ValueTask DisposeAsync() => queue.LeaveAsync(ticket, Note);
    }
}
