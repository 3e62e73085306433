using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace KaBot.Tests.BotFramework;

public sealed class InboundTokenTests : IAsyncLifetime
{
    private const string Message = """
        {"type":"message","id":"1","text":"hi","channelId":"msteams","serviceUrl":"https://channel.test/",
         "from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"}}
        """;

    private OpenIdStub _issuer = null!;
    private BotHost _bot = null!;
    private string? _audience;

    public async ValueTask InitializeAsync()
    {
        _issuer = await OpenIdStub.StartAsync();
        _bot = await BotHost.StartAsync(new Remembering(this), Settings());
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_is_let_in_and_the_bot_learns_who_called()
    {
        Assert.Equal(200, await CallAsync(_issuer.Token()));
        Assert.Equal("bot-id", _audience);
    }

    [Fact]
    public async Task Keys_are_fetched_once()
    {
        await CallAsync(_issuer.Token());
        await CallAsync(_issuer.Token());
        Assert.Equal(1, _issuer.Fetches);
    }

    [Fact]
    public async Task A_key_that_is_new_is_fetched()
    {
        await CallAsync(_issuer.Token());
        _issuer.AddKey("key-2", "msteams");
        Assert.Equal(200, await CallAsync(_issuer.Token(keyId: "key-2")));
    }

    [Fact]
    public async Task A_stranger_who_names_unknown_keys_does_not_have_them_fetched_at_his_pace()
    {
        using var forgery = RSA.Create(2048);
        for (var i = 0; i < 20; i++) Assert.Equal(401, await CallAsync(_issuer.Token(keyId: $"unknown-{i}", forgery: forgery)));
        Assert.InRange(_issuer.Fetches, 1, 5);
    }

    [Theory]
    [InlineData("https://evil.test", "bot-id", "https://channel.test/")]
    [InlineData("https://api.botframework.com", "another-bot", "https://channel.test/")]
    [InlineData("https://api.botframework.com", "bot-id", "https://elsewhere.test/")]
    [InlineData("https://api.botframework.com", "bot-id", null)]
    public async Task A_token_for_something_else_is_refused(string issuer, string audience, string? serviceUrl) =>
        Assert.Equal(401, await CallAsync(_issuer.Token(issuer, audience, serviceUrl)));

    [Fact]
    public async Task The_service_address_is_compared_without_regard_to_case() =>
        Assert.Equal(200, await CallAsync(_issuer.Token(serviceUrl: "HTTPS://Channel.TEST/")));

    [Fact]
    public async Task The_service_address_is_required_also_when_the_activity_has_none()
    {
        var message = Message.Replace("\"serviceUrl\":\"https://channel.test/\",", "", StringComparison.Ordinal);
        Assert.Equal(401, await CallAsync(_issuer.Token(), message));
    }

    [Fact]
    public async Task A_token_of_the_past_is_refused_but_for_five_minutes()
    {
        Assert.Equal(200, await CallAsync(_issuer.Token(age: TimeSpan.FromMinutes(63))));
        Assert.Equal(401, await CallAsync(_issuer.Token(age: TimeSpan.FromMinutes(66))));
    }

    [Fact]
    public async Task A_forged_signature_is_refused()
    {
        using var forgery = RSA.Create(2048);
        Assert.Equal(401, await CallAsync(_issuer.Token(forgery: forgery)));
    }

    [Fact]
    public async Task An_algorithm_that_is_not_RSA_SHA2_is_refused()
    {
        Assert.Equal(200, await CallAsync(_issuer.Token(algorithm: "RS512")));
        Assert.Equal(401, await CallAsync(_issuer.Token(algorithm: "PS256")));
        Assert.Equal(401, await CallAsync(Unsigned()));
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused()
    {
        _issuer.AddKey("slack-key", "slack");
        Assert.Equal(401, await CallAsync(_issuer.Token(keyId: "slack-key")));
        Assert.Equal(401, await CallAsync(_issuer.Token(), Message.Replace("msteams", "email", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a b")]
    public async Task A_header_without_a_token_is_refused(string? header) =>
        Assert.Equal(401, (await _bot.PostAsync(Message, authorization: header)).Status);

    [Theory]
    [InlineData("1.0", "appid", "bot-id", 200)]
    [InlineData("2.0", "azp", "bot-id", 200)]
    [InlineData("2.0", "azp", "another-bot", 401)]
    [InlineData("1.0", "azp", "bot-id", 401)]
    [InlineData("3.0", "azp", "bot-id", 401)]
    public async Task A_token_of_the_configured_tenant_must_be_issued_to_the_bot(string version, string claim, string app, int status) =>
        Assert.Equal(status, await CallAsync(_issuer.Token(
            "https://sts.windows.net/tenant-1/", serviceUrl: null, claims: [new Claim("ver", version), new Claim(claim, app)])));

    [Fact]
    public async Task A_token_of_another_tenant_is_refused() => Assert.Equal(401, await CallAsync(_issuer.Token(
        "https://sts.windows.net/tenant-2/", claims: [new Claim("ver", "1.0"), new Claim("appid", "bot-id")])));

    [Fact]
    public async Task A_claims_validator_has_the_last_word()
    {
        var authentication = new ConfigurationBotFrameworkAuthentication(
            BotHost.Configuration(Settings()), authConfiguration: new AuthenticationConfiguration { ClaimsValidator = new Nobody() });
        await using var bot = await BotHost.StartAsync(new CloudAdapter(authentication), new Remembering(this));
        Assert.Equal(401, (await bot.PostAsync(Message, authorization: "Bearer " + _issuer.Token())).Status);
    }

    [Fact]
    public async Task Without_the_keys_nobody_is_let_in()
    {
        await using var bot = await BotHost.StartAsync(
            new Remembering(this), ("MicrosoftAppId", "bot-id"), ("ToBotFromChannelOpenIdMetadataUrl", _issuer.Url + "/nothing"));
        Assert.Equal(401, (await bot.PostAsync(Message, authorization: "Bearer " + _issuer.Token())).Status);
    }

    [Fact]
    public async Task Without_an_app_id_anybody_is_let_in_who_has_no_token()
    {
        await using var bot = await BotHost.StartAsync(new Remembering(this));
        Assert.Equal(200, (await bot.PostAsync(Message)).Status);
        Assert.Equal(401, (await bot.PostAsync(Message, authorization: "Bearer " + _issuer.Token())).Status);
    }

    private static string Unsigned()
    {
        static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=');
        return $"{Part("""{"alg":"none","kid":"key-1"}""")}.{Part("""{"iss":"https://api.botframework.com","aud":"bot-id","exp":99999999999,"serviceurl":"https://channel.test/"}""")}.";
    }

    private (string Key, string? Value)[] Settings() =>
    [
        ("MicrosoftAppId", "bot-id"),
        ("MicrosoftAppTenantId", "tenant-1"),
        ("ToBotFromChannelOpenIdMetadataUrl", _issuer.Metadata),
        ("ToBotFromEmulatorOpenIdMetadataUrl", _issuer.Metadata),
    ];

    private async Task<int> CallAsync(string token, string message = Message) =>
        (await _bot.PostAsync(message, authorization: "Bearer " + token)).Status;

    // Says nothing, so that no token for the way out is needed.
    private sealed class Remembering(InboundTokenTests test) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            test._audience = turnContext.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey)?.FindFirst("aud")?.Value;
            return Task.CompletedTask;
        }
    }

    private sealed class Nobody : ClaimsValidator
    {
        public override Task ValidateClaimsAsync(IList<Claim> claims) => throw new UnauthorizedAccessException("Nobody is welcome.");
    }
}
