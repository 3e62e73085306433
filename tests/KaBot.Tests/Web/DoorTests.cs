using System.Net;
using System.Net.Http.Json;
using KaBot.Web;
using KaBot.Web.DirectLine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace KaBot.Tests.Web;

/// <summary>Who is let in, and when the page is there at all.</summary>
public sealed class DoorTests
{
    private const string Secret = "correct horse battery staple";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", null, true)]
    [InlineData("::1", "::1", "[::1]:3978", null, true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", "127.0.0.1:3978", "http://127.0.0.1:3978", true)]
    [InlineData("10.0.0.5", "10.0.0.7", "localhost:3978", null, false)]
    [InlineData("127.0.0.1", "10.0.0.7", "localhost:3978", null, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "evil.example:3978", null, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", "http://evil.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", "http://localhost:8080", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost:3978", "null", false)]
    public void Only_this_machine_is_let_in(string local, string remote, string host, string? origin, bool allowed)
    {
        var context = new DefaultHttpContext();
        context.Connection.LocalIpAddress = IPAddress.Parse(local);
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString(host));
        if (origin is not null) context.Request.Headers.Origin = origin;
        Assert.Equal(allowed, LocalCallers.Allows(context, behindProxy: false));
    }

    [Fact]
    public async Task What_a_proxy_forwards_or_another_name_asks_for_is_refused_everywhere()
    {
        await using var host = await PageHost.StartAsync();
        foreach (var path in (string[])["/", "/v3/directline/conversations/x", "/_directline/connector/v3/conversations/x/members"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, path, ("Host", "evil.example")));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, path, ("X-Forwarded-For", "10.0.0.7")));
        }
    }

    [Fact]
    public async Task With_a_secret_the_page_asks_for_it()
    {
        await using var host = await PageHost.StartAsync(null, ("WebChat:Secret", Secret), ("MicrosoftAppId", "some-app"), ("WebChat:Enabled", "true"));
        Assert.Contains("name=\"secret\"", await host.Http.GetStringAsync(new Uri("/", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await GenerateAsync(host));
        Assert.Equal(HttpStatusCode.Unauthorized, await GenerateAsync(host, ("Authorization", "Bearer wrong")));
        Assert.Equal(HttpStatusCode.OK, await GenerateAsync(host, ("Authorization", $"Bearer {Secret}")));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Http.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null, Stop)).StatusCode);

        using var wrong = await SignInAsync(host, "wrong");
        Assert.Equal("/?wrong=1", wrong.Headers.Location?.ToString());
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
        using var right = await SignInAsync(host, Secret);
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, await GenerateAsync(host, ("Cookie", cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.Unauthorized, await GenerateAsync(host, ("Cookie", cookie.Split(';')[0] + "x")));
        // Signed in, the page may come through a proxy of this machine; the bot's side never.
        Assert.Equal(HttpStatusCode.OK, await GenerateAsync(host, ("Cookie", cookie.Split(';')[0]), ("X-Forwarded-For", "10.0.0.7")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, "/_directline/connector/v3/conversations/x/members", ("X-Forwarded-For", "10.0.0.7")));
    }

    [Theory]
    [InlineData("Production", null, null, null, true, false)]
    [InlineData("Production", "some-app", null, null, false, false)]
    [InlineData("Development", "some-app", null, null, true, false)]
    [InlineData("Production", "some-app", "true", null, true, true)]
    [InlineData("Production", "some-app", "true", "short", true, true)]
    [InlineData("Production", "some-app", "true", Secret, true, false)]
    [InlineData("Development", null, "false", "short", false, false)]
    public void Off_in_production_unless_switched_on_with_a_secret(string environment, string? app, string? enabled, string? secret, bool on, bool faulty)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", app), new("WebChat:Enabled", enabled), new("WebChat:Secret", secret)]).Build();
        var options = ChatPageOptions.Read(settings);
        var place = new HostingEnvironment { EnvironmentName = environment };
        Assert.Equal(on, options.IsOn(place, settings));
        Assert.Equal(faulty, options.Faults(place, settings).Any());
    }

    [Fact]
    public async Task Switched_off_there_is_nothing()
    {
        await using var host = await PageHost.StartAsync(null, ("WebChat:Enabled", "false"));
        foreach (var path in (string[])["/", "/chat.js", "/v3/directline/conversations/x", "/_directline/connector/v3/conversations/x/members"])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, path));
    }

    [Theory]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978/")]
    [InlineData("http://[::]:80", "http://127.0.0.1/")]
    [InlineData("http://*:3978", "http://127.0.0.1:3978/")]
    [InlineData("https://localhost:5001;http://localhost:5000", "http://localhost:5000/")]
    public void The_server_knows_where_to_call_itself(string addresses, string own) => Assert.Equal(own, BotCaller.Reachable(addresses.Split(';')).ToString());

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", null, "", "zh-CN")]
    [InlineData("en-GB", null, "", "en-US")]
    [InlineData("en-GB", "kabot.language=zh-CN", "", "zh-CN")]
    [InlineData("en-GB", "kabot.language=zh-CN", "?language=en-US", "en-US")]
    public async Task The_page_speaks_the_chosen_language_and_loads_nothing_from_elsewhere(string accept, string? cookie, string query, string language)
    {
        await using var host = await PageHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/" + query);
        request.Headers.AcceptLanguage.ParseAdd(accept);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await host.Http.SendAsync(request, Stop);
        var html = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.DoesNotContain("//", html.Replace("<!--", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(PageHost host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return (await host.Http.SendAsync(request, Stop)).StatusCode;
    }

    private static async Task<HttpStatusCode> GenerateAsync(PageHost host, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = JsonContent.Create(new { }) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return (await host.Http.SendAsync(request, Stop)).StatusCode;
    }

    private static Task<HttpResponseMessage> SignInAsync(PageHost host, string secret) =>
        host.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([new("secret", secret)]), Stop);
}
