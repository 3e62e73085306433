using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace KaBot.Web.DirectLine;

/// <summary>The conversations of the chat page. Bounded: those not heard of for half a day, and the oldest above a number, are forgotten.</summary>
internal sealed class Conversations(TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private readonly string _life = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly ConcurrentDictionary<string, Entry> _open = new(StringComparer.Ordinal);

    public int Count => _open.Count;

    /// <summary>
    /// The conversation of an id; made anew when unknown, as after a restart of the server: whoever holds a token for it may go on.
    /// </summary>
    public Conversation Open(string id)
    {
        var now = time.GetUtcNow();
        if (_open.TryGetValue(id, out var known))
        {
            known.Used = now;
            return known.Conversation;
        }
        var entry = _open.GetOrAdd(id, _ => new Entry(new Conversation(id, _life)) { Used = now });
        Forget(now);
        return entry.Conversation;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, entry) in _open)
            if (now - entry.Used > Idle) _open.TryRemove(id, out _);
        foreach (var (id, _) in _open.OrderByDescending(entry => entry.Value.Used).Skip(Most))
            _open.TryRemove(id, out _);
    }

    private sealed class Entry(Conversation conversation)
    {
        public Conversation Conversation { get; } = conversation;
        public DateTimeOffset Used { get; set; }
    }
}
