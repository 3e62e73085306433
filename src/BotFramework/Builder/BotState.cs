using System.Text.Json.Nodes;

namespace Microsoft.Bot.Builder;

/// <summary>State kept in a storage under a key that the turn gives; loaded once a turn, written when changed. Last writer wins.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly string _contextServiceKey;
    private readonly IStorage _storage;

    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentNullException(nameof(name));
        return new BotStatePropertyAccessor<T>(this, name);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext)?.State is not null) return;
        var items = await _storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var value);
        turnContext.TurnState[_contextServiceKey] = value switch
        {
            null => new CachedBotState(),
            IDictionary<string, object> state => new CachedBotState(state),
            _ when Schema.SchemaJson.IsObject(value) => new CachedBotState(StateJson.As<Dictionary<string, object>>(value)),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        };
    }

    public virtual async Task SaveChangesAsync(
        ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (GetCachedState(turnContext) is not { } cached || !force && !cached.IsChanged()) return;
        var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
        await _storage.WriteAsync(changes, cancellationToken);
        cached.Hash = CachedBotState.ComputeHash(cached.State);
    }

    /// <summary>Empties the state of this turn; saving then writes it empty.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState[_contextServiceKey] = new CachedBotState { Hash = "" };
        return Task.CompletedTask;
    }

    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>A copy of the state as JSON, for whoever debugs the bot.</summary>
    public JsonNode Get(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return System.Text.Json.JsonSerializer.SerializeToNode(GetCachedState(turnContext).State, Schema.SchemaJson.Options);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        if (GetCachedState(turnContext).State.TryGetValue(propertyName, out var value))
            return Task.FromResult(value switch
            {
                T typed => typed,
                null => default,
                _ => StateJson.As<T>(value),
            });
        if (typeof(T).IsValueType) throw new KeyNotFoundException(propertyName);
        return Task.FromResult(default(T));
    }

    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    /// <summary>The state of a turn, and what it was when loaded.</summary>
    public class CachedBotState
    {
        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = ComputeHash(State);
        }

        public IDictionary<string, object> State { get; set; }

        internal string Hash { get; set; }

        internal static string ComputeHash(IDictionary<string, object> state) => state.Count == 0 ? "{}" : StateJson.Text(state);

        internal bool IsChanged() => Hash != ComputeHash(State);
    }

    private sealed class BotStatePropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            var value = default(T);
            var found = true;
            try
            {
                value = await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken);
            }
            catch (KeyNotFoundException)
            {
                found = false;
            }
            if (found && value is not null || defaultValueFactory is null) return value;
            value = defaultValueFactory();
            await SetAsync(turnContext, value, cancellationToken);
            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
