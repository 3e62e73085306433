using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>A channel's service over HTTP. Light: one a turn, all on one pool of connections.</summary>
internal sealed class ConnectorClient : IConnectorClient
{
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient httpClient)
    {
        BaseUri = baseUri;
        Credentials = credentials;
        Conversations = new Conversations(this, httpClient);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public IConversations Conversations { get; }

    // The HTTP client is shared and stays.
    public void Dispose()
    {
    }
}
