using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Authentication in one cloud.</summary>
internal sealed class CloudAuthentication(
    CloudSettings cloud, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration,
    IHttpClientFactory httpClientFactory, ILogger logger) : BotFrameworkAuthentication
{
    private readonly InboundTokens _tokens = new(cloud, credentials, configuration, logger ?? NullLogger.Instance);

    public override string GetOriginatingAudience() => cloud.Scope;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var identity = await _tokens.AuthenticateAsync(activity, authHeader, cancellationToken);
        var disabled = await credentials.IsAuthenticationDisabledAsync(cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = cloud.Scope,
            CallerId = disabled ? null : cloud.CallerId,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new CloudConnectorFactory(AppId(claimsIdentity), cloud, credentials, httpClientFactory);

    // A channel's token names the bot as audience, an Entra token as application.
    private static string AppId(ClaimsIdentity identity) =>
        (identity.FindFirst(AuthenticationConstants.AudienceClaim) ?? identity.FindFirst(AuthenticationConstants.AppIdClaim))?.Value;
}
