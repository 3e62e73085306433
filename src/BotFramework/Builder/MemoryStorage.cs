using System.Globalization;
using System.Text.Json.Nodes;

namespace Microsoft.Bot.Builder;

/// <summary>Storage that lasts as long as the process. What is read is a copy: changing it changes nothing until it is written.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagKey = "eTag";
    private readonly Dictionary<string, JsonObject> _memory;
    private readonly Lock _lock = new();
    private int _eTag;

    public MemoryStorage(Dictionary<string, JsonObject> dictionary = null) => _memory = dictionary ?? [];

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
            foreach (var key in keys) _memory.Remove(key);
        return Task.CompletedTask;
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (_lock)
            foreach (var key in keys)
                if (_memory.TryGetValue(key, out var state) && state is not null) found.Add(key, StateJson.Read(state));
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="ArgumentException">An <see cref="IStoreItem"/> was written by somebody else meanwhile.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
            foreach (var (key, value) in changes) Write(key, value);
        return Task.CompletedTask;
    }

    private void Write(string key, object value)
    {
        var state = value is null ? null : StateJson.Write(value);
        if (value is IStoreItem item)
        {
            var current = _memory.GetValueOrDefault(key)?[ETagKey]?.GetValue<string>();
            if (current is not null && item.ETag != "*" && item.ETag != current)
                throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {current}");
            state.Remove(nameof(IStoreItem.ETag));
            state[ETagKey] = (_eTag++).ToString(CultureInfo.InvariantCulture);
        }
        _memory[key] = state;
    }
}
