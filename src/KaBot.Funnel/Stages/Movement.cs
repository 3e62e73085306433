using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Stages;

/// <summary>A fact that is not what it was: new (before null), changed, or struck (after null).</summary>
public sealed record FactChange(string FactId, FactValue? Before, FactValue? After);

/// <summary>What changed from one check-in to the next.</summary>
public sealed record Movement(StageDefinition? EarnedBefore, StageDefinition? EarnedAfter, ImmutableArray<FactChange> Facts)
{
    public static Movement Between(Playbook playbook, FactSheet before, string? earnedBefore, FactSheet after, string? earnedAfter)
    {
        var changes = before.All.Concat(after.All).Select(fact => fact.Id).Distinct(StringComparer.Ordinal)
            .OrderBy(id => playbook.Facts.IndexOf(playbook.Fact(id)!))
            .Select(id => new FactChange(id, before[id]?.Value, after[id]?.Value))
            .Where(change => !Equals(change.Before, change.After));
        return new Movement(playbook.Stage(earnedBefore), playbook.Stage(earnedAfter), [.. changes]);
    }
}
