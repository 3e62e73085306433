using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.BotFramework;

public class StateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_is_a_copy_of_its_type()
    {
        var storage = new MemoryStorage();
        var written = new Dictionary<string, object> { ["note"] = new Note { Text = "一", Any = new List<object> { 1, new Note { Text = "in" } } } };
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = written }, Token);
        ((Note)written["note"]).Text = "changed";
        var read = Assert.IsType<Dictionary<string, object>>((await storage.ReadAsync(["k", "none"], Token)).Single().Value);
        var note = Assert.IsType<Note>(read["note"]);
        Assert.Equal("一", note.Text);
        var list = Assert.IsType<List<object>>(note.Any);
        Assert.Equal(1L, list[0]);
        Assert.Equal("in", Assert.IsType<Note>(list[1]).Text);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_refused_unless_he_insists()
    {
        var storage = new MemoryStorage();
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Count = 1 } }, Token);
        var first = (Item)(await storage.ReadAsync(["k"], Token))["k"];
        var second = (Item)(await storage.ReadAsync(["k"], Token))["k"];
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = first }, Token);
        await Assert.ThrowsAsync<ArgumentException>(() => storage.WriteAsync(new Dictionary<string, object> { ["k"] = second }, Token));
        second.ETag = "*";
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = second }, Token);
        await storage.DeleteAsync(["k"], Token);
        Assert.Empty(await storage.ReadAsync(["k"], Token));
    }

    [Fact]
    public async Task State_is_kept_from_turn_to_turn_and_written_only_when_changed()
    {
        var storage = new Counting();
        var state = new ConversationState(storage);
        var count = state.CreateProperty<Note>("note");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        await new TestFlow(adapter, async (turn, token) =>
        {
            var note = await count.GetAsync(turn, () => new Note { Text = "" }, token);
            if (turn.Activity.Text != "look") note.Text += turn.Activity.Text;
            await turn.SendActivityAsync("so far " + note.Text, cancellationToken: token);
        }).Test("a", "so far a").Test("b", "so far ab").Test("look", "so far ab").StartTestAsync();
        Assert.Equal(2, storage.Writes);
    }

    [Fact]
    public async Task Middleware_surrounds_the_turn_and_an_error_reaches_the_adapter()
    {
        var seen = new List<string>();
        var adapter = new TestAdapter().Use(new Noting("outer", seen)).Use(new Noting("inner", seen));
        adapter.OnTurnError = (turn, e) => turn.SendActivityAsync("sorry: " + e.Message);
        await new TestFlow(adapter, (_, _) => throw new InvalidOperationException("oh")).Test("x", "sorry: oh").StartTestAsync();
        Assert.Equal(["outer in", "inner in", "inner out", "outer out"], seen);
    }

    [Fact]
    public async Task Handlers_see_what_is_sent_and_may_keep_it_back()
    {
        var adapter = new TestAdapter();
        await new TestFlow(adapter, async (turn, token) =>
        {
            turn.OnSendActivities((_, activities, next) =>
            {
                activities.RemoveAll(activity => activity.Text == "secret");
                return next();
            });
            await turn.SendActivitiesAsync([MessageFactory.Text("secret"), MessageFactory.Text("open")], token);
        }).Test("x", "open").StartTestAsync();
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task A_long_turn_shows_that_the_bot_is_writing()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(delay: 0, period: 60_000));
        // Without a delay the first sign is there before the bot is, and each message starts the signs anew.
        await new TestFlow(adapter, (turn, token) => turn.SendActivityAsync("done", cancellationToken: token))
            .Send("x").AssertReply(Typing).AssertReply(Typing).AssertReply("done").StartTestAsync();
        Assert.Null(adapter.GetNextReply());

        static void Typing(IActivity reply) => Assert.Equal(ActivityTypes.Typing, reply.Type);
    }

    private sealed class Note
    {
        public string? Text { get; set; }

        public object? Any { get; set; }
    }

    private sealed class Item : IStoreItem
    {
        public int Count { get; set; }

        public string? ETag { get; set; }
    }

    private sealed class Noting(string name, List<string> seen) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
        {
            seen.Add(name + " in");
            try
            {
                await next(cancellationToken);
            }
            finally
            {
                seen.Add(name + " out");
            }
        }
    }

    private sealed class Counting : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public int Writes { get; private set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken) =>
            _inner.ReadAsync(keys, cancellationToken);

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
        {
            Writes++;
            return _inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken) => _inner.DeleteAsync(keys, cancellationToken);
    }
}
