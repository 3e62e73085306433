using KaBot.Funnel.Coaching;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Schedules;
using KaBot.Storage;
using KaBot.Tests.Storage;
using Microsoft.Bot.Schema;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>The life of a reminder, from the sweep to the channel and back. 2026-03-05 is a Thursday.</summary>
public abstract class DeliveryContract(DatabaseKind kind)
{
    [Fact]
    public async Task A_reminder_is_sent_at_its_time_once()
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T08:30");
        await desk.RepAsync("r1");
        await desk.MinuteAsync();
        Assert.Empty(desk.Rows());
        desk.Go("2026-03-05T09:00");
        await desk.MinuteAsync();
        await desk.MinuteAsync();
        var call = Assert.Single(desk.Teams.Calls);
        Assert.Equal(("POST", "chat-r1", "今天有 1 个商机要更新"), (call.Method, call.Conversation, call.Summary));
        Assert.Contains("预算范围清楚", call.Card, StringComparison.Ordinal);
        Assert.Equal(["r1 2026-03-05 sent"], desk.Rows());
        Assert.Equal("m1", desk.Ask<string>("select activity_id from reminders"));
    }

    [Fact]
    public async Task It_comes_on_make_up_days_and_never_on_a_holiday()
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-02-13T12:00");
        await desk.RepAsync("r1");
        for (var day = 14; day <= 25; day++)
        {
            await desk.SweepAsync();
            desk.Go($"2026-02-{day}T09:00");
            await desk.MinuteAsync();
            desk.Go($"2026-02-{day}T12:00");
        }
        Assert.Equal(["r1 2026-02-14 sent", "r1 2026-02-24 sent", "r1 2026-02-25 sent"], desk.Rows());
    }

    [Fact]
    public async Task Nothing_due_is_no_message_or_a_short_one_if_wanted()
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T08:00");
        await desk.RepAsync("r1", "contact_made");
        await desk.RepAsync("r2", "contact_made");
        await desk.CommitAsync(new Change.ReminderSettingsSaved("r2", "own", new ReminderChanges { SayNothingDue = true }.ToJson(), desk.Clock.GetUtcNow()));
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 nothing", "r2 2026-03-05 sent"], desk.Rows());
        Assert.Equal("今天没有要更新的商机。", Assert.Single(desk.Teams.Calls).Summary);
    }

    [Fact]
    public async Task A_throttled_send_waits_as_long_as_the_channel_asks()
    {
        await using var desk = await ReadyAsync("r1");
        desk.Teams.Answer = _ => new TeamsAnswer(429, "TooManyRequests", RetryAfter: 30);
        await desk.MinuteAsync();
        desk.Teams.Answer = _ => new TeamsAnswer(201);
        desk.Clock.Advance(TimeSpan.FromSeconds(28));
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);
        desk.Clock.Advance(TimeSpan.FromSeconds(3));
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Taken);
        Assert.Equal(["r1 2026-03-05 sent"], desk.Rows());
        Assert.True(desk.Teams.Calls.Last().At - desk.Teams.Calls.First().At >= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_send_that_may_have_arrived_is_never_repeated(int status)
    {
        await using var desk = await ReadyAsync("r1");
        desk.Teams.Answer = _ => new TeamsAnswer(status, "Broken");
        await desk.MinuteAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);
        Assert.Equal(["r1 2026-03-05 unknown"], desk.Rows());
    }

    [Fact]
    public async Task A_rep_whose_reminder_may_not_have_arrived_is_told_once_when_they_write()
    {
        await using var desk = await ReadyAsync("r1", "r2");
        desk.Teams.Answer = call => new TeamsAnswer(call.Conversation.Contains("r1", StringComparison.Ordinal) ? 502 : 201, "Broken");
        await desk.MinuteAsync();
        Assert.Contains("3月5日的提醒可能没送到", await SayAsync(desk, "r1", "提醒"), StringComparison.Ordinal);
        Assert.DoesNotContain("可能没送到", await SayAsync(desk, "r1", "提醒"), StringComparison.Ordinal);
        Assert.DoesNotContain("可能没送到", await SayAsync(desk, "r2", "提醒"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_died_while_it_was_sending_leaves_the_rep_to_be_told()
    {
        await using var desk = await ReadyAsync("r1");
        var outbox = desk.Outbox();
        await outbox.BeginSendAsync((await outbox.ClaimAsync(1)).Single(), "chat-r1");
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 unknown"], desk.Rows());
        Assert.Contains("可能没送到", await SayAsync(desk, "r1", "你好"), StringComparison.Ordinal);
    }

    private static async Task<string> SayAsync(Desk desk, string id, string text)
    {
        var sent = await new KaBot.Chat.Terminal.TerminalAdapter().ProcessAsync(new Activity
        {
            Type = ActivityTypes.Message, Id = Guid.NewGuid().ToString(), Text = text, ChannelId = "msteams", ServiceUrl = desk.Teams.Url, Locale = "zh-CN",
            From = new ChannelAccount("user-" + id, id), Recipient = new ChannelAccount("28:kabot"), Conversation = new ConversationAccount(id: "chat-" + id, tenantId: "t1"),
        }, desk.Get<Microsoft.Bot.Builder.IBot>().OnTurnAsync, TestContext.Current.CancellationToken);
        return string.Join('\n', sent.Select(said => said.Text));
    }

    [Fact]
    public async Task A_channel_that_cannot_be_reached_has_got_nothing_and_is_tried_again()
    {
        await using var desk = await ReadyAsync();
        var person = new Person("r1", "msteams", "user-r1", "r1", "zh-CN", desk.Reference("r1").Replace(desk.Teams.Url, "http://127.0.0.1:9/", StringComparison.Ordinal), desk.Clock.GetUtcNow());
        await desk.RepAsync("r1");
        await desk.CommitAsync(new Change.PersonSaved(person));
        desk.Go("2026-03-05T08:59");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 pending"], desk.Rows());
        await desk.CommitAsync(new Change.PersonSaved(person with { Reference = desk.Reference("r1") }));
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 sent"], desk.Rows());
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Whoever_cannot_be_reached_is_recorded_and_left_alone_until_they_write(int status, string code)
    {
        await using var desk = await ReadyAsync("r1");
        desk.Teams.Answer = _ => new TeamsAnswer(status, code);
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 refused"], desk.Rows());
        Assert.Equal($"{status} {code}", desk.Ask<string>("select unreachable from people"));
        desk.Teams.Answer = _ => new TeamsAnswer(201);
        desk.Go("2026-03-06T09:00");
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);

        desk.Go("2026-03-06T10:00");
        await desk.CommitAsync(new Change.PersonSaved(new Person("r1", "msteams", "user-r1", "r1", "zh-CN", desk.Reference("r1"), desk.Clock.GetUtcNow())));
        await desk.SweepAsync();
        desk.Go("2026-03-09T09:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 refused", "r1 2026-03-09 sent"], desk.Rows());
    }

    [Fact]
    public async Task A_refusal_on_our_side_leaves_the_person_reachable()
    {
        await using var desk = await ReadyAsync("r1");
        desk.Teams.Answer = _ => new TeamsAnswer(413, "MessageSizeTooBig");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 refused"], desk.Rows());
        Assert.Null(desk.Ask<string?>("select unreachable from people"));
    }

    [Fact]
    public async Task After_a_down_time_today_is_sent_late_and_what_is_older_is_skipped_and_recorded()
    {
        await using var desk = await ReadyAsync("r1");
        desk.Go("2026-03-10T11:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 skipped", "r1 2026-03-06 skipped", "r1 2026-03-09 skipped", "r1 2026-03-10 sent"], desk.Rows());
        desk.Go("2026-03-11T13:30");
        await desk.MinuteAsync();
        Assert.Equal("r1 2026-03-11 skipped", desk.Rows().Last());
        Assert.Single(desk.Teams.Calls);
    }

    [Fact]
    public async Task Quiet_hours_hold_back_what_is_late()
    {
        await using var desk = await ReadyAsync();
        await desk.RepAsync("r1");
        await desk.CommitAsync(new Change.ReminderSettingsSaved("r1", "own", new ReminderChanges { Quiet = new QuietHours(new TimeOnly(10, 0), new TimeOnly(12, 0)) }.ToJson(), desk.Clock.GetUtcNow()));
        await desk.SweepAsync();
        desk.Go("2026-03-05T10:30");
        await desk.MinuteAsync();
        Assert.Empty(desk.Teams.Calls);
        desk.Go("2026-03-05T12:00");
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);
    }

    [Fact]
    public async Task A_changed_time_holds_from_the_next_sweep_and_gives_no_second_message_the_same_day()
    {
        await using var desk = await ReadyAsync("r1");
        await desk.MinuteAsync();
        await desk.CommitAsync(new Change.ReminderSettingsSaved("r1", "own", new ReminderChanges { Time = new TimeOnly(10, 0) }.ToJson(), desk.Clock.GetUtcNow()));
        await desk.SweepAsync();
        desk.Go("2026-03-05T10:00");
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);
        desk.Go("2026-03-06T09:30");
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Calls);
        desk.Go("2026-03-06T10:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 sent", "r1 2026-03-06 sent"], desk.Rows());
    }

    [Fact]
    public async Task A_card_is_brought_up_to_date_when_its_deal_was_handled_elsewhere()
    {
        await using var desk = await ReadyAsync("r1");
        await desk.MinuteAsync();
        await desk.CommitAsync(Desk.Taken("r1", Known.Of("contact_made budget"), desk.Clock.GetUtcNow().AddMinutes(1)));
        await desk.MinuteAsync();
        await desk.MinuteAsync();
        Assert.Equal(["POST", "PUT"], desk.Teams.Calls.Select(call => call.Method));
        Assert.Equal("✓ 这些商机都更新好了", desk.Teams.Calls.Last().Summary);
    }

    [Fact]
    public async Task A_next_step_that_the_rep_planned_with_the_coach_is_told_on_its_day_and_not_before()
    {
        await using var desk = await ReadyAsync("r1");
        await desk.CommitAsync(new Change.ActionPlanned(new PlannedAction("p1", "deal-r1", "call_sponsor", "k", "给王主任打电话", new DateOnly(2026, 3, 6), PlanState.Accepted, null, desk.Clock.GetUtcNow())));
        await desk.MinuteAsync();
        desk.Go("2026-03-06T09:00");
        await desk.MinuteAsync();
        Assert.Equal(["r1 2026-03-05 nothing", "r1 2026-03-06 sent"], desk.Rows());
        Assert.Contains("今天要做：给王主任打电话", Assert.Single(desk.Teams.Calls).Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_an_app_and_tenant_is_kept_by_two_nodes_together_and_nobody_is_left_out_or_written_to_twice()
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T08:59");
        for (var rep = 0; rep < 120; rep++) await desk.RepAsync($"r{rep:000}");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.SweepAsync();
        for (var minute = 0; minute < 10 && desk.Rows().Any(row => !row.EndsWith("sent", StringComparison.Ordinal)); minute++)
        {
            await Task.WhenAll(desk.RoundsAsync(desk.Node()), desk.RoundsAsync(desk.Node()));
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(120, desk.Teams.Taken.Select(call => call.Conversation).Distinct().Count());
        Assert.Equal(120, desk.Teams.Calls.Count);
        var times = desk.Teams.Calls.Select(call => call.At).Order().ToList();
        // Slots are 20 ms apart. The clock runs on while a request is on its way, so some of one second may be seen in the next.
        Assert.True(times[^1] - times[0] >= TimeSpan.FromSeconds(119 * 0.02 - 0.2), $"{times[^1] - times[0]}");
    }

    private async Task<Desk> ReadyAsync(params string[] reps)
    {
        var desk = await Desk.OpenAsync(kind, "2026-03-05T08:59");
        foreach (var rep in reps) await desk.RepAsync(rep);
        await desk.SweepAsync();
        if (reps.Length > 0) desk.Go("2026-03-05T09:00");
        return desk;
    }

    [Fact]
    public async Task While_the_channel_asks_for_a_pause_the_queue_is_left_as_it_is()
    {
        await using var desk = await Desk.OpenAsync(kind, "2026-03-05T08:00");
        for (var rep = 0; rep < 130; rep++) await desk.RepAsync($"r{rep:000}");
        await desk.SweepAsync();
        desk.Go("2026-03-05T09:00");
        await desk.SweepAsync();
        await desk.Get<SendRates>().PauseAsync("t1", TimeSpan.FromSeconds(30));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await desk.Get<DeliveryRound>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(130, desk.Ask<long>("select count(*) from reminders where state = 'pending'"));
        // One round's rows were looked at, not all that wait.
        Assert.Equal(50, desk.Ask<long>("select count(*) from reminders where next_at > due_at"));
        desk.Clock.Advance(TimeSpan.FromSeconds(30));
        await desk.RoundsAsync(desk.Get<DeliveryRound>());
        Assert.Equal(130, desk.Teams.Taken.Select(call => call.Conversation).Distinct().Count());
        Assert.Equal(130, desk.Teams.Taken.Count);
    }
}
