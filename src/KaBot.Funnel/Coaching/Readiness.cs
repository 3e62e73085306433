using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>A precondition of the negotiation and where it stands.</summary>
public sealed record PreconditionStanding(PreconditionDefinition Precondition, CriterionState State)
{
    public bool Holds => State is CriterionState.Met or CriterionState.Stale;
}

/// <summary>Whether a deal may be negotiated (domain.md §4): the preconditions one by one.</summary>
/// <param name="Warned">The deal is in negotiation, earned or claimed, without them.</param>
public sealed record Readiness(ImmutableArray<PreconditionStanding> Preconditions, bool Warned)
{
    public bool Ready => Preconditions.All(standing => standing.Holds);

    public IEnumerable<PreconditionDefinition> Missing => Preconditions.Where(standing => !standing.Holds).Select(standing => standing.Precondition);

    /// <summary>The same for facts qualified at a moment.</summary>
    public static Readiness Of(Playbook playbook, FactSheet facts, Qualification found, DateTimeOffset at) =>
        Of(new Situation(playbook, facts, at, found, null, [], false, []));

    public static Readiness Of(Situation deal)
    {
        ImmutableArray<PreconditionStanding> standings =
            [.. deal.Playbook.Preconditions.Select(precondition => new PreconditionStanding(precondition, Target.Of(precondition).StateIn(deal)))];
        var talking = deal.Rank >= deal.Playbook.Rank("negotiation") && !deal.Lost && !deal.Stalled && !deal.Closed;
        return new Readiness(standings, talking && standings.Any(standing => !standing.Holds));
    }
}
