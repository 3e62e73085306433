using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KaBot.Tests.Web;

public sealed class DirectLineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<IResult> EchoAsync(PageHost host, JsonObject activity)
    {
        if ((string?)activity["type"] == "message")
            await host.SayAsync(activity, new JsonObject { ["type"] = "message", ["text"] = $"echo {activity["text"]}" });
        return Results.Ok();
    }

    [Fact]
    public async Task A_new_conversation_is_announced_to_the_bot_once()
    {
        await using var host = await PageHost.StartAsync();
        var page = await PageClient.OpenAsync(host, locale: "zh-CN");
        var came = await host.HeardAsync("conversationUpdate", Stop);
        Assert.Equal("u_1", (string?)came["from"]!["id"]);
        Assert.Equal(page.Conversation, (string?)came["conversation"]!["id"]);
        Assert.Equal("zh-CN", (string?)came["locale"]);
        Assert.Equal(["kabot", "u_1"], came["membersAdded"]!.AsArray().Select(member => (string?)member!["id"]));

        await PageClient.OpenAsync(host, page.Conversation);
        Assert.Equal(HttpStatusCode.OK, (await page.SayAsync("x", "c1")).StatusCode);
        Assert.Single(host.Heard, activity => (string?)activity["type"] == "conversationUpdate");
    }

    [Fact]
    public async Task A_message_is_shown_with_the_pages_own_id_and_answered()
    {
        await using var host = await PageHost.StartAsync();
        host.Bot = EchoAsync;
        var page = await PageClient.OpenAsync(host);
        using var posted = await page.SayAsync("hi", "c1");
        var (shown, watermark) = await page.ReadAsync();
        Assert.Equal(["hi", "echo hi"], shown.Select(activity => (string?)activity["text"]));
        Assert.Equal("c1", (string?)shown[0]["channelData"]!["clientActivityID"]);
        Assert.Equal((string?)(await posted.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"], (string?)shown[0]["id"]);
        // Who speaks is in the token, whatever the page says.
        Assert.Equal("u_1", (string?)shown[0]["from"]!["id"]);
        Assert.Equal("kabot", (string?)shown[1]["from"]!["id"]);
        Assert.All(shown, activity => Assert.Null(activity["serviceUrl"]));

        Assert.Empty((await page.ReadAsync(watermark)).Activities);
        await page.SayAsync("again", "c2");
        Assert.Equal(["again", "echo again"], (await page.ReadAsync(watermark)).Activities.Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task Quick_messages_reach_the_bot_one_after_the_other()
    {
        await using var host = await PageHost.StartAsync();
        var (inside, most) = (0, 0);
        host.Bot = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(20, Stop);
            Interlocked.Decrement(ref inside);
            return Results.Ok();
        };
        var page = await PageClient.OpenAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => page.SayAsync($"{n}", $"c{n}")));
        Assert.Equal(5, host.Heard.Count(activity => (string?)activity["type"] == "message"));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task The_stream_tells_what_was_missed_and_what_comes()
    {
        await using var host = await PageHost.StartAsync();
        host.Bot = EchoAsync;
        var page = await PageClient.OpenAsync(host);
        await page.SayAsync("before", "c1");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(page.Stream, Stop);
        Assert.Equal(["before", "echo before"], await TextsAsync(socket, 2));
        await page.SayAsync("after", "c2");
        Assert.Equal(["after", "echo after"], await TextsAsync(socket, 2));
    }

    [Fact]
    public async Task After_a_restart_the_old_token_and_watermark_go_on()
    {
        var keys = Directory.CreateTempSubdirectory("kabot-keys").FullName;
        try
        {
            PageClient page;
            string watermark;
            HashSet<string?> ids;
            await using (var host = await PageHost.StartAsync(keys))
            {
                host.Bot = EchoAsync;
                page = await PageClient.OpenAsync(host);
                await page.SayAsync("one", "c1");
                await page.SayAsync("two", "c2");
                (var shown, watermark) = await page.ReadAsync();
                ids = [.. shown.Select(activity => (string?)activity["id"])];
            }
            await using var next = await PageHost.StartAsync(keys);
            next.Bot = EchoAsync;
            page = new PageClient(next.Http, new JsonObject { ["conversationId"] = page.Conversation, ["token"] = page.Token });
            var reopened = await page.GetAsync($"?watermark={watermark}");
            Assert.Equal(page.Conversation, (string?)reopened["conversationId"]);
            await page.SayAsync("three", "c3");
            var after = (await page.ReadAsync(watermark)).Activities;
            Assert.Equal(["three", "echo three"], after.Select(activity => (string?)activity["text"]));
            // An id used twice would overwrite what the page still shows from before.
            Assert.DoesNotContain(after, activity => ids.Contains((string?)activity["id"]));
            Assert.DoesNotContain(next.Heard, activity => (string?)activity["type"] == "conversationUpdate");
        }
        finally
        {
            Directory.Delete(keys, recursive: true);
        }
    }

    [Fact]
    public async Task What_the_bot_did_not_take_is_not_shown_and_may_be_sent_again_as_the_same()
    {
        await using var host = await PageHost.StartAsync();
        host.Bot = (_, activity) => Task.FromResult((string?)activity["type"] == "message" ? Results.StatusCode(500) : Results.Ok());
        var page = await PageClient.OpenAsync(host);
        Assert.Equal(HttpStatusCode.FailedDependency, (await page.SayAsync("hi", "c1")).StatusCode);
        Assert.Empty((await page.ReadAsync()).Activities);
        host.Bot = EchoAsync;
        Assert.Equal(HttpStatusCode.OK, (await page.SayAsync("hi", "c1")).StatusCode);
        Assert.Equal(["hi", "echo hi"], (await page.ReadAsync()).Activities.Select(activity => (string?)activity["text"]));
        Assert.Single(host.Heard.Where(activity => (string?)activity["type"] == "message").Select(activity => (string?)activity["id"]).Distinct());
    }

    [Fact]
    public async Task A_token_is_for_its_conversation_only()
    {
        await using var host = await PageHost.StartAsync();
        var mine = await PageClient.OpenAsync(host);
        var other = await PageClient.OpenAsync(host, user: "u_2");
        foreach (var token in (string[])[other.Token, mine.Token[..^2], "", "x"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await mine.SendAsync(HttpMethod.Get, "", token: token)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await mine.SendAsync(HttpMethod.Get, "/activities", token: token)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await mine.SendAsync(HttpMethod.Post, "/activities", new JsonObject { ["type"] = "message" }, token)).StatusCode);
        }
        using var socket = new ClientWebSocket();
        var wrong = new UriBuilder(mine.Stream) { Query = $"t={Uri.EscapeDataString(other.Token)}" }.Uri;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(wrong, Stop));
    }

    [Theory]
    [InlineData("not json", "application/json", 400)]
    [InlineData("[1]", "application/json", 400)]
    [InlineData("""{"type": "invoke"}""", "application/json", 400)]
    [InlineData("""{"type": 5}""", "application/json", 400)]
    [InlineData("""{"type": "message"}""", "text/plain", 400)]
    [InlineData("""{"type": "message", "value": {"$execute": 1}, "channelData": "x", "locale": 7}""", "application/json", 200)]
    [InlineData("""{"type": "message", "value": {"$execute": {"verb": [], "data": 3, "card": {}, "index": "x"}, "a": 1}}""", "application/json", 200)]
    public async Task Bad_input_gets_its_status(string body, string type, int status)
    {
        await using var host = await PageHost.StartAsync();
        var page = await PageClient.OpenAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{page.Conversation}/activities");
        request.Headers.Authorization = new("Bearer", page.Token);
        request.Content = new StringContent(body, Encoding.UTF8, type);
        Assert.Equal(status, (int)(await host.Http.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_huge_activity_is_refused()
    {
        await using var host = await PageHost.StartAsync();
        var page = await PageClient.OpenAsync(host);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await page.SayAsync(new string('x', 300_000), "c1")).StatusCode);
    }

    [Theory]
    [InlineData("""{"user": {"id": "dl_1"}}""")]
    [InlineData("""{"user": {"id": "a b"}}""")]
    [InlineData("""{"conversationId": "../x"}""")]
    [InlineData("7")]
    public async Task Ids_of_another_make_are_refused(string body)
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.PostAsync("/v3/directline/tokens/generate", new StringContent(body, Encoding.UTF8, "application/json"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_without_a_token_may_begin_and_refresh()
    {
        await using var host = await PageHost.StartAsync();
        using var begun = await host.Http.PostAsync("/v3/directline/conversations", null, Stop);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var opened = (await begun.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/refresh");
        request.Headers.Authorization = new("Bearer", (string)opened["token"]!);
        using var refreshed = await host.Http.SendAsync(request, Stop);
        var again = (await refreshed.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal((string?)opened["conversationId"], (string?)again["conversationId"]);
        Assert.Equal(1800, (int?)again["expires_in"]);
    }

    private static async Task<List<string?>> TextsAsync(ClientWebSocket socket, int count)
    {
        List<string?> texts = [];
        var buffer = new byte[64 * 1024];
        while (texts.Count < count)
        {
            var received = await socket.ReceiveAsync(buffer, Stop);
            Assert.True(received.EndOfMessage);
            var set = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
            texts.AddRange(set["activities"]!.AsArray().Select(activity => (string?)activity!["text"]));
        }
        return texts;
    }
}
