using System.Collections.Concurrent;
using KaBot.Chat.Terminal;
using KaBot.Tests.Cards;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KaBot.Tests.Operations;

/// <summary>What leaves the process besides answers: metrics, traces and logs, and that nothing a person said is in them.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "恒瑞秘密冷链";

    [Fact]
    public async Task Metrics_and_traces_go_where_they_are_asked_to_go_and_hold_no_words()
    {
        await using var collector = await CollectorAsync();
        await TalkAsync(new Lines(), $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        Assert.Contains("/v1/traces", collector.Got.Keys);
        Assert.Contains("/v1/metrics", collector.Got.Keys);
        Assert.Contains("kabot.turn.duration", collector.Got["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("turn message", collector.Got["/v1/traces"], StringComparison.Ordinal);
        Assert.All(collector.Got.Values, body => Assert.DoesNotContain(Secret, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logs_at_their_most_talkative_hold_no_words_of_customers_or_reps()
    {
        var lines = new Lines();
        await TalkAsync(lines, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");
        Assert.NotEmpty(lines.Written);
        Assert.DoesNotContain(lines.Written, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private static async Task TalkAsync(Lines lines, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("kabot-telemetry-");
        await using (var app = Server.Build(["--urls=http://127.0.0.1:0", "--Reminders:Enabled=false", $"--Storage:Path={Path.Combine(folder.FullName, "kabot.db")}", .. settings],
            services => services.AddLogging(logging => logging.ClearProviders().AddProvider(lines))))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            var texts = Samples.Languages.For("zh-CN");
            var input = new StringReader($"新建 {Secret}\n[创建并开始跟进]\n\n{Secret}项目\n2\n{Secret}说预算50万，我拜访了他们的CIO\n历史\n{Secret}\n");
            await TerminalChat.With(app.Services, input, TextWriter.Null, texts, "张敏").RunAsync(TestContext.Current.CancellationToken);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        folder.Delete(recursive: true);
    }

    private static async Task<Collector> CollectorAsync()
    {
        var collector = new Collector();
        await collector.StartAsync();
        return collector;
    }

    /// <summary>An OTLP collector on loopback; protobuf keeps names as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;

        public Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                Got.AddOrUpdate(context.Request.Path.Value!, body, (_, before) => before + body);
            });
        }

        public string Url => _app.Urls.Single();
        public ConcurrentDictionary<string, string> Got { get; } = [];
        public Task StartAsync() => _app.StartAsync();
        public async ValueTask DisposeAsync() => await _app.DisposeAsync();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception) + exception);
        public void Dispose() { }
    }
}
