using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KaBot.Web.DirectLine;

/// <summary>Adds to a call of the bot what makes it trusted. Needed where an app id is configured: a token for the bot's own app id.</summary>
public delegate Task SignRequest(HttpRequestMessage request, CancellationToken cancellationToken);

/// <summary>What the bot said to an activity. A status of 0: it could not be reached in time.</summary>
internal sealed record BotAnswer(int Status, JsonObject? Body)
{
    public bool Succeeded => Status is >= 200 and < 300;
}

/// <summary>Delivers activities to <c>POST /api/messages</c> of this very process, over HTTP as any channel does.</summary>
internal sealed class BotCaller(IServer server, ILogger<BotCaller> log, SignRequest? sign = null) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Longest };

    /// <summary>Where the bot finds our connector.</summary>
    public string ServiceUrl => new Uri(OwnAddress, ConnectorRoutes.Base + "/").AbsoluteUri;

    private Uri OwnAddress => Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    public async Task<BotAnswer> CallAsync(JsonObject activity)
    {
        // Not bound to the page's request: a page that goes away must not stop a turn half way.
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(OwnAddress, "/api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        try
        {
            if (sign is not null) await sign(request, CancellationToken.None);
            using var response = await _client.SendAsync(request);
            return new BotAnswer((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync()));
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            log.LogWarning(fault, "The chat page could not deliver an activity to the bot");
            return new BotAnswer(0, null);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>An address this process can call itself at: plain HTTP first, a wildcard becomes the loopback address.</summary>
    internal static Uri Reachable(IEnumerable<string> addresses)
    {
        var bound = addresses.Select(BindingAddress.Parse).OrderBy(address => address.Scheme == Uri.UriSchemeHttps).FirstOrDefault()
            ?? throw new InvalidOperationException("The server has no address yet.");
        var host = bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? IPAddress.Loopback.ToString() : bound.Host;
        return new Uri($"{bound.Scheme}://{host}:{bound.Port}");
    }

    private static JsonObject? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
