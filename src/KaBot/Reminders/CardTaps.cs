using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;
using KaBot.Reminders.Content;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Messages;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Reminders;

/// <summary>Taps on a reminder card: each changes one deal, and the card shows what became of it. An old card acts as a new one would.</summary>
public sealed class CardTaps(ReminderStore reminders, DailyContent daily)
{
    /// <summary>Days that a deal without change is left in peace.</summary>
    private const int Peace = 7;

    public async Task TakeAsync(Turn turn, Command command)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        var changed = command.Name switch
        {
            // A check-in later than the card has answered it already.
            Verbs.NoChange when deal.Latest?.At > Made(command) => null,
            Verbs.NoChange => NoChange(turn, deal),
            Verbs.Postpone => Postpone(turn, command, deal),
            Verbs.Reason => Explain(turn, command, deal),
            _ => Close(turn, command, deal),
        };
        turn.Replacement = await CardAsync(turn, command, deal.Id, changed);
    }

    /// <summary>Nothing has changed: what had grown old holds as of today, and the deal is left in peace for a while.</summary>
    private static Watched NoChange(Turn turn, Deal deal)
    {
        if (deal.Latest is { } latest && Renewal.Of(turn.Playbook, latest.Facts, turn.Now, Evidence) is { } renewed) deal = Record(turn, deal, renewed);
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "reminders.nochange", deal.Id, "", turn.Now));
        return Pause(turn, deal, turn.Today.AddDays(Peace), planned: false);

        Evidence Evidence(Fact fact) => new(turn.Texts.Say("reminder.nochange.words", ("words", fact.Evidence?.Words ?? "")), turn.Person.Id, turn.Now, turn.ActivityId);
    }

    private static Watched? Postpone(Turn turn, Command command, Deal deal)
    {
        var text = command["input"] is { } input ? command[input] : command["day"];
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day <= turn.Today)
        {
            turn.Say(turn.Texts["reminder.postpone.fault"]);
            return null;
        }
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "reminders.postponed", deal.Id, ReminderWriter.Day(day), turn.Now));
        return Pause(turn, deal, day, planned: true);
    }

    /// <summary>Lost or stalled, as a check-in would have it.</summary>
    private static Watched? Close(Turn turn, Command command, Deal deal)
    {
        if (turn.Playbook.Fact("outcome") is not { } outcome || outcome.Choice(command["outcome"] ?? "") is not { } choice) return null;
        var fact = new Fact(outcome.Id, new FactValue.Choice(choice.Id), Certainty.Stated, turn.Now,
            new Evidence(turn.Texts.Say(choice.Name), turn.Person.Id, turn.Now, turn.ActivityId));
        return new Watched(Record(turn, deal, (deal.Latest?.Facts ?? FactSheet.Empty).With(fact)), null, []);
    }

    /// <summary>Why the deal is lost or stalled; own words are kept as the evidence of "other". Null when there are none, or it goes on after all.</summary>
    private static Watched? Explain(Turn turn, Command command, Deal deal)
    {
        var facts = deal.Latest?.Facts ?? FactSheet.Empty;
        if (Ending.Of(turn.Playbook, facts) is null || turn.Playbook.Fact(Ending.ReasonFact) is not { } reason) return null;
        var words = command["input"] is { } input ? command[input]?.Trim() : null;
        if (reason.Choice(words is { Length: > 0 } ? Ending.OtherReason : command["reason"] ?? "") is not { } choice) return null;
        var fact = new Fact(reason.Id, new FactValue.Choice(choice.Id), Certainty.Stated, turn.Now,
            new Evidence(words is { Length: > 0 } ? words : turn.Texts.Say(choice.Name), turn.Person.Id, turn.Now, turn.ActivityId));
        return new Watched(Record(turn, deal, facts.With(fact)), null, []);
    }

    private static Deal Record(Turn turn, Deal deal, FactSheet facts)
    {
        var found = Qualifier.Qualify(turn.Playbook, facts, turn.Now, deal.Latest?.Claimed);
        var snapshot = new Snapshot(Ids.New(turn.Now), deal.Id, 0, turn.Person.Id, turn.Now, turn.ActivityId, turn.Playbook.Version,
            found.Earned?.Id, found.Solid?.Id, deal.Latest?.Claimed, facts);
        turn.Changes.Add(new Change.SnapshotTaken(snapshot));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "checkin.saved", deal.Id, found.Earned?.Id ?? "", turn.Now));
        return deal with { Latest = snapshot };
    }

    private static Watched Pause(Turn turn, Deal deal, DateOnly until, bool planned)
    {
        turn.Changes.Add(new Change.DealPaused(deal.Id, until, planned, turn.Person.Id, turn.Now));
        return new Watched(deal, new DealPause(until, planned, turn.Now), []);
    }

    /// <summary>The tapped card as it looks now: its deals in their order, the tapped one as this turn leaves it.</summary>
    private async Task<Cards.Elements.Card> CardAsync(Turn turn, Command command, string dealId, Watched? changed)
    {
        var mine = (await daily.WatchedAsync(turn.Person.Id)).ToDictionary(watched => watched.Deal.Id, StringComparer.Ordinal);
        if (changed is not null && mine.TryGetValue(dealId, out var known)) mine[dealId] = changed with { Actions = known.Actions };
        var ids = (command["deals"] ?? dealId).Split(',').Take(DueDeals.MostOnCard).Where(mine.ContainsKey);
        var items = ids.Select(id => ReminderItem.Of(turn.Playbook, mine[id], turn.Now));
        var settings = (await reminders.RecipientAsync(turn.Person.Id))?.Settings ?? await reminders.DefaultsAsync(turn.Person.Id, turn.Person.Reference);
        _ = int.TryParse(command["page"], out var page);
        return ReminderCard.Of(turn.Texts, daily.View(settings, items, 0, turn.Now) with { Page = page, Untold = Untold(command, dealId) });
    }

    /// <summary>Deals whose reason is not to be asked for: those of the card before, and the one skipped now.</summary>
    private static string[] Untold(Command command, string dealId) =>
    [
        .. (command["untold"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(DueDeals.MostOnCard),
        .. command["skip"] is null ? Array.Empty<string>() : [dealId],
    ];

    private static DateTimeOffset Made(Command command) =>
        DateTimeOffset.TryParse(command["at"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : DateTimeOffset.MaxValue;
}
