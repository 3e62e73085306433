using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Authentication for a cloud.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>The public cloud, without an app id: authentication is off.</summary>
    public static BotFrameworkAuthentication Create() => Create(
        null, false, null, null, null, null, null, null, null,
        new PasswordServiceClientCredentialFactory(), new AuthenticationConfiguration(), null, null);

    /// <summary>The cloud that the addresses name; what is not given is as in the public cloud.</summary>
    /// <param name="channelService">Empty for the public cloud, <c>https://botframework.azure.us</c> for the US government's.</param>
    public static BotFrameworkAuthentication Create(
        string channelService, bool validateAuthority, string toChannelFromBotLoginUrl, string toChannelFromBotOAuthScope,
        string toBotFromChannelTokenIssuer, string oAuthUrl, string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl, string callerId, ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger)
    {
        var cloud = channelService switch
        {
            null or "" => CloudSettings.Public,
            "https://botframework.azure.us" => CloudSettings.Government,
            _ => throw new ArgumentException("The provided ChannelService value is not supported."),
        };
        cloud = cloud with
        {
            ValidateAuthority = validateAuthority,
            LoginUrl = Given(toChannelFromBotLoginUrl) ?? cloud.LoginUrl,
            Scope = Given(toChannelFromBotOAuthScope) ?? cloud.Scope,
            ChannelIssuer = Given(toBotFromChannelTokenIssuer) ?? cloud.ChannelIssuer,
            ChannelMetadata = Given(toBotFromChannelOpenIdMetadataUrl) ?? cloud.ChannelMetadata,
            EntraMetadata = Given(toBotFromEmulatorOpenIdMetadataUrl) ?? cloud.EntraMetadata,
            CallerId = Given(callerId) ?? cloud.CallerId,
        };
        return new CloudAuthentication(cloud, credentialFactory, authConfiguration, httpClientFactory, logger);
    }

    private static string Given(string value) => string.IsNullOrEmpty(value) ? null : value;
}
