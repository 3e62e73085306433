using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Content;
using KaBot.Reminders.Messages;
using KaBot.Reminders.Schedules;
using KaBot.Reminders.Teams;
using KaBot.Storage;
using KaBot.Tests.Cards;

namespace KaBot.Tests.Reminders.Messages;

/// <summary>The cards of the reminders, each in its variants.</summary>
internal static class ReminderSamples
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Now.DateTime);
    private static readonly CalendarSet Calendars = CalendarSet.Load(CalendarFolder.Shipped);

    private static readonly ReminderItem[] Items =
    [
        new(Samples.Deal, Samples.Found.Earned, Samples.Found.Win, new FactValue.Money(3_800_000m, 3_800_000m, "CNY"),
            [new DueReason.DatePassed("talks_deadline", Today.AddDays(-1)), new DueReason.DateNear("close_date", Today.AddDays(2), 2), new DueReason.Stale(["evaluating", "budget_known"])], ItemState.Due),
        new(new DealRef("d-02", "MES 二期", "华东重机"), Samples.Playbook.Stage("target"), 10, null,
            [new DueReason.Claimed(Samples.Playbook.Stage("negotiation")!, Samples.Playbook.Stage("target"))], ItemState.Due),
        new(new DealRef("d-03", "Warehouse robots", "Northwind Traders"), null, 0, null, [new DueReason.NeverTold(Today.AddDays(-3))], ItemState.Due),
        new(new DealRef("d-04", "年度框架采购", "上海第一百货"), null, 0, null, [new DueReason.PlannedDay(Today, Today), new DueReason.DateNear("visit_appointed", Today, 0)], ItemState.Due),
        new(new DealRef("d-05", "冷链", "恒瑞医药"), null, 0, null, [], ItemState.Updated),
        new(new DealRef("d-06", "ERP", "恒瑞医药"), null, 0, null, [], ItemState.Postponed, Today.AddDays(4)),
        new(new DealRef("d-07", "CRM", "恒瑞医药"), null, 0, null, [], ItemState.Closed, Ended: Ended(null, null)),
    ];

    private static Ending Ended(string? reason, string? words) => new(
        Samples.Playbook.Fact(Ending.OutcomeFact)!.Choice("lost")!, reason is null ? null : Samples.Playbook.Fact(Ending.ReasonFact)!.Choice(reason), words);

    public static IEnumerable<(string Name, Card Card)> All(Texts texts)
    {
        var view = new ReminderView(Samples.Playbook, Items, 3, Samples.Now, [Today.AddDays(1), Today.AddDays(7)]);
        yield return ("reminder", ReminderCard.Of(texts, view));
        yield return ("reminder-done", ReminderCard.Of(texts, view with { Items = [.. Items.Skip(4), Items[4] with { State = ItemState.NoChange }], More = 0 }));
        yield return ("reminder-reasons", ReminderCard.Of(texts, view with
        {
            Items = [Items[6] with { Ended = Ended("price", null) }, Items[5] with { State = ItemState.Closed, Ended = Ended("other", "the plant was sold") }, Items[6]], More = 0,
            Untold = [Items[6].Deal.Id],
        }));
        yield return ("reminder-nothing", ReminderCard.NothingDue(texts));
        yield return ("nudge", NudgeCard.Of(texts));
        yield return ("digest", DigestCard.Of(texts, Samples.Playbook, Digest));
        yield return ("digest-quiet", DigestCard.Of(texts, Samples.Playbook, TeamDigest.Of(Samples.Playbook, [], Samples.Now.AddDays(-7), Samples.Now)));
        var plain = new ReminderSettings(new TimeOnly(9, 0), ReminderSettings.MondayToFriday, "Asia/Shanghai", "cn", Vacation: []);
        yield return ("reminders", SettingsCard.Of(texts, new SettingsView(plain, SettingsView.Own, [.. Calendars.All], Samples.Now.AddDays(1), Samples.Now, false, null)));
        yield return ("reminders-away", SettingsCard.Of(texts, new SettingsView(plain with
        {
            Weekdays = [DayOfWeek.Monday, DayOfWeek.Thursday], PausedUntil = Today.AddDays(11), Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30)),
            Vacation = [new DateSpan(Today.AddDays(20), Today.AddDays(24))], SayNothingDue = true,
        }, SettingsView.Own, [.. Calendars.All], null, Samples.Now, true, texts["reminders.saved"])));
        yield return ("reminders-team", SettingsCard.Of(texts, new SettingsView(plain, SettingsView.Team, [.. Calendars.All], null, Samples.Now, true, texts["reminders.fault.zone"])));
    }

    private static readonly TeamDigest Digest = TeamDigest.Of(Samples.Playbook,
    [
        new TeamMember("u1", "张敏", true,
        [
            Deal("仓储系统升级", "恒瑞医药", Samples.Facts.With(Fact("close_date", new FactValue.Date(Today.AddDays(20)))), "closing", "intent"),
            Deal("ERP", "华东重机", Samples.Before, "initiation", "recognition"),
        ]),
        new TeamMember("u2", "Li Wei", false,
        [
            Deal("CRM", "Northwind", Samples.Before.With(Fact("outcome", new FactValue.Choice("stalled"))), null, "target"),
            Deal("MES", "Contoso", Samples.Facts.With(Fact("close_date", new FactValue.Date(Today.AddDays(-2)))), null, "negotiation"),
        ]),
    ], Samples.Now.AddDays(-7), Samples.Now);

    private static TeamDeal Deal(string name, string account, FactSheet facts, string? claimed, string before)
    {
        var latest = new Snapshot("s", name, 2, "u1", Samples.Now, "a", Samples.Playbook.Version, null, null, claimed, facts);
        return new TeamDeal(new Deal(name, "a", account, name, "u1", Samples.Now.AddDays(-90), latest), latest with { Earned = before });
    }

    private static Fact Fact(string id, FactValue value) => new(id, value, Certainty.Stated, Samples.Now);
}
