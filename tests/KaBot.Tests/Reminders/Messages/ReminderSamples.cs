using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Content;
using KaBot.Reminders.Messages;
using KaBot.Reminders.Schedules;
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
        new(new DealRef("d-07", "CRM", "恒瑞医药"), null, 0, null, [], ItemState.Closed, Outcome: "lost"),
    ];

    public static IEnumerable<(string Name, Card Card)> All(Texts texts)
    {
        var view = new ReminderView(Samples.Playbook, Items, 3, Samples.Now, [Today.AddDays(1), Today.AddDays(7)]);
        yield return ("reminder", ReminderCard.Of(texts, view));
        yield return ("reminder-done", ReminderCard.Of(texts, view with { Items = [.. Items.Skip(4), Items[4] with { State = ItemState.NoChange }], More = 0 }));
        yield return ("reminder-nothing", ReminderCard.NothingDue(texts));
        var plain = new ReminderSettings(new TimeOnly(9, 0), ReminderSettings.MondayToFriday, "Asia/Shanghai", "cn", Vacation: []);
        yield return ("reminders", SettingsCard.Of(texts, new SettingsView(plain, SettingsView.Own, [.. Calendars.All], Samples.Now.AddDays(1), Samples.Now, false, null)));
        yield return ("reminders-away", SettingsCard.Of(texts, new SettingsView(plain with
        {
            Weekdays = [DayOfWeek.Monday, DayOfWeek.Thursday], PausedUntil = Today.AddDays(11), Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30)),
            Vacation = [new DateSpan(Today.AddDays(20), Today.AddDays(24))], SayNothingDue = true,
        }, SettingsView.Own, [.. Calendars.All], null, Samples.Now, true, texts["reminders.saved"])));
        yield return ("reminders-team", SettingsCard.Of(texts, new SettingsView(plain, SettingsView.Team, [.. Calendars.All], null, Samples.Now, true, texts["reminders.fault.zone"])));
    }
}
