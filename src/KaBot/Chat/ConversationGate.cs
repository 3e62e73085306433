using System.Collections.Concurrent;

namespace KaBot.Chat;

/// <summary>
/// One turn at a time per conversation, in the order of arrival: two quick messages of one person are both taken, one after the
/// other. Entries live only while somebody waits.
/// </summary>
public sealed class ConversationGate
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Waits for the conversation's turn; disposing what comes back lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        var entry = Join(conversationId);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(conversationId, entry);
            throw;
        }
        return new Pass(() =>
        {
            entry.Turn.Release();
            Leave(conversationId, entry);
        });
    }

    private Entry Join(string conversationId)
    {
        while (true)
        {
            var entry = _entries.GetOrAdd(conversationId, _ => new Entry());
            lock (entry)
            {
                if (entry.Gone) continue;
                entry.Users++;
                return entry;
            }
        }
    }

    private void Leave(string conversationId, Entry entry)
    {
        lock (entry)
        {
            if (--entry.Users > 0) return;
            entry.Gone = true;
            _entries.TryRemove(conversationId, out _);
        }
    }

    private sealed class Entry
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public int Users;
        public bool Gone;
    }

    private sealed class Pass(Action leave) : IDisposable
    {
        private Action? _leave = leave;
        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
