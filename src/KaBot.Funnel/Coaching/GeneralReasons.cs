using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>Reasons that any action can have, worked out from where its target stands. Their points and words are data.</summary>
public static class GeneralReasons
{
    /// <summary>The ids that coaching-actions.yaml has to give points and words for.</summary>
    public static readonly ImmutableArray<string> Ids =
        ["foundation_gap", "next_stage", "precondition", "to_confirm", "stale", "date_passed"];

    /// <summary>The ids that hold for a target, and the stage that lacks it.</summary>
    public static IEnumerable<(string Id, StageDefinition? Stage)> For(Situation deal, Target target, CriterionState state)
    {
        var lacking = state is CriterionState.Unknown or CriterionState.NotMet or CriterionState.ToConfirm;
        if (lacking && Lacks(deal, target) is { } gap) yield return ("foundation_gap", gap);
        if (lacking && deal.Found.Next is { } next && next.Missing.Contains(target.Id)) yield return ("next_stage", next.Stage);
        if (lacking && target.Precondition) yield return ("precondition", null);
        if (state == CriterionState.ToConfirm) yield return ("to_confirm", null);
        if (state == CriterionState.Stale) yield return (target.DatePassed(deal) ? "date_passed" : "stale", null);
    }

    /// <summary>The lowest stage under the one the deal is worked in whose rule does not hold for want of the target; or null.</summary>
    private static StageDefinition? Lacks(Situation deal, Target target)
    {
        var earned = deal.Found.Gaps.FirstOrDefault(gap => gap.Missing.Contains(target.Id))?.Stage;
        if (earned is not null) return earned;
        // A stage claimed over the earned one stands on everything in between.
        return deal.Playbook.Stages.Skip(deal.Playbook.Rank(deal.Found.Earned?.Id) + 1).Take(deal.Rank - deal.Playbook.Rank(deal.Found.Earned?.Id) - 1)
            .FirstOrDefault(stage => Qualifier.Requirement(stage, deal.Facts) is var rule && rule.Of.Contains(target.Id)
                && rule.Of.Count(deal.Found.Counts) < rule.AtLeast);
    }
}
