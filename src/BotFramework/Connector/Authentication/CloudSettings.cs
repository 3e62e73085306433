namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where a cloud's services are. National clouds differ in every host.</summary>
internal sealed record CloudSettings
{
    /// <summary>Address of the login service; <c>{0}</c> is the tenant.</summary>
    public string LoginUrl { get; init; } = AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;

    /// <summary>The tenant where the configuration names none.</summary>
    public string LoginTenant { get; init; } = AuthenticationConstants.DefaultChannelAuthTenant;

    public bool ValidateAuthority { get; init; } = true;

    public string Scope { get; init; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    public string ChannelIssuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;

    public string ChannelMetadata { get; init; } = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

    public string EntraMetadata { get; init; } = AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl;

    public string CallerId { get; init; } = "urn:botframework:azure";

    public static CloudSettings Public { get; } = new();

    public static CloudSettings Government { get; } = new()
    {
        LoginUrl = "https://login.microsoftonline.us/{0}",
        LoginTenant = "MicrosoftServices.onmicrosoft.us",
        Scope = "https://api.botframework.us",
        ChannelIssuer = "https://api.botframework.us",
        ChannelMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        EntraMetadata = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        CallerId = "urn:botframework:azureusgov",
    };
}
