using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>A channel's service.</summary>
public partial interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    ServiceClientCredentials Credentials { get; }

    IConversations Conversations { get; }
}
