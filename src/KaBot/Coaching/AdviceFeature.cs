using System.Collections.Immutable;
using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>What to do next for a deal: suggestions to accept, change, put off or decline, and what was accepted until it is done.</summary>
public sealed class AdviceFeature(Coach coach, Talks talks) : IFeature
{
    private const int LongestText = 200;

    /// <summary>Days ahead that care is shown.</summary>
    private const int CareAhead = 14;
    private const int MostCare = 3;

    public string Name => "advice";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, _)) return;
        var told = await talks.HearAsync(turn, cancellationToken);
        if (Talks.Told(told))
        {
            // "They cut the price again, what now?" asks how to negotiate.
            turn.Then = new Command(CoachVerbs.Negotiate, Data: TapData.From([new("deal", deal.Id)]));
            return;
        }
        var plans = await coach.Store.PlansAsync(deal.Id);
        var advice = await coach.AdviseAsync(turn, deal, plans, told);
        var workdays = await coach.WorkdaysAsync(turn);
        var care = Care(turn, deal, plans, workdays);
        switch (command.Name)
        {
            case CoachVerbs.Forward when advice.Actions.FirstOrDefault(action => action.Action.Id == command["action"]) is { } sent:
                var asView = new AdviceView(Turn.Ref(deal), turn.Playbook, advice, [], [], [], turn.Today);
                turn.Say(turn.Texts.Say("advice.forward.lead", ("owner", AdviceCard.Owners(turn.Texts, asView, sent))));
                turn.Say(AdviceCard.Forwarded(turn.Texts, asView, sent, turn.Person.Name ?? ""));
                return;
            case CoachVerbs.Change when Picked(turn, advice, care, plans, deal, command) is { } plan:
                turn.Show(PlanCard.Of(turn.Texts, new PlanView(Turn.Ref(deal), plan, null)));
                return;
            case CoachVerbs.Accept or CoachVerbs.Decide or CoachVerbs.Done when Picked(turn, advice, care, plans, deal, command) is { } plan:
                if (Decided(turn, command, plan) is not { } decided)
                {
                    turn.Replacement = PlanCard.Of(turn.Texts, new PlanView(Turn.Ref(deal), plan, turn.Texts["advice.due.past"]));
                    return;
                }
                Record(turn, plan, decided);
                plans = [.. plans.Where(other => other.Id != decided.Id), decided];
                advice = await coach.AdviseAsync(turn, deal, plans);
                care = Care(turn, deal, plans, workdays);
                break;
        }
        var card = AdviceCard.Of(turn.Texts, new AdviceView(Turn.Ref(deal), turn.Playbook, advice, [.. plans.Where(plan => plan.Planned)], care,
            RepeatGate.Open(coach.Guide.Care, advice.Deal.Facts), turn.Today));
        if (command.Tapped && command.Name != CoachVerbs.Advice) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>Care after closing that falls due soon and was not decided on; none before the contract is signed.</summary>
    private ImmutableArray<CareItem> Care(Turn turn, Deal deal, IReadOnlyList<PlannedAction> plans, Workdays workdays) =>
        [.. CarePlan.Between(coach.Guide.Care, CarePlan.Begins(deal.Latest?.Facts ?? FactSheet.Empty), turn.Today, turn.Today.AddDays(CareAhead), workdays)
            .Where(item => plans.All(plan => plan.Key != item.Key)).Take(MostCare)];

    /// <summary>The plan tapped, or the suggestion tapped as a plan not decided on; null when it has gone by.</summary>
    private static PlannedAction? Picked(
        Turn turn, Advice advice, ImmutableArray<CareItem> care, IReadOnlyList<PlannedAction> plans, Deal deal, Command command)
    {
        if (command["plan"] is { Length: > 0 } planId) return plans.FirstOrDefault(plan => plan.Id == planId);
        if (care.FirstOrDefault(item => item.Key == command["action"]) is { } due)
            return new PlannedAction(Ids.New(turn.Now), deal.Id, due.Key, due.Key, turn.Texts.Say(due.Care.What), due.Due, PlanState.Suggested, null, turn.Now);
        return advice.Actions.FirstOrDefault(action => action.Action.Id == command["action"]) is { } suggested
            ? new PlannedAction(Ids.New(turn.Now), deal.Id, suggested.Action.Id, suggested.Key, Spoken.What(turn.Texts, advice.Wording, suggested),
                suggested.Due, PlanState.Suggested, null, turn.Now)
            : null;
    }

    /// <summary>The plan after the tap; null when it names no day to come.</summary>
    private static PlannedAction? Decided(Turn turn, Command command, PlannedAction plan)
    {
        if (command.Name == CoachVerbs.Accept) return plan.Accept(turn.Now);
        if (command.Name == CoachVerbs.Done) return plan.Finish(turn.Now);
        var due = DateOnly.TryParseExact(command["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : plan.Due;
        return command["do"] switch
        {
            "decline" => plan.Decline(Parts.Clip(command["reason"] ?? "", LongestText), turn.Now),
            _ when due < turn.Today => null,
            "postpone" => plan.Postpone(due, turn.Now),
            _ => plan.Accept(turn.Now).Edit(Parts.Clip(command["what"] ?? "", LongestText), turn.Now) with { Due = due },
        };
    }

    private static void Record(Turn turn, PlannedAction before, PlannedAction after)
    {
        if (after == before) return;
        turn.Changes.Add(new Change.ActionPlanned(after));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "advice." + after.State.ToString().ToLowerInvariant(), after.DealId, after.ActionId, turn.Now));
    }
}
