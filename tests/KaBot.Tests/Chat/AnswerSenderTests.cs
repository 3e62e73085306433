using System.Collections.Concurrent;
using KaBot.Chat;
using KaBot.Tests.Storage;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Chat;

/// <summary>An activity that comes more than once, to one node or two: its answer goes out once, and again only when it is known not to have arrived.</summary>
public sealed class AnswerSenderTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-answers-");
    private readonly ChannelFake _channel = new();
    private readonly List<WebApplication> _nodes = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) await node.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task At_two_nodes_at_once_it_is_answered_once(DatabaseKind kind)
    {
        await StartAsync(kind, nodes: 2);
        for (var round = 0; round < 5; round++)
        {
            _channel.Sent.Clear();
            await Task.WhenAll(_nodes.Concat(_nodes).Select(node => DeliverAsync(node, $"a{round}")));
            Assert.Single(_channel.Sent);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task What_did_not_leave_is_sent_when_the_activity_comes_again(DatabaseKind kind)
    {
        await StartAsync(kind, nodes: 2);
        _channel.Fault = new HttpRequestException(HttpRequestError.ConnectionError);
        await Assert.ThrowsAsync<AnswerNotSentException>(() => DeliverAsync(_nodes[0], "a"));
        Assert.Empty(_channel.Sent);
        await DeliverAsync(_nodes[1], "a");
        await DeliverAsync(_nodes[0], "a");
        Assert.Single(_channel.Sent);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task What_may_have_arrived_is_not_sent_again(DatabaseKind kind)
    {
        await StartAsync(kind, nodes: 2);
        _channel.Fault = new HttpRequestException(HttpRequestError.ResponseEnded);
        await DeliverAsync(_nodes[0], "a");
        await DeliverAsync(_nodes[1], "a");
        Assert.Empty(_channel.Sent);
    }

    [Fact]
    public async Task Whoever_takes_the_answer_in_the_response_gets_it_each_time()
    {
        await StartAsync(DatabaseKind.Sqlite, nodes: 1);
        var first = await DeliverAsync(_nodes[0], "a", DeliveryModes.ExpectReplies);
        Assert.Equal(first, await DeliverAsync(_nodes[0], "a", DeliveryModes.ExpectReplies));
        Assert.Equal(1, first);
    }

    private async Task StartAsync(DatabaseKind kind, int nodes)
    {
        string[] storage = kind == DatabaseKind.PostgreSql
            ? ["--Storage:Provider=PostgreSQL", $"--Storage:ConnectionString={await Postgres.NewDatabaseAsync()}"]
            : [$"--Storage:Path={Path.Combine(_folder.FullName, "kabot.db")}"];
        for (var n = 0; n < nodes; n++) _nodes.Add(Server.Build(["--Reminders:Enabled=false", "--Logging:LogLevel:Default=None", .. storage]));
    }

    /// <summary>Returns how many replies travel in the response.</summary>
    private async Task<int> DeliverAsync(WebApplication node, string id, string? mode = null)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message, Id = id, Text = "帮助", ChannelId = "test", ServiceUrl = "test:", Locale = "zh-CN", DeliveryMode = mode,
            From = new ChannelAccount("zhang", "张敏"), Recipient = new ChannelAccount("bot", "KaBot"), Conversation = new ConversationAccount(id: "talk"),
        };
        using var context = new TurnContext(_channel, activity);
        await node.Services.GetRequiredService<IBot>().OnTurnAsync(context, TestContext.Current.CancellationToken);
        return context.BufferedReplyActivities.Count;
    }

    /// <summary>Takes what is sent, after a moment, and fails once when told to.</summary>
    private sealed class ChannelFake : BotAdapter
    {
        private Exception? _fault;

        public ConcurrentQueue<Activity> Sent { get; } = [];

        public Exception? Fault { set => _fault = value; }

        public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            await Task.Delay(20, cancellationToken);
            if (Interlocked.Exchange(ref _fault, null) is { } fault) throw fault;
            foreach (var activity in activities) Sent.Enqueue(activity);
            return [.. activities.Select(_ => new ResourceResponse("m"))];
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
