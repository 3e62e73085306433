using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Model;

/// <summary>The language model as a second reader, against an endpoint that misbehaves in every way: the rules' answer stands, and nobody waits long.</summary>
public sealed class ModelReaderTests : IAsyncLifetime
{
    private const string Text = "他们财务卡得紧，花钱的上限是五十万，老板是刘总";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-model-");
    private ModelFake _fake = null!;
    private WebApplication? _app;

    public async ValueTask InitializeAsync() => _fake = await ModelFake.StartAsync();

    [Fact]
    public async Task Its_readings_come_through_when_they_hold()
    {
        _fake.Usual = ModelFake.Reading("budget", new JsonObject { ["low"] = null, ["high"] = 500000, ["currency"] = "CNY" }, "上限是五十万");
        var reading = Assert.Single(await ReadAsync(Text));
        Assert.Equal(("budget", "上限是五十万", Text.IndexOf("上限", StringComparison.Ordinal)), (reading.FactId, reading.Evidence, reading.Start));
        Assert.Equal(new FactValue.Money(null, 500_000, "CNY"), reading.Value);
        var (path, key, body) = Assert.Single(_fake.Asked);
        Assert.Equal(("/v1/chat/completions", "Bearer k1"), (path, key));
        var format = body.GetProperty("response_format");
        Assert.Equal(("json_schema", true), (format.GetProperty("type").GetString(), format.GetProperty("json_schema").GetProperty("strict").GetBoolean()));
        Assert.Contains("budget", body.GetProperty("messages")[0].GetProperty("content").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_is_asked_at_its_deployment_with_its_key()
    {
        await ReadAsync(Text, "--Model:Provider=AzureOpenAI", $"--Model:Endpoint={_fake.Url}");
        var (path, key, _) = Assert.Single(_fake.Asked);
        Assert.StartsWith("/openai/deployments/m1/chat/completions?api-version=", path, StringComparison.Ordinal);
        Assert.Contains("k1", key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("budget", "500000", "上限是五百万")]
    [InlineData("budget", "600000", "上限是五十万")]
    [InlineData("no_such_fact", "500000", "上限是五十万")]
    public async Task What_does_not_hold_does_not_come_through(string fact, string amount, string evidence)
    {
        _fake.Usual = ModelFake.Reading(fact, new JsonObject { ["low"] = null, ["high"] = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), ["currency"] = "CNY" }, evidence);
        Assert.Empty(await ReadAsync(Text));
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("{\"readings\": 7}")]
    [InlineData("{\"readings\": [{\"fact\": \"budget\"}, 3, null, {\"fact\": \"org_size\", \"value\": \"gigantic\", \"certainty\": \"stated\", \"evidence\": \"刘总\"}]}")]
    [InlineData("{\"readings\": [{\"fact\": \"contact_made\", \"value\": true, \"certainty\": \"stated\", \"evidence\": \"\\ud83d\"}, {\"fact\": \"core_needs\", \"value\": \"\\udc00\", \"certainty\": \"stated\", \"evidence\": \"刘总\"}]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("")]
    public async Task An_answer_of_another_shape_gives_nothing(string answer)
    {
        _fake.Usual = ModelFake.Say(answer);
        Assert.Empty(await ReadAsync(Text));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    public async Task An_answer_cut_or_filtered_gives_nothing(string finish)
    {
        _fake.Usual = ModelFake.Say("{\"readings\": [{\"fact\": \"contact_made\", \"value\": true, \"increment\": false, \"certainty\": \"stated\", \"evidence\": \"刘总\"}]}", finish);
        Assert.Empty(await ReadAsync(Text));
    }

    [Theory]
    [InlineData("content_filter", "The response was filtered")]
    [InlineData("data_inspection_failed", "Input data may contain inappropriate content.")]
    [InlineData("invalid_request_error", "Content Exists Risk")]
    public async Task A_prompt_refused_by_the_filter_is_not_sent_again_and_worries_no_operator(string code, string message)
    {
        _fake.Usual = ModelFake.Fail(400, code: code, message: message);
        Assert.Empty(await ReadAsync(Text));
        Assert.Single(_fake.Asked);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
    }

    [Theory]
    [InlineData("{\"choices\": []}")]
    [InlineData("<html>A gateway's page</html>")]
    [InlineData("")]
    [InlineData("{\"choices\": [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": {\"role\": \"assistant\", \"content\": null, \"refusal\": \"I cannot help with that.\"}}]}")]
    public async Task A_body_that_is_no_completion_gives_nothing(string body)
    {
        _fake.Usual = context => { context.Response.ContentType = "application/json"; return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, body); };
        Assert.Empty(await ReadAsync(Text));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_key()
    {
        await using var other = await ModelFake.StartAsync();
        _fake.Usual = context => { context.Response.StatusCode = 307; context.Response.Headers.Location = other.Url + "/v1/chat/completions"; return Task.CompletedTask; };
        Assert.Empty(await ReadAsync(Text));
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Thoughts_and_a_fence_around_the_answer_do_no_harm()
    {
        _fake.Usual = ModelFake.Say("<think>{hm}</think>```json\n{\"readings\": [{\"fact\": \"contact_made\", \"value\": true, \"increment\": false, \"certainty\": \"stated\", \"evidence\": \"老板是刘总\"}]}\n```");
        Assert.Equal("contact_made", Assert.Single(await ReadAsync(Text, "--Model:Format=JsonObject", "--Model:Temperature=none")).FactId);
        Assert.False(Assert.Single(_fake.Asked).Body.TryGetProperty("temperature", out _));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        _fake.Behave.Enqueue(status == 0 ? ModelFake.Reset : ModelFake.Fail(status, "0.05"));
        _fake.Usual = ModelFake.Reading("contact_made", true, "老板是刘总");
        Assert.Single(await ReadAsync(Text));
        Assert.Equal(2, _fake.Asked.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_lasting_failure_is_not_tried_again(int status)
    {
        _fake.Usual = ModelFake.Fail(status);
        Assert.Empty(await ReadAsync(Text));
        Assert.Single(_fake.Asked);
    }

    [Fact]
    public async Task The_operator_is_told_when_the_model_turns_KaBot_away()
    {
        _fake.Usual = ModelFake.Fail(401);
        for (var i = 0; i < 6; i++) await ReadAsync(Text);
        var told = await HealthAsync();
        Assert.Equal(HealthStatus.Degraded, told.Status);
        Assert.Contains("denied", told.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Left_alone_it_is_tried_again_after_a_while_and_then_goes_on()
    {
        var clock = new FakeTimeProvider(Now);
        _app = Build(services => services.AddSingleton<TimeProvider>(clock));
        _fake.Usual = ModelFake.Fail(403);
        for (var i = 0; i < 6; i++) await ReadAsync(Text);
        Assert.Equal(4, _fake.Asked.Count);
        _fake.Usual = ModelFake.Reading("contact_made", true, "老板是刘总");
        Assert.Empty(await ReadAsync(Text));
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Single(await ReadAsync(Text));
        Assert.Single(await ReadAsync(Text));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_heeds_no_time_out_keeps_nobody_waiting()
    {
        var deaf = new DeafClient();
        _app = Build(services => services.AddSingleton<Microsoft.Extensions.AI.IChatClient>(deaf), "--Model:AttemptTimeoutSeconds=0.5", "--Model:TimeoutSeconds=1");
        Assert.Empty(await ReadAsync(Text));
        Assert.True(deaf.Asked > 0);
    }

    [Fact]
    public async Task A_long_Retry_After_is_not_waited_for_beyond_the_turns_time()
    {
        _fake.Usual = ModelFake.Fail(429, "3600");
        Assert.Empty(await ReadAsync(Text).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_model_that_hangs_or_drips_is_given_up()
    {
        _fake.Usual = ModelFake.Hang;
        Assert.Empty(await ReadAsync(Text));
        _fake.Usual = ModelFake.Drip;
        Assert.Empty(await ReadAsync(Text));
    }

    [Fact]
    public async Task After_several_failures_it_is_left_alone()
    {
        _fake.Usual = ModelFake.Fail(500, "0");
        for (var i = 0; i < 3; i++) Assert.Empty(await ReadAsync(Text));
        var asked = _fake.Asked.Count;
        _fake.Usual = ModelFake.Reading("contact_made", true, "老板是刘总");
        Assert.Empty(await ReadAsync(Text));
        Assert.Equal(asked, _fake.Asked.Count);
    }

    [Theory]
    [InlineData("--Model:TokensPerRepPerDay=2000")]
    [InlineData("--Model:CostPerRepPerDay=0.02", "--Model:PricePerMillionIn=10", "--Model:PricePerMillionOut=30")]
    public async Task Over_the_days_limit_it_is_not_asked(params string[] limit)
    {
        for (var i = 0; i < 4; i++) await ReadAsync(Text, limit);
        Assert.Equal(2, _fake.Asked.Count);
        await ReadAsync(Text, [.. limit], now: Now.AddDays(1));
        Assert.Equal(3, _fake.Asked.Count);
        Assert.Equal(new ModelUse(2000, 200), await _app!.Services.GetRequiredService<ModelUseStore>().UsedAsync("p1", new DateOnly(2026, 3, 5)));
    }

    [Fact]
    public async Task Names_are_masked_on_the_way_and_back_in_what_comes_through()
    {
        await ReadAsync(Text);
        await _app!.Services.GetRequiredService<Store>().CommitTurnAsync(new TurnCommit("c", "t", Now, "{}", 0, "r",
            [new Change.PersonSaved(Rep), new Change.DealAdded("d1", "恒瑞冷链", "WMS", "p1", Now)]));
        _fake.Usual = ModelFake.Reading("core_needs", "[[1]]要看得到库存", "[[1]]要看得到库存");
        var reading = Assert.Single(await ReadAsync("今天聊下来，恒瑞冷链要看得到库存，张敏说的"));
        Assert.Equal("恒瑞冷链要看得到库存", reading.Evidence);
        var sent = _fake.Asked.Last().Body.GetRawText();
        Assert.DoesNotContain("恒瑞", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
        Assert.DoesNotContain("张敏", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_nothing_is_sent()
    {
        Assert.Empty(await ReadAsync(Text, "--Model:Provider=None"));
        Assert.Empty(_fake.Asked);
    }

    [Theory]
    [InlineData("Provider", "Copilot", "Model:Provider is 'Copilot'")]
    [InlineData("Endpoint", "nowhere", "Model:Endpoint must be")]
    [InlineData("Endpoint", "http://model.example.com/v1", "unencrypted")]
    [InlineData("Name", "", "Model:Name must name")]
    [InlineData("TimeoutSeconds", "soon", "Model:TimeoutSeconds is 'soon'")]
    [InlineData("Format", "Xml", "Model:Format is 'Xml'")]
    [InlineData("MaskNames", "perhaps", "Model:MaskNames is 'perhaps'")]
    [InlineData("RolePlay", "sometimes", "Model:RolePlay is 'sometimes'")]
    [InlineData("Provider", "7", "Model:Provider is '7'")]
    [InlineData("TimeoutSeconds", "60", "Model:TimeoutSeconds is '60'; it is a number from 0.5 to 12")]
    [InlineData("AttemptTimeoutSeconds", "9", "Model:AttemptTimeoutSeconds is longer than")]
    [InlineData("Temperature", "warm", "Model:Temperature is 'warm'")]
    [InlineData("CostPerRepPerDay", "1", "needs Model:PricePerMillionIn")]
    public void A_faulty_setting_is_told_at_the_start(string key, string value, string expected) =>
        Assert.Contains(expected, Assert.Throws<SettingsException>(() => Build($"--Model:{key}={value}")).Message, StringComparison.Ordinal);

    private static readonly DateTimeOffset Now = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Person Rep = new("p1", "test", "zhang", "张敏", null, null, Now);

    private Task<IReadOnlyList<Reading>> ReadAsync(string text, params string[] settings) => ReadAsync(text, settings, Now);

    private async Task<IReadOnlyList<Reading>> ReadAsync(string text, string[] settings, DateTimeOffset now)
    {
        var services = (_app ??= Build(settings)).Services;
        var languages = services.GetRequiredService<LanguageFiles>();
        var turn = new Turn
        {
            Playbook = services.GetRequiredService<Playbook>(), Reader = services.GetRequiredService<MessageReader>(), Languages = languages,
            Store = services.GetRequiredService<Store>(), Person = Rep, Texts = languages.For("zh-CN"), Now = now, ActivityId = "a", Text = text,
        };
        return await services.GetRequiredService<ISecondReader>().ReadAsync(turn, new RepMessage(text, "zh", now), TestContext.Current.CancellationToken);
    }

    private async Task<HealthReportEntry> HealthAsync() => (await _app!.Services.GetRequiredService<HealthCheckService>()
        .CheckHealthAsync(check => check.Name == "model", TestContext.Current.CancellationToken)).Entries["model"];

    private WebApplication Build(params string[] settings) => Build(null, settings);

    private WebApplication Build(Action<IServiceCollection>? replace, params string[] settings) => Server.Build(
    [
        "--Reminders:Enabled=false", $"--Storage:Path={Path.Combine(_folder.FullName, "kabot.db")}", "--Logging:LogLevel:Default=None", "--Model:Provider=OpenAICompatible",
        $"--Model:Endpoint={_fake.Url}/v1", "--Model:Name=m1", "--Model:Key=k1", "--Model:AttemptTimeoutSeconds=2", "--Model:TimeoutSeconds=4", .. settings,
    ], replace);

    /// <summary>Never answers, and does not hear that it should stop.</summary>
    private sealed class DeafClient : Microsoft.Extensions.AI.IChatClient
    {
        public int Asked { get; private set; }

        public Task<Microsoft.Extensions.AI.ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            Microsoft.Extensions.AI.ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked++;
            return new TaskCompletionSource<Microsoft.Extensions.AI.ChatResponse>().Task;
        }

        public IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            Microsoft.Extensions.AI.ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Holds nothing.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await _fake.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
