using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Reminders.Content;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Schedules;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Reminders.Messages;

/// <summary>The daily reminder: the deals that need an update, or nothing.</summary>
public sealed class DailyContent(Store store, CoachingStore coaching, ReminderStore reminders, Playbook playbook, LanguageFiles languages, Calendars.CalendarSet calendars, ReminderOptions options) : IMessageContent
{
    public string Kind => ReminderKinds.Daily;

    public async Task<Composed?> ComposeAsync(Recipient to, DateTimeOffset now) => Compose(to, await WatchedAsync(to.Person.Id), now);

    public async Task<Func<Recipient, DateTimeOffset, Task<Composed?>>> ForAllAsync(IReadOnlyList<Recipient> to)
    {
        var watched = await WatchedAsync([.. to.Select(recipient => recipient.Person.Id)]);
        return (recipient, now) => Task.FromResult(Compose(recipient, watched[recipient.Person.Id], now));
    }

    private Composed? Compose(Recipient to, IEnumerable<Watched> watched, DateTimeOffset now)
    {
        var texts = Language(to);
        var due = DueDeals.Of(playbook, watched, now, options.Worth);
        if (due.IsEmpty) return to.Settings.SayNothingDue ? new Composed(ReminderCard.NothingDue(texts), []) : null;
        var shown = due.Take(DueDeals.MostOnCard).ToList();
        return new Composed(ReminderCard.Of(texts, View(to.Settings, shown.Select(deal => ReminderItem.Due(deal)), due.Length - shown.Count, now)),
            [.. shown.Select(deal => deal.Deal.Id)]);
    }

    public async Task<Card?> RefreshAsync(Recipient to, Reminder sent, DateTimeOffset now)
    {
        var watched = (await WatchedAsync(to.Person.Id)).ToDictionary(deal => deal.Deal.Id, StringComparer.Ordinal);
        var items = sent.Deals.Where(watched.ContainsKey).Select(id => ReminderItem.Of(playbook, watched[id], now));
        return ReminderCard.Of(Language(to), View(to.Settings, items, 0, now));
    }

    /// <summary>What is due right now, a page at a time, for a rep who asks.</summary>
    public async Task<Card> DueNowAsync(Turn turn, ReminderSettings settings, int page)
    {
        var due = DueDeals.Of(playbook, await WatchedAsync(turn.Person.Id), turn.Now, options.Worth);
        var shown = due.Skip(page * DueDeals.MostOnCard).Take(DueDeals.MostOnCard).Select(ReminderItem.Due).ToList();
        var more = Math.Max(due.Length - (page + 1) * DueDeals.MostOnCard, 0);
        return shown.Count == 0 ? ReminderCard.NothingDue(turn.Texts) : ReminderCard.Of(turn.Texts, View(settings, shown, more, turn.Now) with { Page = page });
    }

    /// <summary>A person's deals with what was said about asking again.</summary>
    public async Task<IReadOnlyList<Watched>> WatchedAsync(string ownerId) => [.. (await WatchedAsync([ownerId]))[ownerId]];

    /// <summary>The same of many, by owner, in as many reads as for one.</summary>
    private async Task<ILookup<string, Watched>> WatchedAsync(IReadOnlyList<string> ownerIds)
    {
        var pauses = await reminders.PausesAsync(ownerIds);
        var plans = await coaching.PlansOfAsync(ownerIds);
        return (await store.DealsOfAllAsync(ownerIds)).SelectMany(deals => deals).ToLookup(deal => deal.OwnerId,
            deal => new Watched(deal, pauses.GetValueOrDefault(deal.Id), [.. plans[deal.Id]]), StringComparer.Ordinal);
    }

    /// <summary>A card's view, with the days that a deal may be put off to by one tap.</summary>
    public ReminderView View(ReminderSettings settings, IEnumerable<ReminderItem> items, int more, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var next = Schedule.NextDay(settings with { PausedUntil = null }, calendars[settings.Calendar], today) ?? today.AddDays(1);
        var week = Schedule.NextDay(settings with { PausedUntil = null }, calendars[settings.Calendar], today.AddDays(6)) ?? today.AddDays(7);
        return new ReminderView(playbook, [.. items], more, now, [.. new[] { next, week }.Distinct()]);
    }

    private Texts Language(Recipient to) => languages.For(to.Person.Language ?? Address.Locale(to.Person.Reference!));
}
