using KaBot.Commands;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Teams;
using KaBot.Storage;
using KaBot.Tests.Reminders.Delivery;
using KaBot.Tests.Storage;

namespace KaBot.Tests.Reminders.Teams;

/// <summary>The weekly digest and its nudges. 2026-03-09 is a Monday, 2026-02-16 to 02-23 are holidays.</summary>
public abstract class DigestDeliveryContract(DatabaseKind kind)
{
    [Fact]
    public async Task A_manager_gets_one_digest_a_week_over_the_own_team_only()
    {
        await using var desk = await TeamAsync("2026-03-09T08:00");
        await MinutesAsync(desk, "2026-03-09T09:00", "2026-03-09T09:01", "2026-03-10T09:00", "2026-03-16T09:00");
        Assert.Equal(["2026-03-09", "2026-03-16"], Days(desk, "digest"));
        var card = desk.Teams.Taken.First(call => call.Conversation == "chat-boss" && call.Summary.Contains("2 人中", StringComparison.Ordinal)).Card;
        Assert.Contains("r1", card, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_holiday_Monday_the_digest_comes_on_the_first_working_day()
    {
        await using var desk = await TeamAsync("2026-02-23T08:00");
        await MinutesAsync(desk, "2026-02-23T09:00", "2026-02-24T09:00", "2026-02-25T09:00");
        Assert.Equal(["2026-02-24"], Days(desk, "digest"));
    }

    [Fact]
    public async Task Whoever_told_nothing_gets_one_nudge_and_never_a_second_that_day()
    {
        await using var desk = await TeamAsync("2026-03-09T08:00");
        await desk.CommitAsync(new Change.Audited("r2", "checkin.saved", "deal-r2", "", desk.Clock.GetUtcNow()));
        await MinutesAsync(desk, "2026-03-09T09:00", "2026-03-09T09:01");
        var digest = await desk.Get<DigestContent>().OfAsync("boss", desk.Clock.GetUtcNow());
        Assert.Equal(["r1"], digest!.Silent.Select(member => member.Id));
        Assert.Equal(0, await desk.Get<ReminderStore>().NudgeAsync(["r1"], desk.Clock.GetUtcNow()));
        await desk.MinuteAsync();
        Assert.Single(desk.Teams.Taken, call => call.Conversation == "chat-r1" && call.Summary.StartsWith("这周还没有", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Teams.Taken, call => call.Conversation == "chat-r2" && call.Summary.StartsWith("这周还没有", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_without_a_team_has_no_digest()
    {
        await using var desk = await TeamAsync("2026-03-09T08:00");
        Assert.Null(await desk.Get<DigestContent>().OfAsync("stranger", desk.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Teams_are_set_and_listed_by_the_operator()
    {
        await using var desk = await TeamAsync("2026-03-09T08:00");
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var store = desk.Get<ReminderStore>();
        Assert.Equal(1, await TeamCommand.SetAsync(store, "boss", ["user-stranger", "nobody", "boss"], output, error));
        Assert.Contains("'nobody' is nobody", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot report to themselves", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await TeamCommand.SetAsync(store, "boss", ["user-stranger"], output, error));
        Assert.Equal(0, await TeamCommand.SetAsync(store, null, ["r1"], output, error));
        await TeamCommand.ListAsync(store, output);
        Assert.EndsWith("boss\tr2\nboss\tstranger\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_sees_what_happened_to_each_message()
    {
        await using var desk = await TeamAsync("2026-03-09T08:00");
        desk.Teams.Answer = call => call.Conversation == "chat-r1" ? new TeamsAnswer(403, "ConversationBlockedByUser") : new TeamsAnswer(201);
        await MinutesAsync(desk, "2026-03-09T09:00");
        var output = new StringWriter { NewLine = "\n" };
        await RemindersCommand.WriteLogAsync(desk.Get<ReminderStore>(), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 9), "refused", output);
        // The clock moves on while a send is under way.
        Assert.Matches(@"^2026-03-09\t2026-03-09T01:00:00Z\tdaily\trefused\t2026-03-09T01:00:\d\dZ\t1\tr1\t403 ConversationBlockedByUser\n$", output.ToString());
    }

    private async Task<Desk> TeamAsync(string at)
    {
        var desk = await Desk.OpenAsync(kind, at);
        await desk.RepAsync("boss", "");
        foreach (var rep in new[] { "r1", "r2", "stranger" }) await desk.RepAsync(rep);
        foreach (var rep in new[] { "r1", "r2" }) await desk.Get<ReminderStore>().ReportAsync(rep, "boss");
        await desk.SweepAsync();
        return desk;
    }

    private static async Task MinutesAsync(Desk desk, params string[] moments)
    {
        foreach (var moment in moments)
        {
            if (desk.Clock.GetUtcNow() < Desk.Shanghai(moment)) desk.Go(moment);
            await desk.Get<DigestSweep>().RunAsync();
            await desk.MinuteAsync();
        }
    }

    private static IEnumerable<string> Days(Desk desk, string kind) => desk.List<string>($"select day from reminders where kind = '{kind}' and state = 'sent' order by day");
}

public sealed class DigestDeliveryTests() : DigestDeliveryContract(DatabaseKind.Sqlite);

public sealed class PostgresDigestDeliveryTests() : DigestDeliveryContract(DatabaseKind.PostgreSql);
