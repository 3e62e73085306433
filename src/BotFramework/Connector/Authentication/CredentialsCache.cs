using System.Collections.Concurrent;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials by audience and login service: they hold the token, so each turn must get the same ones.</summary>
internal sealed class CredentialsCache
{
    private readonly ConcurrentDictionary<(string Audience, string Login, bool Validate), ServiceClientCredentials> _credentials = new();

    /// <exception cref="InvalidOperationException">The credentials are asked for another app id than the bot's.</exception>
    public ServiceClientCredentials Get(
        string asked, string appId, string audience, string login, bool validate, Func<ServiceClientCredentials> create)
    {
        if (asked != appId) throw new InvalidOperationException($"Invalid appId {asked} does not match expected {appId}");
        return _credentials.GetOrAdd((audience, login, validate), static (_, make) => make(), create);
    }
}
