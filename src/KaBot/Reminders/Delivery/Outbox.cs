using System.Data;
using System.Text.Json;
using Dapper;
using KaBot.Storage;

namespace KaBot.Reminders.Delivery;

/// <summary>
/// The rows to be sent, shared by all nodes. A node claims rows under a lease; right before a request leaves, the row becomes "sending",
/// on disk. A lease that ends while claimed gives the row to another node; one that ends while sending leaves it unknown.
/// </summary>
public sealed class Outbox(Database database, Writer writer, SendRates rates, ReminderOptions options, TimeProvider clock)
{
    /// <summary>Names this process among the nodes.</summary>
    private readonly string _node = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Rows for this node to send now, oldest first. Before, gives back what dead nodes held.</summary>
    public async Task<IReadOnlyList<Reminder>> ClaimAsync(int most)
    {
        List<ReminderRow> rows = [];
        if (!IsAnyWaiting()) return [];
        await writer.WriteAsync((connection, transaction) =>
        {
            var now = clock.GetUtcNow();
            Recover(connection, transaction, now);
            // The state is looked at again, as another node may have taken the row meanwhile; as an expression, so that the rows are found
            // by their ids and not by walking through all that wait.
            rows = connection.Query<ReminderRow>($"""
                with waiting as materialized (
                  select id from reminders where state = 'pending' and next_at <= @now order by next_at limit @most {database.Dialect.SkipLocked})
                update reminders set state = 'claimed', node = @node, next_at = @lease, changed_at = @now
                where state || '' = 'pending' and id in (select id from waiting) returning *
                """, new { node = _node, lease = now + options.Lease, now, most }, transaction).AsList();
        });
        return [.. rows.Select(row => row.ToReminder()).OrderBy(row => row.DueAt).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>Marks a claimed row as sending, and takes its conversation's token. False: it is not ours any more, or has to wait.</summary>
    public async Task<bool> BeginSendAsync(Reminder reminder, string conversation)
    {
        var begun = false;
        await writer.WriteAsync((connection, transaction) =>
        {
            var now = clock.GetUtcNow();
            if (rates.Take(connection, transaction, conversation) is { } later)
                Set(connection, transaction, reminder, ReminderStates.Claimed, ReminderStates.Pending, nextAt: later);
            else
                begun = Set(connection, transaction, reminder, ReminderStates.Claimed, ReminderStates.Sending, nextAt: now + options.Lease);
        });
        return begun;
    }

    /// <summary>Notes what became of a send. A late answer still settles a row that was taken for unknown.</summary>
    public Task SettleAsync(Reminder reminder, SendOutcome outcome, IReadOnlyList<string> deals) => writer.WriteAsync((connection, transaction) =>
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                Done(connection, transaction, reminder, ReminderStates.Sent, null, sent.ActivityId, JsonSerializer.Serialize(deals));
                break;
            case SendOutcome.Unknown unknown:
                Done(connection, transaction, reminder, ReminderStates.Unknown, unknown.Why);
                break;
            case SendOutcome.Refused refused:
                Done(connection, transaction, reminder, ReminderStates.Refused, refused.Why);
                if (refused.Gone) Leave(connection, transaction, reminder.PersonId, refused.Why);
                break;
            case SendOutcome.Throttled throttled:
                Again(connection, transaction, reminder, now + (throttled.RetryAfter ?? Backoff(reminder)), "429");
                break;
            case SendOutcome.NotSent notSent:
                Again(connection, transaction, reminder, now + Backoff(reminder), notSent.Why);
                break;
        }
    });

    /// <summary>Ends a claimed row without sending.</summary>
    public Task CloseAsync(Reminder reminder, string state, string? detail) => writer.WriteAsync((connection, transaction) =>
        Set(connection, transaction, reminder, ReminderStates.Claimed, state, detail: detail));

    /// <summary>Gives a claimed row back until a moment.</summary>
    public Task PutBackAsync(Reminder reminder, DateTimeOffset until) => writer.WriteAsync((connection, transaction) =>
        Set(connection, transaction, reminder, ReminderStates.Claimed, ReminderStates.Pending, nextAt: until));

    /// <summary>Cards that show deals which have moved on since.</summary>
    public IReadOnlyList<(Reminder Reminder, DateTimeOffset Since)> ToRefresh(int most)
    {
        using var connection = database.Open();
        return [.. connection.Query<RefreshRow>("select * from reminders where refresh_at is not null and activity_id is not null order by refresh_at limit @most",
            new { most }).Select(row => (row.ToReminder(), row.RefreshAt))];
    }

    /// <summary>A card is up to date, unless another change came meanwhile.</summary>
    public Task RefreshedAsync(Reminder reminder, DateTimeOffset since) => writer.WriteAsync((connection, transaction) =>
        connection.Execute("update reminders set refresh_at = null where id = @Id and refresh_at = @since", new { reminder.Id, since }, transaction));

    /// <summary>A look before the leap: an idle bot writes nothing to disk.</summary>
    private bool IsAnyWaiting()
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<long?>("""
            select 1 from reminders where state in ('pending', 'claimed', 'sending') and next_at <= @now limit 1
            """, new { now = clock.GetUtcNow() }) is not null;
    }

    private void Recover(IDbConnection connection, IDbTransaction transaction, DateTimeOffset now)
    {
        connection.Execute($"""
            update reminders set state = 'pending', next_at = @now, changed_at = @now where id in ({Abandoned("claimed")})
            """, new { now }, transaction);
        connection.Execute($"""
            update reminders set state = 'unknown', detail = 'the node stopped while it was sending', changed_at = @now where id in ({Abandoned("sending")})
            """, new { now }, transaction);
    }

    private string Abandoned(string state) => $"select id from reminders where state = '{state}' and next_at < @now {database.Dialect.SkipLocked}";

    private void Again(IDbConnection connection, IDbTransaction transaction, Reminder reminder, DateTimeOffset at, string why) =>
        connection.Execute("""
            update reminders set state = 'pending', next_at = @at, attempts = attempts + 1, detail = @why, changed_at = @now
            where id = @Id and node = @node and state = 'sending'
            """, new { reminder.Id, at, why, node = _node, now = clock.GetUtcNow() }, transaction);

    private void Done(
        IDbConnection connection, IDbTransaction transaction, Reminder reminder, string state, string? detail, string? activityId = null, string? deals = null) =>
        connection.Execute("""
            update reminders set state = @state, detail = @detail, activity_id = @activityId, deals = @deals, attempts = attempts + 1, changed_at = @now
            where id = @Id and node = @node and state in ('sending', 'unknown')
            """, new { reminder.Id, state, detail, activityId, deals, node = _node, now = clock.GetUtcNow() }, transaction);

    private bool Set(
        IDbConnection connection, IDbTransaction transaction, Reminder reminder, string from, string to, DateTimeOffset? nextAt = null, string? detail = null) =>
        connection.Execute("""
            update reminders set state = @to, next_at = coalesce(@nextAt, next_at), detail = coalesce(@detail, detail), changed_at = @now
            where id = @Id and node = @node and state = @from
            """, new { reminder.Id, from, to, nextAt, detail, node = _node, now = clock.GetUtcNow() }, transaction) == 1;

    /// <summary>Somebody who cannot be reached is left alone until they write themselves.</summary>
    private static void Leave(IDbConnection connection, IDbTransaction transaction, string personId, string why)
    {
        connection.Execute("update people set unreachable = @why where id = @personId", new { personId, why }, transaction);
        connection.Execute("delete from reminder_plans where person_id = @personId", new { personId }, transaction);
    }

    /// <summary>5, 10, 20 … seconds, at most five minutes, and up to a quarter more, so that nodes do not knock in step.</summary>
    private static TimeSpan Backoff(Reminder reminder) =>
        TimeSpan.FromSeconds(Math.Min(300, 5 * Math.Pow(2, Math.Min(reminder.Attempts, 10))) * (1 + Random.Shared.NextDouble() / 4));

    private sealed class RefreshRow : ReminderRow
    {
        public DateTimeOffset RefreshAt { get; init; }
    }
}
