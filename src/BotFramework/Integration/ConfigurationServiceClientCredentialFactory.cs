using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The bot's identity as configured: <c>MicrosoftAppType</c> (MultiTenant unless set, SingleTenant, UserAssignedMSI),
/// <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c>, <c>MicrosoftAppTenantId</c>.
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private const string AppId = "MicrosoftAppId";
    private const string Password = "MicrosoftAppPassword";
    private const string Tenant = "MicrosoftAppTenantId";
    private readonly ServiceClientCredentialsFactory _inner;

    /// <exception cref="ArgumentException">Something is missing for the type of bot.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        var (appId, password, tenantId) = (configuration[AppId], configuration[Password], configuration[Tenant]);
        switch (configuration["MicrosoftAppType"]?.ToUpperInvariant())
        {
            case "USERASSIGNEDMSI":
                Require(appId, AppId, "MSI");
                Require(tenantId, Tenant, "MSI");
                if (!string.IsNullOrWhiteSpace(password)) throw new ArgumentException($"{Password} must not be set for MSI in configuration.");
                _inner = new ManagedIdentityServiceClientCredentialsFactory(appId, httpClient, logger);
                break;
            case "SINGLETENANT":
                Require(appId, AppId, "SingleTenant");
                Require(tenantId, Tenant, "SingleTenant");
                Require(password, Password, "SingleTenant");
                _inner = new PasswordServiceClientCredentialFactory(appId, password, tenantId, httpClient, logger);
                break;
            default:
                _inner = new PasswordServiceClientCredentialFactory(appId, password, "", httpClient, logger);
                break;
        }
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        _inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        _inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        _inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    private static void Require(string value, string key, string type)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new ArgumentException($"{key} is required for {type} in configuration.");
    }
}
