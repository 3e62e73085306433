using System.Net;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.Page;

/// <summary>Whom the real program lets in: production, a faulty switch, callers from the network.</summary>
public sealed class DoorTests : IDisposable
{
    private const string App = "6f0d8d1e-5b0a-4f43-9d55-0d2f3a0c1b99";
    private static readonly string[] Private = ["/", "/v3/directline/conversations/x", "/_directline/connector/v3/conversations/x/members"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-door");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    [Fact]
    public async Task In_production_there_is_no_page_and_no_bot_without_a_token()
    {
        await using var kabot = await KaBotProcess.StartAsync(("MicrosoftAppId", App), ("MicrosoftAppPassword", "secret"));
        foreach (var path in (string[])[.. Private, "/chat.js"]) Assert.Equal(HttpStatusCode.NotFound, await GetAsync(new Uri(kabot.Address, path)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(kabot.Address));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(kabot.Address, "Bearer abc"));
    }

    [Fact]
    public async Task In_production_the_page_does_not_start_without_a_secret()
    {
        await using var kabot = KaBotProcess.Start(_folder, ["--urls", $"http://127.0.0.1:{Tool.FreePort()}"], ("MicrosoftAppId", App), ("WebChat__Enabled", "true"));
        Assert.Equal(1, await kabot.EndAsync());
        Assert.Contains("WebChat:Secret", kabot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_app_id_nobody_from_the_network_is_let_in_whatever_it_listens_on()
    {
        if (OwnAddress() is not { } own)
        {
            Missing.Skip("This machine has no address but loopback.");
            return;
        }
        var port = Tool.FreePort();
        await using var kabot = KaBotProcess.Start(_folder, ["--urls", $"http://0.0.0.0:{port}"]);
        await kabot.ReadyAsync(new Uri($"http://127.0.0.1:{port}"));
        var outside = new Uri($"http://{own}:{port}");
        foreach (var path in Private) Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(new Uri(outside, path)));
        Assert.Equal(HttpStatusCode.Forbidden, await SayAsync(outside));
    }

    private async Task<HttpStatusCode> GetAsync(Uri address)
    {
        using var answer = await _http.GetAsync(address);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SayAsync(Uri address, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/messages"));
        request.Content = JsonContent.Create(new { type = "message", text = "hello", id = "1", channelId = "msteams", serviceUrl = "http://127.0.0.1:1/" });
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(address => address.Address).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    public void Dispose()
    {
        _http.Dispose();
        _folder.Delete(recursive: true);
    }
}
