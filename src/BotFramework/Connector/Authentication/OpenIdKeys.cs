using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A key that signs tokens, and the channels it may speak for.</summary>
internal sealed record SigningKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>
/// The signing keys that an OpenID metadata document leads to. Kept for a day; fetched anew when a token names a key that is
/// not among them, but not at anybody's pace: a stranger can name unknown keys all day.
/// </summary>
internal sealed class OpenIdKeys(string metadataUrl, HttpClient http, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MostFetches = 5;
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private readonly Queue<DateTimeOffset> _fetches = new();
    private volatile KeySet _keys = new(DateTimeOffset.MinValue, new Dictionary<string, SigningKey>());

    /// <summary>The key of this id, or null when there is none or the keys can't be had.</summary>
    public async Task<SigningKey> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(keyId)) return null;
        var keys = _keys;
        var fresh = clock.GetUtcNow() - keys.At < Life;
        if (fresh && keys.ById.TryGetValue(keyId, out var key)) return key;
        return (await FetchAsync(keys, cancellationToken)).ById.GetValueOrDefault(keyId);
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<KeySet> FetchAsync(KeySet known, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            // Somebody else fetched while this one waited.
            if (_keys != known) return _keys;
            var now = clock.GetUtcNow();
            while (_fetches.TryPeek(out var earlier) && now - earlier > Window) _fetches.Dequeue();
            if (_fetches.Count >= MostFetches) return known;
            _fetches.Enqueue(now);
            return _keys = new KeySet(now, await ReadAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            logger.LogError(e, "The signing keys of {MetadataUrl} can't be had; the ones at hand stay in use.", metadataUrl);
            return known;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<Dictionary<string, SigningKey>> ReadAsync(CancellationToken cancellationToken)
    {
        using var metadata = JsonDocument.Parse(await http.GetByteArrayAsync(metadataUrl, cancellationToken));
        var keysUrl = metadata.RootElement.GetProperty("jwks_uri").GetString();
        using var keys = JsonDocument.Parse(await http.GetByteArrayAsync(keysUrl, cancellationToken));
        var byId = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in keys.RootElement.GetProperty("keys").EnumerateArray())
            if (key.TryGetProperty("kid", out var id) && id.GetString() is { } keyId)
                byId[keyId] = new SigningKey(new JsonWebKey(key.GetRawText()), Endorsements(key));
        return byId;
    }

    private static HashSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())]
            : [];

    private sealed record KeySet(DateTimeOffset At, IReadOnlyDictionary<string, SigningKey> ById);
}
