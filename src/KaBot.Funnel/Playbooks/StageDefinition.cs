using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Playbooks;

/// <summary>What must be true, and the facts it reads: it holds when each of them does.</summary>
public sealed record CriterionDefinition(string Id, Words Name, ImmutableArray<string> Facts);

/// <summary>At least <paramref name="AtLeast"/> of these criteria.</summary>
public sealed record Requirement(int AtLeast, ImmutableArray<string> Of);

/// <summary>The requirement that holds when the deciding fact has one of these choices.</summary>
public sealed record RuleCase(ImmutableArray<string> Choices, Requirement Requirement);

/// <summary>When a stage is earned: a requirement, which a choice fact such as <c>org_size</c> may change.</summary>
/// <param name="By">The choice fact that decides between the cases, or null.</param>
/// <param name="Cases">The cases; empty without <paramref name="By"/>.</param>
/// <param name="Otherwise">Holds in no case, and while the deciding fact is unknown.</param>
/// <param name="After">A stage that must be earned too (repeat after closing), or null.</param>
public sealed record StageRule(string? By, ImmutableArray<RuleCase> Cases, Requirement Otherwise, string? After)
{
    public Requirement For(string? choice) =>
        Cases.FirstOrDefault(@case => choice is not null && @case.Choices.Contains(choice))?.Requirement ?? Otherwise;
}

/// <summary>A stage of the funnel (domain.md §2).</summary>
/// <param name="Win">Chance of winning in percent; null for the loop after closing, where it means nothing.</param>
/// <param name="Owners">Ids of those who drive it.</param>
public sealed record StageDefinition(
    string Id, Words Name, Words Purpose, int? Win, ImmutableArray<string> Owners, ImmutableArray<string> Criteria, StageRule Rule)
{
    /// <summary>Facts that have to hold before the next stage is asked for: signed, paid, shipped; empty for none.</summary>
    public ImmutableArray<string> Finish { get; init; } = [];

    /// <summary>The facts of <see cref="Finish"/> that nobody was sure of yet.</summary>
    public IEnumerable<string> Unfinished(FactSheet facts) =>
        Finish.Where(id => facts[id] is not { Certainty: Certainty.Stated } fact || !Qualifier.Holds(fact.Value));
}

/// <summary>Something that should be settled before a negotiation (domain.md §4): it holds when each of its facts does.</summary>
public sealed record PreconditionDefinition(string Id, Words Name, ImmutableArray<string> Facts);

/// <summary>Somebody who drives a stage.</summary>
public sealed record OwnerDefinition(string Id, Words Name);
