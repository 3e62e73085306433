using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Tests.Storage;

namespace KaBot.Tests.Reminders.Delivery;

/// <summary>The practice item of a morning: for who wants it, once a working day. 2026-03-06 is a Friday.</summary>
public abstract class PracticeDeliveryContract(DatabaseKind kind)
{
    [Fact]
    public async Task It_comes_once_a_working_day_to_those_who_want_it_whether_or_not_a_deal_is_due()
    {
        await using var desk = await OpenAsync();
        await MinutesAsync(desk, "2026-03-06T08:59", "2026-03-06T09:00", "2026-03-06T09:01", "2026-03-07T09:00", "2026-03-09T09:00");
        Assert.Equal("keen 2026-03-06 sent,keen 2026-03-09 sent", Rows(desk));
        var card = desk.Teams.Taken.First(call => call.Conversation == "chat-keen" && call.Summary.Length > 0).Card;
        Assert.Contains("practice.answer", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_practised_already_is_left_alone()
    {
        await using var desk = await OpenAsync();
        desk.Go("2026-03-06T08:30");
        await desk.CommitAsync(new Change.QuizAnswered(new QuizAttempt("a1", "keen", desk.Clock.GetUtcNow(), new DateOnly(2026, 3, 6), QuizKind.Practice, null,
            "stage:intent", 1, "intent", true, ["needs_stated"])));
        await MinutesAsync(desk, "2026-03-06T09:00");
        Assert.Equal("keen 2026-03-06 nothing", Rows(desk));
    }

    [Fact]
    public async Task Not_on_holiday_and_not_after_it_was_switched_off()
    {
        await using var desk = await OpenAsync();
        await desk.CommitAsync(new Change.ReminderSettingsSaved("keen", "own", """{"practice":true,"vacation":[{"from":"2026-03-06","to":"2026-03-08"}]}""", desk.Clock.GetUtcNow()));
        await MinutesAsync(desk, "2026-03-06T09:00");
        await desk.CommitAsync(new Change.ReminderSettingsSaved("keen", "own", """{"practice":false}""", desk.Clock.GetUtcNow()));
        await MinutesAsync(desk, "2026-03-09T09:00");
        Assert.Equal("", Rows(desk));
    }

    private async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync(kind, "2026-03-06T08:00");
        await desk.RepAsync("keen", "");
        await desk.RepAsync("other", "");
        await desk.CommitAsync(new Change.ReminderSettingsSaved("keen", "own", """{"practice":true}""", desk.Clock.GetUtcNow()));
        await desk.SweepAsync();
        return desk;
    }

    private static string Rows(Desk desk) => string.Join(',', desk.List<string>(
        "select person_id || ' ' || day || ' ' || state from reminders where kind = 'practice' order by person_id, day"));

    private static async Task MinutesAsync(Desk desk, params string[] moments)
    {
        foreach (var moment in moments)
        {
            if (desk.Clock.GetUtcNow() < Desk.Shanghai(moment)) desk.Go(moment);
            await desk.Get<PracticeSweep>().RunAsync();
            await desk.MinuteAsync();
        }
    }
}

public sealed class PracticeDeliveryTests() : PracticeDeliveryContract(DatabaseKind.Sqlite);

public sealed class PostgresPracticeDeliveryTests() : PracticeDeliveryContract(DatabaseKind.PostgreSql);
