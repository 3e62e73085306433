using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The tokens of callers. A channel's token is issued by the Bot Framework: for this bot, for the channel that its key is
/// endorsed for, and for the service address of the activity. A token of Entra's is issued to the bot itself, which is how the
/// emulator calls. Whatever is wrong is an <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal sealed class InboundTokens
{
    // The Bot Framework's own tenants, whose tokens the emulator gets with the bot's password.
    private static readonly string[] Tenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly CloudSettings _cloud;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly AuthenticationConfiguration _configuration;
    private readonly OpenIdKeys _channelKeys;
    private readonly OpenIdKeys _entraKeys;
    private readonly HashSet<string> _entraIssuers;

    public InboundTokens(
        CloudSettings cloud, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration, ILogger logger)
    {
        _cloud = cloud;
        _credentials = credentials;
        _configuration = configuration;
        _channelKeys = new OpenIdKeys(cloud.ChannelMetadata, Http, TimeProvider.System, logger);
        _entraKeys = new OpenIdKeys(cloud.EntraMetadata, Http, TimeProvider.System, logger);
        _entraIssuers = [.. Tenants.SelectMany(IssuersOf), .. configuration.ValidTokenIssuers ?? []];
    }

    /// <summary>The two issuers, old and new, that an Entra tenant's tokens name.</summary>
    public static IEnumerable<string> IssuersOf(string tenantId) =>
    [
        string.Format(CultureInfo.InvariantCulture, AuthenticationConstants.ValidTokenIssuerUrlTemplateV1, tenantId),
        string.Format(CultureInfo.InvariantCulture, AuthenticationConstants.ValidTokenIssuerUrlTemplateV2, tenantId),
    ];

    /// <summary>Who calls. Without a header that is nobody in particular, which will do when authentication is off.</summary>
    public async Task<ClaimsIdentity> AuthenticateAsync(Activity activity, string header, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            if (!await _credentials.IsAuthenticationDisabledAsync(cancellationToken)) throw Refusal("No Authorization header");
            return new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
        }
        var token = Read(header);
        var identity = _entraIssuers.Contains(token.Issuer)
            ? await EntraAsync(token, cancellationToken)
            : await ChannelAsync(token, activity, cancellationToken);
        if (_configuration.ClaimsValidator is { } validator) await validator.ValidateClaimsAsync([.. identity.Claims]);
        return identity;
    }

    private JsonWebToken Read(string header)
    {
        var parts = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var scheme, var text] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Refusal("The Authorization header has no bearer token");
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            throw Refusal("The bearer token is no JSON web token", e);
        }
    }

    private async Task<ClaimsIdentity> ChannelAsync(JsonWebToken token, Activity activity, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(_channelKeys, token, cancellationToken);
        var identity = await ValidateAsync(token, key, [_cloud.ChannelIssuer]);
        if (!await IsThisBotAsync(token.Audiences.FirstOrDefault(), cancellationToken)) throw Refusal("The token is for another bot");
        string[] endorsements = [activity.ChannelId ?? "", .. _configuration.RequiredEndorsements];
        if (!Array.TrueForAll(endorsements, key.Endorsements.Contains)) throw Refusal("The token's key is not endorsed for the channel");
        var serviceUrl = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrWhiteSpace(serviceUrl)) throw Refusal("The token has no serviceurl claim");
        if (!serviceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)) throw Refusal("The token is for another serviceUrl");
        return identity;
    }

    private async Task<ClaimsIdentity> EntraAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var identity = await ValidateAsync(token, await KeyAsync(_entraKeys, token, cancellationToken), _entraIssuers);
        var claim = identity.FindFirst(AuthenticationConstants.VersionClaim)?.Value switch
        {
            "1.0" => AuthenticationConstants.AppIdClaim,
            "2.0" => AuthenticationConstants.AuthorizedParty,
            _ => throw Refusal("The token's version is not known"),
        };
        if (!await IsThisBotAsync(identity.FindFirst(claim)?.Value, cancellationToken)) throw Refusal("The token was issued to another application");
        return identity;
    }

    private static async Task<SigningKey> KeyAsync(OpenIdKeys keys, JsonWebToken token, CancellationToken cancellationToken) =>
        await keys.FindAsync(token.Kid, cancellationToken) ?? throw Refusal("The token's key is not known");

    private async Task<ClaimsIdentity> ValidateAsync(JsonWebToken token, SigningKey key, IEnumerable<string> issuers)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuers = issuers,
            // The audience is the credentials factory's to judge.
            ValidateAudience = false,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = Algorithms,
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        return result.IsValid ? result.ClaimsIdentity : throw Refusal("The token is not valid", result.Exception);
    }

    private async Task<bool> IsThisBotAsync(string appId, CancellationToken cancellationToken) =>
        !string.IsNullOrWhiteSpace(appId) && await _credentials.IsValidAppIdAsync(appId, cancellationToken);

    private static UnauthorizedAccessException Refusal(string reason, Exception cause = null) => new(reason, cause);
}
