using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Stages;

/// <summary>Where a criterion stands. Only <see cref="Met"/> and <see cref="Stale"/> count as met.</summary>
public enum CriterionState
{
    /// <summary>Nothing, or not enough, is known.</summary>
    Unknown,
    /// <summary>Said not to be so.</summary>
    NotMet,
    /// <summary>Would be met, but somebody was not sure.</summary>
    ToConfirm,
    /// <summary>Was met, and the fact is past its shelf life.</summary>
    Stale,
    Met,
}

/// <summary>A criterion, where it stands, and the facts that say so.</summary>
public sealed record CriterionStanding(CriterionDefinition Criterion, CriterionState State, ImmutableArray<Fact> Facts)
{
    public bool Counts => State is CriterionState.Met or CriterionState.Stale;
}

/// <summary>A stage below the earned one whose rule does not hold, and what it lacks.</summary>
public sealed record FoundationGap(StageDefinition Stage, ImmutableArray<string> Missing);

/// <summary>The next stage, the criteria that still lack for it, in the playbook's order.</summary>
public sealed record NextStage(StageDefinition Stage, ImmutableArray<string> Missing);

/// <summary>What a set of facts amounts to.</summary>
/// <param name="Earned">The highest stage whose own rule holds, or null.</param>
/// <param name="Solid">The highest stage such that it and all below hold, or null.</param>
/// <param name="Claimed">The stage the rep claims, or null.</param>
/// <param name="Criteria">Every criterion, by id.</param>
/// <param name="Gaps">What is missing below the earned stage, lowest first.</param>
/// <param name="Next">The stage after the earned one; null at the end.</param>
public sealed record Qualification(
    StageDefinition? Earned,
    StageDefinition? Solid,
    StageDefinition? Claimed,
    ImmutableDictionary<string, CriterionStanding> Criteria,
    ImmutableArray<FoundationGap> Gaps,
    NextStage? Next)
{
    /// <summary>Whether anything that counts is past its shelf life.</summary>
    public bool Stale => Criteria.Values.Any(standing => standing.State == CriterionState.Stale);

    /// <summary>Chance of winning in percent: 0 when nothing is earned, null in the loop after closing.</summary>
    public int? Win => Earned is null ? 0 : Earned.Win;

    public bool Counts(string criterionId) => Criteria[criterionId].Counts;
}
