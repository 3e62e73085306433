using KaBot.Reminders;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>Teams' limits, drawn on by replies and reminders alike: a reply comes first, and no window holds more than is allowed.</summary>
public sealed class SendRatesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task Replies_of_one_conversation_are_spread_as_its_limit_asks_and_reminders_come_after(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T09:00");
        List<DateTimeOffset> moments = [];
        foreach (var messages in new[] { 3, 2, 20, 1900 }) moments.AddRange(await ReserveAsync(desk, "chat", messages));
        Assert.Equal(4, moments.Count(moment => moment == desk.Clock.GetUtcNow()));
        Assert.True(Busiest(moments, TimeSpan.FromSeconds(1)) <= 7);
        Assert.True(Busiest(moments, TimeSpan.FromHours(1)) <= 1800);
        IReadOnlyList<DateTimeOffset?> waits = [];
        await desk.Get<Writer>().WriteAsync((connection, transaction) => waits = desk.Get<SendRates>().Take(connection, transaction, ["chat", "another"]));
        Assert.NotNull(waits[0]);
        Assert.Null(waits[1]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task Reminders_of_every_node_give_way_to_replies(DatabaseKind kind)
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T09:00");
        var (rates, now) = (desk.Get<SendRates>(), desk.Clock.GetUtcNow());
        rates.Replied("t1", 25);
        rates.Replied("t1", 25);
        Assert.Equal(now + TimeSpan.FromSeconds(1), (await rates.SlotsAsync("t1", 1)).Single());
        Assert.Equal(now, (await rates.SlotsAsync("t2", 1)).Single());

        rates.Replied("t2", 50);
        desk.Clock.Advance(TimeSpan.FromMilliseconds(250));
        var other = new SendRates(desk.Get<Writer>(), desk.Get<ReminderOptions>(), desk.Clock);
        while ((await other.SlotsAsync("t2", 1)).Single() - desk.Clock.GetUtcNow() < TimeSpan.FromSeconds(1)) await Task.Yield();
    }

    [Fact]
    public async Task A_rep_who_writes_fast_on_Teams_is_answered_no_faster_than_allowed()
    {
        await using var desk = await Desk.OpenAsync("2026-03-05T09:00");
        var channel = new ChannelFake(desk.Clock);
        for (var n = 0; n < 15; n++)
        {
            var taken = DeliverAsync(desk, channel, $"a{n}");
            while (await Task.WhenAny(taken, Task.Delay(1, TestContext.Current.CancellationToken)) != taken) desk.Clock.Advance(TimeSpan.FromMilliseconds(20));
            await taken;
        }
        Assert.Equal(15, channel.Sent.Count);
        Assert.True(Busiest(channel.Sent, TimeSpan.FromSeconds(1)) <= 7);
        Assert.True(channel.Sent[^1] - channel.Sent[0] >= TimeSpan.FromSeconds(3));
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> ReserveAsync(Desk desk, string conversation, int messages)
    {
        IReadOnlyList<DateTimeOffset> moments = [];
        await desk.Get<Writer>().WriteAsync((connection, transaction) => moments = desk.Get<SendRates>().Reserve(connection, transaction, conversation, messages));
        return moments;
    }

    private static int Busiest(IReadOnlyList<DateTimeOffset> moments, TimeSpan window) =>
        moments.Max(start => moments.Count(moment => moment >= start && moment < start + window));

    private static async Task DeliverAsync(Desk desk, BotAdapter channel, string id)
    {
        using var context = new TurnContext(channel, new Activity
        {
            Type = ActivityTypes.Message, Id = id, Text = "帮助", ChannelId = "msteams", ServiceUrl = "test:", Locale = "zh-CN",
            From = new ChannelAccount("zhang"), Recipient = new ChannelAccount("bot"), Conversation = new ConversationAccount(id: "talk", tenantId: "t1"),
        });
        await desk.Get<IBot>().OnTurnAsync(context, TestContext.Current.CancellationToken);
    }

    /// <summary>Notes when each message left.</summary>
    private sealed class ChannelFake(TimeProvider clock) : BotAdapter
    {
        public List<DateTimeOffset> Sent { get; } = [];

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Sent.AddRange(activities.Select(_ => clock.GetUtcNow()));
            return Task.FromResult(activities.Select(_ => new ResourceResponse("m")).ToArray());
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
