using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.BotFramework;

/// <summary>The calls to a channel's service, through a turn of the bot's own accord.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private ChannelFake _channel = null!;

    public async ValueTask InitializeAsync() => _channel = await ChannelFake.StartAsync();

    public async ValueTask DisposeAsync() => await _channel.DisposeAsync();

    [Fact]
    public async Task A_reminder_goes_to_the_end_of_the_conversation()
    {
        await TurnAsync(async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Text = "早", ReplyToId = null }, token);
            Assert.Equal("sent-1", sent.Id);
        }, answerable: false);
        var call = Assert.Single(_channel.Calls);
        Assert.Equal(("POST", "/v3/conversations/19%3Ac%40thread%3Bmessageid%3D1/activities"), (call.Method, call.Path));
        Assert.Null(call.Authorization);
    }

    [Fact]
    public async Task A_message_is_changed_and_deleted()
    {
        await TurnAsync(async (turn, token) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "m/1", Text = "new" }, token);
            await turn.DeleteActivityAsync("m/1", token);
        });
        Assert.Equal(["PUT", "DELETE"], _channel.Calls.Select(call => call.Method));
        Assert.All(_channel.Calls, call => Assert.EndsWith("/activities/m%2F1", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traces_and_delays_stay_at_home()
    {
        await TurnAsync(async (turn, token) =>
        {
            await turn.SendActivityAsync(Activity.CreateTraceActivity("note"), token);
            Assert.False(turn.Responded);
            await turn.SendActivityAsync(new Activity(ActivityTypesEx.Delay) { Value = 1 }, token);
        });
        Assert.Empty(_channel.Calls);
    }

    [Fact]
    public async Task A_refusal_is_thrown_with_all_that_the_channel_said()
    {
        _channel.Status = 429;
        _channel.Headers["Retry-After"] = "7";
        _channel.Answer = """{"error":{"code":"TooManyRequests","message":"slow down"}}""";
        await TurnAsync(async (turn, token) =>
        {
            var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hi", cancellationToken: token));
            Assert.Equal(HttpStatusCode.TooManyRequests, refusal.Response.StatusCode);
            Assert.Equal(["7"], refusal.Response.Headers["retry-after"]);
            Assert.Equal("TooManyRequests", refusal.Body.Error.Code);
            Assert.Contains("hi", refusal.Request.Content, StringComparison.Ordinal);
        });
        Assert.Single(_channel.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no JSON</html>")]
    public async Task A_refusal_in_other_words_is_thrown_too(string words)
    {
        _channel.Status = 502;
        _channel.Answer = words;
        await TurnAsync(async (turn, token) =>
        {
            var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hi", cancellationToken: token));
            Assert.Equal(HttpStatusCode.BadGateway, refusal.Response.StatusCode);
            Assert.Null(refusal.Body);
        });
    }

    [Fact]
    public async Task An_empty_answer_is_a_message_without_an_id()
    {
        _channel.Status = 202;
        _channel.Answer = "";
        await TurnAsync(async (turn, token) => Assert.Equal("", (await turn.SendActivityAsync("hi", cancellationToken: token)).Id));
    }

    [Fact]
    public async Task A_conversation_is_created_and_the_bot_speaks_in_it()
    {
        _channel.Answer = """{"id":"new-1","activityId":"first","serviceUrl":"ignored"}""";
        await new CloudAdapter().CreateConversationAsync(
            "", "msteams", _channel.Url, null, new ConversationParameters { TenantId = "t", Members = [new ChannelAccount("29:u")] },
            (turn, _) =>
            {
                Assert.Equal("new-1", turn.Activity.Conversation.Id);
                Assert.Equal("CreateConversation", turn.Activity.Name);
                return Task.CompletedTask;
            }, TestContext.Current.CancellationToken);
        var call = Assert.Single(_channel.Calls);
        Assert.Equal("/v3/conversations", call.Path);
        Assert.Equal("29:u", call.Body.GetProperty("members")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Teams_says_who_a_member_is()
    {
        _channel.Answer = """{"id":"29:u","name":"李雷","email":"l@x.cn","objectId":"aad-1","userPrincipalName":"l@x.cn","tenantId":"t"}""";
        await TurnAsync(async (turn, token) =>
        {
            var member = await TeamsInfo.GetMemberAsync(turn, "29:u", token);
            Assert.Equal(("李雷", "l@x.cn", "aad-1", "t"), (member.Name, member.Email, member.AadObjectId, member.TenantId));
        });
        Assert.EndsWith("/members/29%3Au", _channel.Calls[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_gives_members_page_by_page()
    {
        _channel.Answer = """{"continuationToken":"more","members":[{"id":"1","email":"a@x"},{"id":"2"}]}""";
        await TurnAsync(async (turn, token) =>
        {
            var page = await TeamsInfo.GetPagedMembersAsync(turn, 2, "t/1", token);
            Assert.Equal(("more", "a@x", 2), (page.ContinuationToken, page.Members[0].Email, page.Members.Count));
        });
        Assert.EndsWith("/pagedmembers?pageSize=2&continuationToken=t%2F1", _channel.Calls[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bots_token_is_asked_for_once()
    {
        using var login = new LoginFake();
        using var http = new HttpClient(login);
        var credentials = new PasswordServiceClientCredentialFactory("app", "secret", "tenant-1", http, null);
        var authentication = BotFrameworkAuthenticationFactory.Create(
            null, false, null, null, null, null, null, null, null, credentials, new AuthenticationConfiguration(), null, null);
        var adapter = new CloudAdapter(authentication);
        for (var i = 0; i < 3; i++)
            await adapter.ContinueConversationAsync(
                "app", Reference(), (turn, token) => turn.SendActivityAsync("hi", cancellationToken: token), TestContext.Current.CancellationToken);
        Assert.Equal(["Bearer bot-token", "Bearer bot-token", "Bearer bot-token"], _channel.Calls.Select(call => call.Authorization));
        var asked = Assert.Single(login.Asked);
        Assert.Equal("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", asked.Url);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", asked.Body, StringComparison.Ordinal);
        Assert.Contains("client_secret=secret", asked.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SingleTenant", "app", null, "pw")]
    [InlineData("SingleTenant", "app", "t", null)]
    [InlineData("UserAssignedMSI", null, "t", null)]
    [InlineData("UserAssignedMSI", "app", "t", "pw")]
    public void An_identity_that_lacks_something_is_refused_at_start(string type, string? appId, string? tenant, string? password) =>
        Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(BotHost.Configuration(
            ("MicrosoftAppType", type), ("MicrosoftAppId", appId), ("MicrosoftAppTenantId", tenant), ("MicrosoftAppPassword", password))));

    private ConversationReference Reference() => new()
    {
        ChannelId = "msteams",
        ServiceUrl = _channel.Url,
        Conversation = new ConversationAccount(id: "19:c@thread;messageid=1"),
        Bot = new ChannelAccount("bot"),
        User = new ChannelAccount("user"),
    };

    private Task TurnAsync(BotCallbackHandler turn, bool answerable = true)
    {
        var continuation = Reference().GetContinuationActivity();
        if (!answerable) continuation.Id = null;
        return new CloudAdapter().ContinueConversationAsync("", continuation, turn, TestContext.Current.CancellationToken);
    }

    /// <summary>The login service, in process: MSAL wants https.</summary>
    private sealed class LoginFake : HttpMessageHandler
    {
        public List<(string Url, string Body)> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                Asked.Add((request.RequestUri!.ToString(), await content.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3600, access_token = "bot-token" })),
            };
        }
    }
}
