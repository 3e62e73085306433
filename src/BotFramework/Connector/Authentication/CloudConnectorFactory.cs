namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Clients that call with the bot's credentials.</summary>
internal sealed class CloudConnectorFactory(
    string appId, CloudSettings cloud, ServiceClientCredentialsFactory credentials, IHttpClientFactory httpClientFactory)
    : ConnectorFactory
{
    // One pool for all: a pool a turn would mean a TLS handshake a turn. The life time lets changes of the DNS through.
    private static readonly HttpClient Shared = Create();

    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        new ConnectorClient(
            Address(serviceUrl),
            await credentials.CreateCredentialsAsync(appId, audience ?? cloud.Scope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken),
            httpClientFactory?.CreateClient() ?? Shared);

    private static Uri Address(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new ServiceUrlException($"'{serviceUrl}' is no address of a channel's service.");

    private static HttpClient Create()
    {
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false });
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Microsoft-BotFramework/3.1");
        return client;
    }
}

/// <summary>An activity says no address to answer to.</summary>
internal sealed class ServiceUrlException(string message) : UriFormatException(message);
