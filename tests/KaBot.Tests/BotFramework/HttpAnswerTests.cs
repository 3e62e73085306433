using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.BotFramework;

/// <summary>The table of HTTP answers: what is no activity, what is an invoke, who expects replies.</summary>
public sealed class HttpAnswerTests : IAsyncLifetime
{
    private ChannelFake _channel = null!;
    private BotHost _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = await ChannelFake.StartAsync();
        _bot = await BotHost.StartAsync(new Bot());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"message\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":""}""", 400)]
    [InlineData("""{"type":"message","conversation":"c","serviceUrl":"http://127.0.0.1:1"}""", 400)]
    [InlineData("""{"type":"message","from":{"id":"u"}}""", 400)]
    [InlineData("""{"type":"message","serviceUrl":"file:///etc/passwd"}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", 400)]
    [InlineData("""{"type":"message","membersAdded":{"id":"u"}}""", 400)]
    public async Task What_is_no_activity_is_answered_400(string body, int status) =>
        Assert.Equal((status, ""), await _bot.PostAsync(body));

    [Fact]
    public async Task Nesting_without_end_is_answered_400() => Assert.Equal(
        400, (await _bot.PostAsync($$"""{"type":"message","value":{{new string('[', 5000)}}{{new string(']', 5000)}}}""")).Status);

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/vnd.microsoft.activity+json", 200)]
    [InlineData(null, 200)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/jsonp", 415)]
    public async Task Only_JSON_is_taken(string? contentType, int status) =>
        Assert.Equal(status, (await _bot.PostAsync(Json("typing"), contentType)).Status);

    [Fact]
    public async Task Only_POST_is_taken() => Assert.Equal(405, await _bot.GetAsync());

    [Fact]
    public async Task An_unknown_type_of_activity_is_answered_200() => Assert.Equal((200, ""), await _bot.PostAsync(Json("moonPhase")));

    [Fact]
    public async Task A_message_is_answered_200_and_the_reply_goes_to_the_channel()
    {
        Assert.Equal((200, ""), await _bot.PostAsync(Json("message", "\"text\":\"你好\"")));
        var call = Assert.Single(_channel.Calls);
        Assert.Equal(("POST", "/v3/conversations/c%2F1/activities/a1"), (call.Method, call.Path));
        Assert.Equal("echo 你好", call.Body.GetProperty("text").GetString());
        Assert.Equal("a1", call.Body.GetProperty("replyToId").GetString());
        Assert.Equal("bot", call.Body.GetProperty("from").GetProperty("id").GetString());
        Assert.False(call.Body.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Who_expects_replies_has_them_in_the_answer()
    {
        var (status, body) = await _bot.PostAsync(Json("message", "\"text\":\"hi\",\"deliveryMode\":\"expectReplies\""));
        Assert.Equal(200, status);
        var activity = Assert.Single(JsonDocument.Parse(body).RootElement.GetProperty("activities").EnumerateArray());
        Assert.Equal("echo hi", activity.GetProperty("text").GetString());
        Assert.Empty(_channel.Calls);
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_answered_501() =>
        Assert.Equal((501, ""), await _bot.PostAsync(Json("invoke", "\"name\":\"something/else\"")));

    [Theory]
    [InlineData("\"value\":null", "BadRequest", "Missing value property")]
    [InlineData("\"value\":\"text\"", "BadRequest", "Value property is not properly formed")]
    [InlineData("\"value\":[1]", "BadRequest", "Value property is not properly formed")]
    [InlineData("\"value\":{\"action\":7}", "BadRequest", "Value property is not properly formed")]
    [InlineData("\"value\":{}", "BadRequest", "Missing action property")]
    [InlineData("\"value\":{\"action\":{\"type\":\"Action.Submit\"}}", "NotSupported", "The action 'Action.Submit'is not supported.")]
    public async Task A_malformed_card_action_is_answered_400_with_what_is_wrong(string value, string code, string message)
    {
        var (status, body) = await _bot.PostAsync(Json("invoke", $"\"name\":\"adaptiveCard/action\",{value}"));
        Assert.Equal(400, status);
        var answer = JsonDocument.Parse(body).RootElement;
        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.Equal(code, answer.GetProperty("value").GetProperty("code").GetString());
        Assert.Equal(message, answer.GetProperty("value").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_card_action_is_answered_with_the_card()
    {
        var (status, body) = await _bot.PostAsync(Json(
            "invoke", """ "name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"go","data":{"deal":"恒瑞"}}} """));
        Assert.Equal(200, status);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","body":["go","恒瑞",null]}}""",
            body);
    }

    [Fact]
    public async Task A_failing_bot_fails_the_request() => Assert.Equal(500, (await _bot.PostAsync(Json("event", "\"name\":\"fail\""))).Status);

    private string Json(string type, string more = "\"x-unknown\":[1,{\"a\":null}]") => $$"""
        {"type":"{{type}}","id":"a1","channelId":"test","serviceUrl":"{{_channel.Url}}","from":{"id":"user"},
         "recipient":{"id":"bot"},"conversation":{"id":"c/1"},{{more}}}
        """;

    private sealed class Bot : TeamsActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync("echo " + turnContext.Activity.Text, cancellationToken: cancellationToken);

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("on purpose");

        // A dictionary as KaBot's cards are: nulls in it stay.
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            var deal = ((JsonElement)invokeValue.Action.Data).GetProperty("deal").GetString();
            return Task.FromResult(new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.card.adaptive",
                Value = new Dictionary<string, object?> { ["type"] = "AdaptiveCard", ["body"] = new object?[] { invokeValue.Action.Verb, deal, null } },
            });
        }
    }
}
