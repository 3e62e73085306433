namespace Microsoft.Bot.Builder;

/// <summary>The name of a property of state.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>A property of state: reads, sets and deletes it for the turn's user or conversation.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; where there is none, the one that the factory makes, which is then kept.</summary>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>Makes properties of state.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
