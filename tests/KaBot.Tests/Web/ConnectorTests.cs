using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KaBot.Tests.Web;

/// <summary>Cards: what the bot sends, what a tap becomes, how a card is replaced; and the rest of what a bot asks of a connector.</summary>
public sealed class ConnectorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonObject Card(string text) => new()
    {
        ["type"] = "AdaptiveCard", ["version"] = "1.5",
        ["refresh"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "again" } },
        ["body"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = text },
            new JsonObject { ["type"] = "Container", ["items"] = new JsonArray(), ["selectAction"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "select" } },
            new JsonObject { ["type"] = "Input.ChoiceSet", ["id"] = "pick", ["choices.data"] = new JsonObject { ["type"] = "Data.Query", ["dataset"] = "x" } }),
        ["actions"] = new JsonArray(
            new JsonObject { ["type"] = "Action.Execute", ["id"] = "b1", ["title"] = "Yes", ["verb"] = "checkin.answer", ["data"] = new JsonObject { ["deal"] = "d1", ["value"] = "yes" } },
            new JsonObject
            {
                ["type"] = "Action.ShowCard", ["title"] = "More",
                ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "Deep", ["verb"] = "deep" }) },
            }),
    };

    private static JsonObject WithCard(string text) => new()
    {
        ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = Card(text) }),
    };

    /// <summary>A bot that shows a card for a message and answers a tap as the test says.</summary>
    private static async Task<(PageHost Host, PageClient Page, JsonObject Shown)> ShowAsync(Func<JsonObject, IResult> tapped)
    {
        var host = await PageHost.StartAsync();
        host.Bot = async (_, activity) =>
        {
            if ((string?)activity["type"] == "invoke") return tapped(activity);
            if ((string?)activity["type"] == "message") await host.SayAsync(activity, WithCard("first"));
            return Results.Ok();
        };
        var page = await PageClient.OpenAsync(host, locale: "zh-CN");
        await page.SayAsync("card", "c1");
        return (host, page, (await page.ReadAsync()).Activities[1]);
    }

    private static JsonObject PostBack(JsonObject button, params (string Name, string Value)[] inputs)
    {
        var value = button["data"]!.DeepClone().AsObject();
        foreach (var (name, input) in inputs) value[name] = input;
        return new JsonObject { ["type"] = "message", ["value"] = value, ["channelData"] = new JsonObject { ["postBack"] = true, ["clientActivityID"] = "tap1" } };
    }

    [Fact]
    public async Task Every_Execute_of_a_card_becomes_a_Submit()
    {
        var (host, _, shown) = await ShowAsync(_ => Results.Ok());
        await using var _h = host;
        var json = shown["attachments"]![0]!.ToJsonString();
        Assert.DoesNotContain("Action.Execute", json, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", json, StringComparison.Ordinal);
        Assert.DoesNotContain("choices.data", json, StringComparison.Ordinal);
        Assert.Equal(3, json.Split("Action.Submit").Length - 1);
        Assert.Equal("Yes", (string?)shown["attachments"]![0]!["content"]!["actions"]![0]!["title"]);
    }

    [Fact]
    public async Task A_tap_reaches_the_bot_as_an_invoke_and_its_card_takes_the_place_of_the_tapped_one()
    {
        JsonObject? heard = null;
        var (host, page, shown) = await ShowAsync(invoke =>
        {
            heard = invoke;
            return Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = Card("second") });
        });
        await using var _h = host;
        var (_, watermark) = await page.ReadAsync();
        var button = shown["attachments"]![0]!["content"]!["actions"]![0]!.AsObject();
        Assert.Equal(HttpStatusCode.OK, (await page.PostAsync(PostBack(button, ("pick", "a")))).StatusCode);

        Assert.Equal("adaptiveCard/action", (string?)heard!["name"]);
        Assert.Equal((string?)shown["id"], (string?)heard["replyToId"]);
        Assert.Equal("""{"type":"Action.Execute","id":"b1","verb":"checkin.answer","data":{"deal":"d1","value":"yes","pick":"a"}}""", heard["value"]!["action"]!.ToJsonString());

        var news = (await page.ReadAsync(watermark)).Activities;
        var replaced = Assert.Single(news, activity => (string?)activity["id"] == (string?)shown["id"]);
        Assert.Contains("second", replaced.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((string?)shown["timestamp"], (string?)replaced["timestamp"]);
        // A page that reloads finds the new card only, at the old one's place.
        Assert.Equal((string?)shown["id"], (string?)(await page.ReadAsync()).Activities[1]["id"]);
    }

    [Fact]
    public async Task A_tap_answered_in_words_is_a_message()
    {
        var (host, page, shown) = await ShowAsync(_ => Results.Json(new JsonObject { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = "done" }));
        await using var _h = host;
        await page.PostAsync(PostBack(shown["attachments"]![0]!["content"]!["actions"]![0]!.AsObject()));
        Assert.Equal("done", (string?)(await page.ReadAsync()).Activities[^1]["text"]);
    }

    [Theory]
    [InlineData(200, """{"statusCode": 400, "type": "application/vnd.microsoft.error", "value": {"code": "x", "message": "secret detail"}}""")]
    [InlineData(400, """{"statusCode": 400, "type": "application/vnd.microsoft.error", "value": {"code": "x", "message": "secret detail"}}""")]
    [InlineData(501, "")]
    [InlineData(500, "<html>secret detail</html>")]
    public async Task A_tap_that_fails_is_answered_politely_in_the_pages_language(int status, string body)
    {
        var (host, page, shown) = await ShowAsync(_ => Results.Content(body, "application/json", statusCode: status));
        await using var _h = host;
        await page.PostAsync(PostBack(shown["attachments"]![0]!["content"]!["actions"]![0]!.AsObject()));
        var (all, _) = await page.ReadAsync();
        Assert.Contains("抱歉", (string?)all[^1]["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", string.Concat(all.Select(activity => activity.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_keeps_its_place_and_a_deletion_leaves_words()
    {
        var (host, page, shown) = await ShowAsync(_ => Results.Ok());
        await using var _h = host;
        await page.SayAsync("later", "c2");
        var url = $"/_directline/connector/v3/conversations/{page.Conversation}/activities/{shown["id"]}";
        using var put = await host.Http.PutAsJsonAsync(url, WithCard("updated"), Stop);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var updated = (await page.ReadAsync()).Activities[1];
        Assert.Equal((string?)shown["id"], (string?)updated["id"]);
        Assert.Contains("updated", updated.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", updated.ToJsonString(), StringComparison.Ordinal);
        using var gone = await host.Http.DeleteAsync(url, Stop);
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Contains("撤回", (string?)(await page.ReadAsync()).Activities[1]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_the_bot_and_the_person()
    {
        await using var host = await PageHost.StartAsync();
        var page = await PageClient.OpenAsync(host);
        var url = $"/_directline/connector/v3/conversations/{page.Conversation}";
        Assert.Equal(["kabot", "u_1"], (await host.Http.GetFromJsonAsync<JsonArray>($"{url}/members", Stop))!.Select(member => (string?)member!["id"]));
        Assert.Equal(2, (await host.Http.GetFromJsonAsync<JsonObject>($"{url}/pagedmembers", Stop))!["members"]!.AsArray().Count);
        Assert.Equal("Li", (string?)(await host.Http.GetFromJsonAsync<JsonObject>($"{url}/members/u_1", Stop))!["name"]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri($"{url}/members/nobody", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Http.PostAsJsonAsync($"{url}/activities", 7, Stop)).StatusCode);
    }
}
