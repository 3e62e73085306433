using System.Data;
using System.Text.Json;
using Dapper;
using KaBot.Storage;

namespace KaBot.Reminders.Delivery;

/// <summary>
/// The rows to be sent, shared by all nodes. A node claims rows under a lease; right before a request leaves, the row becomes "sending",
/// on disk. A lease that ends while claimed gives the row to another node; one that ends while sending leaves it unknown.
/// </summary>
public sealed class Outbox
{
    private readonly Database _database;
    private readonly Writer _writer;
    private readonly SendRates _rates;
    private readonly ReminderOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Names this process among the nodes.</summary>
    private readonly string _node = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly Together<Start, bool> _starts;
    private readonly Together<End, bool> _ends;

    public Outbox(Database database, Writer writer, SendRates rates, ReminderOptions options, TimeProvider clock)
    {
        (_database, _writer, _rates, _options, _clock) = (database, writer, rates, options, clock);
        (_starts, _ends) = (new(BeginAsync), new(SettleAsync));
    }

    /// <summary>Rows for this node to send now, oldest first. Before, gives back what dead nodes held.</summary>
    public async Task<IReadOnlyList<Reminder>> ClaimAsync(int most)
    {
        List<ReminderRow> rows = [];
        if (!IsAnyWaiting()) return [];
        await _writer.WriteAsync((connection, transaction) =>
        {
            var now = _clock.GetUtcNow();
            Recover(connection, transaction, now);
            // The state is looked at again, as another node may have taken the row meanwhile; as an expression, so that the rows are found
            // by their ids and not by walking through all that wait.
            rows = connection.Query<ReminderRow>($"""
                with waiting as materialized (
                  select id from reminders where state = 'pending' and next_at <= @now order by next_at limit @most {_database.Dialect.SkipLocked})
                update reminders set state = 'claimed', node = @node, next_at = @lease, changed_at = @now
                where state || '' = 'pending' and id in (select id from waiting) returning *
                """, new { node = _node, lease = now + _options.Lease, now, most }, transaction).AsList();
        });
        return [.. rows.Select(row => row.ToReminder()).OrderBy(row => row.DueAt).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Marks a claimed row as sending, and takes its conversation's token. False: it is not ours any more, or has to wait. Rows whose moment
    /// has come are marked together; none is marked before its moment, so a crash leaves only sends under way unknown.
    /// </summary>
    public Task<bool> BeginSendAsync(Reminder reminder, string conversation) => _starts.WriteAsync(new Start(reminder, conversation));

    /// <summary>Notes what became of a send. A late answer still settles a row that was taken for unknown.</summary>
    public Task SettleAsync(Reminder reminder, SendOutcome outcome, IReadOnlyList<string> deals) => _ends.WriteAsync(new End(reminder, outcome, deals));

    private async Task<IReadOnlyList<bool>> BeginAsync(IReadOnlyList<Start> starts)
    {
        var begun = new bool[starts.Count];
        await _writer.WriteAsync((connection, transaction) =>
        {
            Array.Clear(begun);
            var now = _clock.GetUtcNow();
            var waits = _rates.Take(connection, transaction, [.. starts.Select(start => start.Conversation)]);
            var free = Enumerable.Range(0, starts.Count).Where(place => waits[place] is null).ToList();
            foreach (var (start, wait) in starts.Zip(waits))
                if (wait is not null) Set(connection, transaction, start.Reminder, ReminderStates.Claimed, ReminderStates.Pending, nextAt: wait);
            var marked = Bulk.Execute(connection, transaction, """
                update reminders set state = 'sending', next_at = @Lease, changed_at = @Now where id = @Id and node = @Node and state = 'claimed'
                """, [.. free.Select(place => (object)new { starts[place].Reminder.Id, Node = _node, Lease = now + _options.Lease, Now = now })]);
            foreach (var (place, mark) in free.Zip(marked)) begun[place] = mark;
        });
        return begun;
    }

    private async Task<IReadOnlyList<bool>> SettleAsync(IReadOnlyList<End> ends)
    {
        await _writer.WriteAsync((connection, transaction) =>
        {
            var now = _clock.GetUtcNow();
            Bulk.Execute(connection, transaction, Finished, [.. ends.Select(end => Done(end, now)).OfType<object>()]);
            foreach (var end in ends)
                switch (end.Outcome)
                {
                    case SendOutcome.Unknown:
                        Miss(connection, transaction, end.Reminder.PersonId, end.Reminder.Kind, ReminderWriter.Day(end.Reminder.Day));
                        break;
                    case SendOutcome.Refused { Gone: true } refused:
                        Leave(connection, transaction, end.Reminder.PersonId, refused.Why);
                        break;
                    case SendOutcome.Throttled throttled:
                        Again(connection, transaction, end.Reminder, now + (throttled.RetryAfter ?? Backoff(end.Reminder)), "429");
                        break;
                    case SendOutcome.NotSent notSent:
                        Again(connection, transaction, end.Reminder, now + Backoff(end.Reminder), notSent.Why);
                        break;
                }
        });
        return new bool[ends.Count];
    }

    private const string Finished = """
        update reminders set state = @State, detail = @Detail, activity_id = @ActivityId, deals = @Deals, attempts = attempts + 1, changed_at = @Now
        where id = @Id and node = @Node and state in ('sending', 'unknown')
        """;

    /// <summary>How a row ends; null when it is to be tried again.</summary>
    private object? Done(End end, DateTimeOffset now)
    {
        return end.Outcome switch
        {
            SendOutcome.Sent sent => Row(ReminderStates.Sent, null, sent.ActivityId, JsonSerializer.Serialize(end.Deals)),
            SendOutcome.Unknown unknown => Row(ReminderStates.Unknown, unknown.Why),
            SendOutcome.Refused refused => Row(ReminderStates.Refused, refused.Why),
            _ => null,
        };

        object Row(string state, string? detail, string? activityId = null, string? deals = null) =>
            new { end.Reminder.Id, State = state, Detail = detail, ActivityId = activityId, Deals = deals, Node = _node, Now = now };
    }

    /// <summary>Ends a claimed row without sending.</summary>
    public Task CloseAsync(Reminder reminder, string state, string? detail) => _writer.WriteAsync((connection, transaction) =>
        Set(connection, transaction, reminder, ReminderStates.Claimed, state, detail: detail));

    /// <summary>Gives claimed rows back until a moment.</summary>
    public Task PutBackAsync(IReadOnlyList<Reminder> reminders, DateTimeOffset until) => _writer.WriteAsync((connection, transaction) =>
        Bulk.Execute(connection, transaction, """
            update reminders set state = 'pending', next_at = @Until, changed_at = @Now where id = @Id and node = @Node and state = 'claimed'
            """, [.. reminders.Select(reminder => (object)new { reminder.Id, Until = until, Node = _node, Now = _clock.GetUtcNow() })]));

    /// <summary>Cards that show deals which have moved on since.</summary>
    public IReadOnlyList<(Reminder Reminder, DateTimeOffset Since)> ToRefresh(int most)
    {
        using var connection = _database.Open();
        return [.. connection.Query<RefreshRow>("select * from reminders where refresh_at is not null and activity_id is not null order by refresh_at limit @most",
            new { most }).Select(row => (row.ToReminder(), row.RefreshAt))];
    }

    /// <summary>A card is up to date, unless another change came meanwhile.</summary>
    public Task RefreshedAsync(Reminder reminder, DateTimeOffset since) => _writer.WriteAsync((connection, transaction) =>
        connection.Execute("update reminders set refresh_at = null where id = @Id and refresh_at = @since", new { reminder.Id, since }, transaction));

    /// <summary>A look before the leap: an idle bot writes nothing to disk.</summary>
    private bool IsAnyWaiting()
    {
        using var connection = _database.Open();
        return connection.QueryFirstOrDefault<long?>("""
            select 1 from reminders where state in ('pending', 'claimed', 'sending') and next_at <= @now limit 1
            """, new { now = _clock.GetUtcNow() }) is not null;
    }

    private void Recover(IDbConnection connection, IDbTransaction transaction, DateTimeOffset now)
    {
        connection.Execute($"""
            update reminders set state = 'pending', next_at = @now, changed_at = @now where id in ({Abandoned("claimed")})
            """, new { now }, transaction);
        var lost = connection.Query<(string PersonId, string Kind, string Day)>($"""
            update reminders set state = 'unknown', detail = 'the node stopped while it was sending', changed_at = @now where id in ({Abandoned("sending")})
            returning person_id, kind, day
            """, new { now }, transaction);
        foreach (var (personId, kind, day) in lost.AsList()) Miss(connection, transaction, personId, kind, day);
    }

    private string Abandoned(string state) => $"select id from reminders where state = '{state}' and next_at < @now {_database.Dialect.SkipLocked}";

    private void Again(IDbConnection connection, IDbTransaction transaction, Reminder reminder, DateTimeOffset at, string why) =>
        connection.Execute("""
            update reminders set state = 'pending', next_at = @at, attempts = attempts + 1, detail = @why, changed_at = @now
            where id = @Id and node = @node and state = 'sending'
            """, new { reminder.Id, at, why, node = _node, now = _clock.GetUtcNow() }, transaction);

    private bool Set(
        IDbConnection connection, IDbTransaction transaction, Reminder reminder, string from, string to, DateTimeOffset? nextAt = null, string? detail = null) =>
        connection.Execute("""
            update reminders set state = @to, next_at = coalesce(@nextAt, next_at), detail = coalesce(@detail, detail), changed_at = @now
            where id = @Id and node = @node and state = @from
            """, new { reminder.Id, from, to, nextAt, detail, node = _node, now = _clock.GetUtcNow() }, transaction) == 1;

    /// <summary>A rep whose reminder may not have arrived is told so when they write next.</summary>
    private static void Miss(IDbConnection connection, IDbTransaction transaction, string personId, string kind, string day)
    {
        if (kind == ReminderKinds.Daily) connection.Execute("update people set missed = @day where id = @personId", new { personId, day }, transaction);
    }

    /// <summary>Somebody who cannot be reached is left alone until they write themselves.</summary>
    private static void Leave(IDbConnection connection, IDbTransaction transaction, string personId, string why)
    {
        connection.Execute("update people set unreachable = @why where id = @personId", new { personId, why }, transaction);
        connection.Execute("delete from reminder_plans where person_id = @personId", new { personId }, transaction);
    }

    /// <summary>5, 10, 20 … seconds, at most five minutes, and up to a quarter more, so that nodes do not knock in step.</summary>
    private static TimeSpan Backoff(Reminder reminder) =>
        TimeSpan.FromSeconds(Math.Min(300, 5 * Math.Pow(2, Math.Min(reminder.Attempts, 10))) * (1 + Random.Shared.NextDouble() / 4));

    private sealed record Start(Reminder Reminder, string Conversation);

    private sealed record End(Reminder Reminder, SendOutcome Outcome, IReadOnlyList<string> Deals);

    private sealed class RefreshRow : ReminderRow
    {
        public DateTimeOffset RefreshAt { get; init; }
    }
}
