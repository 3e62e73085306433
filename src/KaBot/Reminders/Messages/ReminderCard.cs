using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Reminders.Messages;

/// <summary>The deals that need an update, each answerable on the spot; what is handled stays as one line.</summary>
public static class ReminderCard
{
    public static Card Of(Texts texts, ReminderView view)
    {
        var due = view.Items.Count(item => item.State == ItemState.Due);
        var title = due == 0 ? texts["reminder.alldone"] : texts.Say("reminder.title", ("n", due + view.More));
        return new Card(texts.Language, title,
            [
                new TextBlock(title) { Heading = true, Size = TextSize.Medium, Bold = true },
                .. view.Items.SelectMany((item, index) => item.State == ItemState.Due ? Due(texts, view, item, index) : [Handled(texts, view, item, index)]),
            ],
            [
                .. view.More > 0
                    ? [new Execute(texts.Say("reminder.more", ("n", view.More)), Verbs.RemindersToday, ("page", (view.Page + 1).ToString(CultureInfo.InvariantCulture)))]
                    : Array.Empty<CardAction>(),
                new Execute(texts["reminder.settings"], Verbs.Reminders) { Secondary = true },
            ]);
    }

    /// <summary>The short message for a day on which nothing is due.</summary>
    public static Card NothingDue(Texts texts) => new(texts.Language, texts["reminder.nothing"],
        [new TextBlock(texts["reminder.nothing"])],
        [new Execute(texts["deals.open"], Verbs.Deals), new Execute(texts["reminder.settings"], Verbs.Reminders) { Secondary = true }]);

    private static IEnumerable<Element> Due(Texts texts, ReminderView view, ReminderItem item, int index)
    {
        var (later, day) = ($"later{index}", $"day{index}");
        var data = Data(view, item);
        yield return new Container(
        [
            new RichText(new Run(Parts.Title(item.Deal)) { Bold = true }),
            new RichText([.. Standing(texts, item)]) { Spacing = Spacing.None },
            .. item.Reasons.Take(3).Select(reason => new RichText(new Run("• " + WhyWords.Of(texts, view.Playbook, reason)) { Size = TextSize.Small }) { Spacing = Spacing.None }),
            Parts.Buttons(
                new Execute(texts["deals.checkin"], Verbs.Start, ("deal", item.Deal.Id)) { Positive = true },
                new Execute(texts["reminder.nochange"], Verbs.NoChange, data),
                new Toggle(texts["reminder.later"], later)) with { Spacing = Spacing.Small },
            new Container(
            [
                Parts.Buttons([.. view.Later.Select(to => new Execute(texts.Say("reminder.postpone", ("day", Days.Short(texts, to))), Verbs.Postpone,
                    [.. data, ("day", Iso(to))]))]),
                new DateInput(day, texts["reminder.postpone.day"]),
                Parts.Buttons(
                    new Execute(texts["reminder.postpone.set"], Verbs.Postpone, [.. data, ("input", day)]) { WithInputs = true },
                    new Execute(texts["reminder.lost"], Verbs.Close, [.. data, ("outcome", "lost")]),
                    new Execute(texts["reminder.stalled"], Verbs.Close, [.. data, ("outcome", "stalled")])) with { Spacing = Spacing.Small },
            ]) { Id = later, Hidden = true, Style = Surface.Emphasis, Spacing = Spacing.Small },
        ]) { Separator = true, Spacing = Spacing.Medium };
    }

    /// <summary>What every button about a deal carries.</summary>
    private static (string, string)[] Data(ReminderView view, ReminderItem item) =>
    [
        ("deal", item.Deal.Id), ("deals", string.Join(',', view.Items.Select(other => other.Deal.Id))),
        ("at", view.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)), ("page", view.Page.ToString(CultureInfo.InvariantCulture)),
        .. view.Untold.Count == 0 ? Array.Empty<(string, string)>() : [("untold", string.Join(',', view.Untold))],
    ];

    private static IEnumerable<Run> Standing(Texts texts, ReminderItem item)
    {
        var stage = item.Stage is null ? texts["stage.none"] : texts.Say(item.Stage.Name);
        yield return new Run(item.Win is { } win and > 0 ? stage + " " + texts.Say("value.percent", ("n", win)) : stage)
        {
            Size = TextSize.Small, Bold = true, Color = TextColor.Accent,
        };
        if (item.Amount is { } amount) yield return new Run("  " + Values.Money(texts, amount)) { Size = TextSize.Small, Subtle = true };
    }

    private static Container Handled(Texts texts, ReminderView view, ReminderItem item, int index)
    {
        var words = item.State switch
        {
            ItemState.NoChange => texts["reminder.nochange"],
            ItemState.Postponed => texts.Say("reminder.done.postponed", ("day", Days.Short(texts, item.Until!.Value))),
            ItemState.Closed => item.Ended!.Say(texts),
            _ => texts["reminder.done.updated"],
        };
        return new Container(
        [
            new RichText(
                new Run("✓ ") { Bold = true, Color = TextColor.Good }, new Run(Parts.Title(item.Deal)) { Subtle = true },
                new Run("  " + words) { Size = TextSize.Small, Bold = true }),
            .. item.State == ItemState.Closed
                ? [Parts.Buttons(new Execute(texts["correct.edit"], Verbs.Edit, ("deal", item.Deal.Id), ("fact", Ending.OutcomeFact))) with { Spacing = Spacing.None }]
                : Array.Empty<Element>(),
            .. AsksWhy(view, item) && view.Playbook.Fact(Ending.ReasonFact) is { } reason ? [ReasonForm.Of(texts, reason, index, Data(view, item))] : Array.Empty<Element>(),
        ]) { Separator = true, Spacing = Spacing.Small };
    }

    private static bool AsksWhy(ReminderView view, ReminderItem item) =>
        item is { State: ItemState.Closed, Ended: { Reason: null, Outcome.Id: "lost" or "stalled" } } && !view.Untold.Contains(item.Deal.Id);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
