using System.Collections.Concurrent;
using System.Data;
using Dapper;
using KaBot.Storage;

namespace KaBot.Reminders.Delivery;

/// <summary>
/// The channel's limits, kept by all nodes together: a bucket is a row that says from when on its next token is free. A token is taken by
/// moving that moment on from what was read, so two nodes never take the same one.
/// </summary>
public sealed class SendRates(Writer writer, ReminderOptions options, TimeProvider clock)
{
    /// <summary>How far ahead sends of an app and tenant are given their moments.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<string, int> _replied = new(StringComparer.Ordinal);

    /// <summary>
    /// Moments for sends of one app and tenant, evenly apart, so that no second holds more than is allowed. Fewer than asked for, or
    /// none, when too many are given out already.
    /// </summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SlotsAsync(string tenant, int wanted)
    {
        var apart = Apart;
        _replied.TryRemove(tenant, out var replied);
        List<DateTimeOffset> slots = [];
        await writer.WriteAsync((connection, transaction) =>
        {
            slots.Clear();
            var now = clock.GetUtcNow();
            Move(connection, transaction, "app " + tenant, free =>
            {
                var start = Later(free ?? now, now) + replied * apart;
                slots = [.. Enumerable.Range(0, wanted).Select(n => start + n * apart).TakeWhile(slot => slot <= now + Ahead)];
                return slots.Count > 0 ? slots[^1] + apart : replied > 0 ? start : free;
            });
        });
        return slots;
    }

    /// <summary>Nothing of KaBot's own accord is sent to this app and tenant for a while, at most five minutes: the channel asked for it.</summary>
    public Task PauseAsync(string tenant, TimeSpan pause) => writer.WriteAsync((connection, transaction) =>
    {
        var until = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        Move(connection, transaction, "app " + tenant, free => Later(free ?? until, until));
    });

    /// <summary>
    /// A token of each conversation, in somebody's transaction; where there is none, the moment to ask again, else null. Half of what is
    /// allowed in a window may come at once and half flows in again, so that no window, wherever it begins, holds more than the whole.
    /// </summary>
    public IReadOnlyList<DateTimeOffset?> Take(IDbConnection connection, IDbTransaction transaction, IReadOnlyList<string> conversations)
    {
        var now = clock.GetUtcNow();
        var buckets = conversations.Select(conversation => (Hour: "hour " + conversation, Second: "second " + conversation)).ToList();
        // Most have been idle for long: one statement each, and all of them in one round trip.
        var idle = Bulk.Execute(connection, transaction, """
            insert into send_rates (bucket, free_at) values (@Bucket, @Next) on conflict (bucket) do update set free_at = excluded.free_at
            where send_rates.free_at <= @Now
            """, [.. buckets.SelectMany(bucket => new object[] { new { Bucket = bucket.Hour, Next = now + Hour.Cost, Now = now }, new { Bucket = bucket.Second, Next = now + Second.Cost, Now = now } })]);
        return
        [
            .. buckets.Select((bucket, place) => (idle[2 * place] ? null : Take(connection, transaction, bucket.Hour, Hour, now))
                ?? (idle[2 * place + 1] ? null : Take(connection, transaction, bucket.Second, Second, now))),
        ];
    }

    /// <summary>
    /// Tokens for the messages of an answer, in somebody's transaction: the moment at which each may leave. A reply takes them ahead of time
    /// where there are none, and waits for its moment; what KaBot sends of its own accord comes after it.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Reserve(IDbConnection connection, IDbTransaction transaction, string conversation, int messages)
    {
        var now = clock.GetUtcNow();
        var (hour, second) = ("hour " + conversation, "second " + conversation);
        var idle = connection.Query<string>("""
            insert into send_rates (bucket, free_at) values (@hour, @hourNext), (@second, @secondNext)
            on conflict (bucket) do update set free_at = excluded.free_at where send_rates.free_at <= @now returning bucket
            """, new { hour, second, now, hourNext = now + messages * Hour.Cost, secondNext = now + messages * Second.Cost }, transaction).ToHashSet(StringComparer.Ordinal);
        var hours = idle.Contains(hour) ? now : From(hour, Hour);
        var seconds = idle.Contains(second) ? now : From(second, Second);
        return [.. Enumerable.Range(0, messages).Select(n => Later(now, Later(hours + n * Hour.Cost - Hour.Room, seconds + n * Second.Cost - Second.Room)))];

        DateTimeOffset From(string bucket, Flow flow)
        {
            var from = now;
            Move(connection, transaction, bucket, free =>
            {
                from = Later(free ?? now, now);
                return from + messages * flow.Cost;
            });
            return from;
        }
    }

    /// <summary>
    /// Replies have left, which wait for nobody: what KaBot sends of its own accord to this app and tenant gives way. Noted a moment later,
    /// for many at once, so that turns do not queue for one row.
    /// </summary>
    public void Replied(string tenant, int messages)
    {
        if (_replied.AddOrUpdate(tenant, messages, (_, before) => before + messages) == messages) _ = NoteRepliesAsync(tenant);
    }

    private async Task NoteRepliesAsync(string tenant)
    {
        await Task.Delay(BetweenNotes, clock);
        if (!_replied.TryRemove(tenant, out var messages)) return;
        try
        {
            await writer.WriteAsync((connection, transaction) =>
            {
                var now = clock.GetUtcNow();
                Move(connection, transaction, "app " + tenant, free => Later(free ?? now, now) + messages * Apart);
            });
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or System.Threading.Channels.ChannelClosedException)
        {
            // The next send is a few milliseconds early; the channel's own limit stands behind.
        }
    }

    private TimeSpan Apart => TimeSpan.FromSeconds(1) / options.PerSecond;

    /// <summary>Buckets that are full again are not worth a row.</summary>
    public Task TidyAsync() => writer.WriteAsync((connection, transaction) =>
        connection.Execute("delete from send_rates where free_at < @before", new { before = clock.GetUtcNow() - TimeSpan.FromHours(2) }, transaction));

    private static DateTimeOffset? Take(IDbConnection connection, IDbTransaction transaction, string bucket, Flow flow, DateTimeOffset now)
    {
        DateTimeOffset? wait = null;
        Move(connection, transaction, bucket, free =>
        {
            var from = Later(free ?? now, now);
            wait = from > now + flow.Room ? from - flow.Room : null;
            return wait is null ? from + flow.Cost : free;
        });
        return wait;
    }

    private Flow Hour => Flow.Of(options.PerConversationHour, TimeSpan.FromHours(1));
    private Flow Second => Flow.Of(options.PerConversationSecond, TimeSpan.FromSeconds(1));

    /// <summary>How far a token moves a bucket's moment on, and how far ahead of now that may be.</summary>
    private readonly record struct Flow(TimeSpan Cost, TimeSpan Room)
    {
        public static Flow Of(int most, TimeSpan window)
        {
            var cost = window / Math.Max(most / 2, 1);
            return new Flow(cost, cost * ((most + 1) / 2 - 1));
        }
    }

    /// <summary>Moves a bucket's moment on; tried again when another node moved it in between.</summary>
    private static void Move(IDbConnection connection, IDbTransaction transaction, string bucket, Func<DateTimeOffset?, DateTimeOffset?> move)
    {
        while (true)
        {
            var free = connection.QuerySingleOrDefault<DateTimeOffset?>("select free_at from send_rates where bucket = @bucket", new { bucket }, transaction);
            if (move(free) is not { } next || next == free) return;
            var moved = free is null
                ? connection.Execute("insert into send_rates (bucket, free_at) values (@bucket, @next) on conflict (bucket) do nothing", new { bucket, next }, transaction)
                : connection.Execute("update send_rates set free_at = @next where bucket = @bucket and free_at = @free", new { bucket, next, free }, transaction);
            if (moved == 1) return;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
