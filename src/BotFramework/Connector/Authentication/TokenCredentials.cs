using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Puts the bot's token on requests. The token is asked for once and kept until shortly before it expires, so that a turn pays a
/// comparison and no look-up.
/// </summary>
internal sealed class TokenCredentials(Func<CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider clock)
    : ServiceClientCredentials
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _acquiring = new(1, 1);
    private volatile Token _token;

    /// <summary>No app id, no token.</summary>
    public static ServiceClientCredentials Empty { get; } = new NoCredentials();

    /// <param name="loginEndpoint">The login service; <c>{0}</c> in it is the tenant.</param>
    public static TokenCredentials ForClient(
        Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> secret, string appId, string tenantId,
        string scope, string loginEndpoint, bool validateAuthority, HttpClient httpClient, bool sendX5c = false)
    {
        var tenant = !string.IsNullOrEmpty(tenantId) ? tenantId
            : loginEndpoint == CloudSettings.Government.LoginUrl ? CloudSettings.Government.LoginTenant
            : CloudSettings.Public.LoginTenant;
        var authority = string.Format(CultureInfo.InvariantCulture, loginEndpoint, tenant);
        // Built at the first send: a bot that only listens needs no secret.
        var application = new Lazy<IConfidentialClientApplication>(() =>
        {
            var builder = secret(ConfidentialClientApplicationBuilder.Create(appId).WithAuthority(authority, validateAuthority));
            return (httpClient is null ? builder : builder.WithHttpClientFactory(new MsalHttp(httpClient))).Build();
        });
        return new TokenCredentials(
            token => application.Value.AcquireTokenForClient([$"{scope}/.default"]).WithSendX5C(sendX5c).ExecuteAsync(token),
            TimeProvider.System);
    }

    public static TokenCredentials ForManagedIdentity(string appId, string scope, HttpClient httpClient)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(
            Identity.Client.AppConfig.ManagedIdentityId.WithUserAssignedClientId(appId));
        if (httpClient is not null) builder = builder.WithHttpClientFactory(new MsalHttp(httpClient));
        var application = builder.Build();
        return new TokenCredentials(token => application.AcquireTokenForManagedIdentity(scope).ExecuteAsync(token), TimeProvider.System);
    }

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = Usable(_token) ?? await AcquireAsync(cancellationToken);
    }

    private AuthenticationHeaderValue Usable(Token token) =>
        token is not null && clock.GetUtcNow() < token.Until - Early ? token.Header : null;

    private async Task<AuthenticationHeaderValue> AcquireAsync(CancellationToken cancellationToken)
    {
        await _acquiring.WaitAsync(cancellationToken);
        try
        {
            if (Usable(_token) is { } header) return header;
            var result = await acquire(cancellationToken);
            _token = new Token(new AuthenticationHeaderValue("Bearer", result.AccessToken), result.ExpiresOn);
            return _token.Header;
        }
        finally
        {
            _acquiring.Release();
        }
    }

    private sealed record Token(AuthenticationHeaderValue Header, DateTimeOffset Until);

    private sealed class NoCredentials : ServiceClientCredentials;

    private sealed class MsalHttp(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
