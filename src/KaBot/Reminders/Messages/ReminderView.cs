using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Reminders.Content;

namespace KaBot.Reminders.Messages;

/// <summary>What became of a deal on a reminder card.</summary>
public enum ItemState { Due, Updated, NoChange, Postponed, Closed }

/// <summary>One deal on a reminder card.</summary>
/// <param name="Reasons">Why it is due; empty when it is not any more.</param>
/// <param name="Until">For postponed: until when.</param>
/// <param name="Ended">For closed: how, and why.</param>
public sealed record ReminderItem(
    DealRef Deal, StageDefinition? Stage, int? Win, FactValue.Money? Amount, IReadOnlyList<DueReason> Reasons, ItemState State, DateOnly? Until = null,
    Ending? Ended = null)
{
    public static ReminderItem Due(DueDeal due) => Of(due.Deal, due.Found, due.Reasons, ItemState.Due);

    /// <summary>A deal that was on a card, as it stands now.</summary>
    public static ReminderItem Of(Playbook playbook, Watched watched, DateTimeOffset now)
    {
        if (DueDeals.One(playbook, watched, now) is { } due) return Due(due);
        var facts = watched.Deal.Latest?.Facts ?? FactSheet.Empty;
        var item = Of(watched.Deal, Qualifier.Qualify(playbook, facts, now), [], ItemState.Updated);
        if (Ending.Of(playbook, facts) is { } ended) return item with { State = ItemState.Closed, Ended = ended };
        if (watched.Pause is not { } pause || watched.Deal.Latest?.At > pause.Since) return item;
        return item with { State = pause.Planned ? ItemState.Postponed : ItemState.NoChange, Until = pause.Until };
    }

    private static ReminderItem Of(Storage.Deal deal, Qualification found, IReadOnlyList<DueReason> reasons, ItemState state) => new(
        Turns.Turn.Ref(deal), found.Earned, found.Win, deal.Latest?.Facts["amount"]?.Value as FactValue.Money, reasons, state);
}

/// <summary>A reminder card.</summary>
/// <param name="Items">At most <see cref="DueDeals.MostOnCard"/>.</param>
/// <param name="More">How many more deals are due.</param>
/// <param name="Now">When the card was made, in the rep's offset.</param>
/// <param name="Later">Days to put a deal off to by one tap.</param>
public sealed record ReminderView(Playbook Playbook, IReadOnlyList<ReminderItem> Items, int More, DateTimeOffset Now, IReadOnlyList<DateOnly> Later)
{
    /// <summary>How many pages of deals came before, for "more".</summary>
    public int Page { get; init; }

    /// <summary>Ids of closed deals whose reason the rep does not want to tell.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
}
