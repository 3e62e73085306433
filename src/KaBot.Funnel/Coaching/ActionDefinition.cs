using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>In which states of its target an action makes sense.</summary>
public enum ActsOn
{
    /// <summary>Not settled: unknown, not met, to be confirmed, or past its shelf life.</summary>
    Open,
    /// <summary>There: an objection on the table, for instance.</summary>
    Met,
    Any,
}

/// <summary>Something a rep can do for a deal.</summary>
/// <param name="For">What it works on.</param>
/// <param name="Stage">The stage whose owners do it; null for the stage of its criterion, else the one the deal stands in.</param>
/// <param name="Weight">Ranks actions of equal reasons, 0 to 9.</param>
/// <param name="Days">Working days it may take.</param>
/// <param name="Before">A date fact that it should come before, or null.</param>
/// <param name="When">Conditions of its making sense at all.</param>
/// <param name="Rules">Reasons of its own, besides the general ones.</param>
/// <param name="What">What to do.</param>
/// <param name="Say">A first sentence to use.</param>
/// <param name="Again">The first sentence when it was known but is hedged or stale.</param>
public sealed record ActionDefinition(
    string Id, Target For, StageDefinition? Stage, ActsOn On, int Weight, int Days, string? Before, ImmutableArray<Condition> When,
    ImmutableArray<PointRule> Rules, Words What, FirstSentence Say, FirstSentence Again);

/// <summary>What next actions are chosen by.</summary>
/// <param name="Reasons">The general reasons, by the ids of <see cref="GeneralReasons"/>.</param>
public sealed record ActionBook(ImmutableArray<PointRule> Reasons, ImmutableArray<ActionDefinition> Actions);
