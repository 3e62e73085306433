using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot with an app id and a password. Without an app id authentication is off.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly CredentialsCache _cache = new();
    private readonly HttpClient _httpClient;

    public PasswordServiceClientCredentialFactory()
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        _httpClient = httpClient;
    }

    public string AppId { get; set; }

    public string Password { get; set; }

    /// <summary>Empty for a bot of many tenants.</summary>
    public string TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string oauthScope, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId)) return Task.FromResult(TokenCredentials.Empty);
        return Task.FromResult(_cache.Get(appId, AppId, oauthScope, loginEndpoint, validateAuthority, () => TokenCredentials.ForClient(
            builder => builder.WithClientSecret(Password), AppId, TenantId, oauthScope, loginEndpoint, validateAuthority, _httpClient)));
    }
}
