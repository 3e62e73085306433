using System.Collections.Immutable;

namespace KaBot.Funnel.Playbooks;

/// <summary>What KaBot knows about selling, as sales ops wrote it. Immutable; read by <see cref="PlaybookReader"/>.</summary>
/// <param name="Version">The declared version and a short hash of the texts, e.g. <c>2026.11+3fa9c1d2</c>.</param>
/// <param name="Stages">In the order of the funnel.</param>
public sealed record Playbook(
    string Version,
    ImmutableArray<OwnerDefinition> Owners,
    ImmutableArray<StageDefinition> Stages,
    ImmutableArray<CriterionDefinition> Criteria,
    ImmutableArray<PreconditionDefinition> Preconditions,
    ImmutableArray<FactDefinition> Facts)
{
    private readonly ImmutableDictionary<string, FactDefinition> _facts = Facts.ToImmutableDictionary(fact => fact.Id);
    private readonly ImmutableDictionary<string, CriterionDefinition> _criteria = Criteria.ToImmutableDictionary(criterion => criterion.Id);
    private readonly ImmutableDictionary<string, int> _stages =
        Stages.Select((stage, index) => (stage.Id, index)).ToImmutableDictionary(pair => pair.Id, pair => pair.index);

    /// <summary>The fact of this id, or null.</summary>
    public FactDefinition? Fact(string id) => _facts.GetValueOrDefault(id);

    /// <summary>The criterion of this id. Throws for an id that no file declares.</summary>
    public CriterionDefinition Criterion(string id) => _criteria[id];

    /// <summary>The stage of this id, or null.</summary>
    public StageDefinition? Stage(string? id) => id is not null && _stages.TryGetValue(id, out var index) ? Stages[index] : null;

    /// <summary>How far up the funnel a stage is, from 0; -1 for none.</summary>
    public int Rank(string? stageId) => stageId is null ? -1 : _stages.GetValueOrDefault(stageId, -1);

    /// <summary>The name of an owner.</summary>
    /// <summary>The owner that is the rep who talks to KaBot (domain.md §2).</summary>
    public const string Rep = "account_manager";

    public Words OwnerName(string id) => Owners.First(owner => owner.Id == id).Name;
}
