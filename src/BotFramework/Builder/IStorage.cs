namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key.</summary>
public interface IStorage
{
    /// <summary>What is there; keys without an object are missing from the answer.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object whose writing fails when somebody else wrote it meanwhile; the tag <c>*</c> writes in any case.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}

/// <summary>Typed reading.</summary>
public static class StorageExtensions
{
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(
        this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var found = await storage.ReadAsync(keys, cancellationToken);
        return found.Where(entry => entry.Value is TStoreItem).ToDictionary(entry => entry.Key, entry => (TStoreItem)entry.Value);
    }
}
