using System.Collections.Immutable;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>
/// What to do next for a deal: at most three actions, heaviest first. Every action of the playbook is scored by the reasons that hold;
/// one per target stays, and a reason that leads two of them yields the third to another of nearly the same weight. Deterministic.
/// </summary>
public static class NextActions
{
    private const int Most = 3;
    private const int MostOfOneReason = 2;

    /// <summary>How much lighter an action may be and still come before a third one of the same reason.</summary>
    private const int Comparable = 10;

    public static ImmutableArray<NextAction> For(ActionBook book, Situation deal)
    {
        var ranked = book.Actions.Select(action => Weigh(book, deal, action)).OfType<NextAction>()
            .Where(action => !deal.Settled.Contains(action.Key))
            .OrderByDescending(action => action.Score).ThenBy(action => book.Actions.IndexOf(action.Action))
            .DistinctBy(action => action.Action.For.Id).ToList();
        return Varied(ranked);
    }

    private static ImmutableArray<NextAction> Varied(List<NextAction> ranked)
    {
        var chosen = ImmutableArray.CreateBuilder<NextAction>();
        while (chosen.Count < Most && ranked.Count > 0)
        {
            var first = ranked[0];
            var pick = chosen.Count(Leads(first)) < MostOfOneReason ? first
                : ranked.Find(other => !Leads(first)(other) && other.Score >= first.Score - Comparable) ?? first;
            chosen.Add(pick);
            ranked.Remove(pick);
        }
        return [.. chosen.OrderByDescending(action => action.Score)];
    }

    /// <summary>Whether another action is advised for the same reason above all.</summary>
    private static Func<NextAction, bool> Leads(NextAction action) => other => other.Because[0].Rule.Id == action.Because[0].Rule.Id;

    private static NextAction? Weigh(ActionBook book, Situation deal, ActionDefinition action)
    {
        // A deal that is over is not nagged about: only what a loss teaches, or what sets one moving again.
        if ((deal.Lost || deal.Stalled) && action.For.Id != "outcome") return null;
        var state = action.For.StateIn(deal);
        if (!Fits(action.On, state) || !Condition.All(action.When, deal)) return null;

        // What a later fact has overtaken is no gap.
        var overtaken = action.For.Facts.All(id => deal.Playbook.Fact(id)!.Overtaken(deal.Facts));
        var general = action.On == ActsOn.Open && !overtaken ? GeneralReasons.For(deal, action.For, state) : [];
        ImmutableArray<Scored> because =
        [
            .. general.Select(reason => new Scored(book.Reasons.First(rule => rule.Id == reason.Id), reason.Stage))
                .Concat(action.Rules.Select(rule => new Scored(rule)))
                .Where(scored => scored.Rule.Holds(deal)).OrderByDescending(scored => scored.Rule.Points),
        ];
        if (because.Sum(scored => scored.Rule.Points) <= 0) return null;
        var known = state is CriterionState.ToConfirm or CriterionState.Stale;
        return new NextAction(action, Owners(deal, action), Due(deal, action), known ? action.Again : action.Say,
            because, Key(deal, action, because));
    }

    private static bool Fits(ActsOn on, CriterionState state) => on switch
    {
        ActsOn.Open => state != CriterionState.Met,
        ActsOn.Met => state is CriterionState.Met or CriterionState.Stale,
        _ => true,
    };

    private static ImmutableArray<string> Owners(Situation deal, ActionDefinition action) =>
        (action.Stage ?? deal.Playbook.Stages.FirstOrDefault(stage => stage.Criteria.Contains(action.For.Id))
            ?? deal.Found.Earned ?? deal.Playbook.Stages[0]).Owners;

    /// <summary>Some working days from today; the last one before the date it should come before when that is sooner and still ahead.</summary>
    private static DateOnly Due(Situation deal, ActionDefinition action)
    {
        var due = deal.Workdays.After(deal.Today, action.Days);
        return action.Before is not null && deal.Date(action.Before) is { } before && before <= due && before > deal.Today
            ? deal.Workdays.Before(before, deal.Today) : due;
    }

    private static string Key(Situation deal, ActionDefinition action, ImmutableArray<Scored> because) =>
        $"{action.Id}|{string.Join(',', because.Select(scored => scored.Rule.Id))}|{action.For.Values(deal)}";
}
