using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Stages;

/// <summary>From facts to stages. Pure and deterministic: the same facts on the same day give the same answer.</summary>
public static class Qualifier
{
    /// <param name="playbook">The rules.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="at">The moment asked about; its own offset gives the calendar day.</param>
    /// <param name="claimed">Stage id the rep claims, or null.</param>
    public static Qualification Qualify(Playbook playbook, FactSheet facts, DateTimeOffset at, string? claimed = null)
    {
        var criteria = playbook.Criteria.ToImmutableDictionary(criterion => criterion.Id, criterion => Stand(playbook, criterion, facts, at));
        var earnedIds = Earned(playbook, facts, criteria);

        var earned = playbook.Stages.LastOrDefault(stage => earnedIds.Contains(stage.Id));
        var solid = playbook.Stages.TakeWhile(stage => earnedIds.Contains(stage.Id)).LastOrDefault();
        var gaps = playbook.Stages.Take(Math.Max(playbook.Rank(earned?.Id), 0)).Where(stage => !earnedIds.Contains(stage.Id))
            .Select(stage => new FoundationGap(stage, Missing(stage, facts, criteria)));
        var next = playbook.Stages.Skip(playbook.Rank(earned?.Id) + 1).FirstOrDefault();

        return new Qualification(earned, solid, playbook.Stage(claimed), criteria, [.. gaps],
            next is null ? null : new NextStage(next, Missing(next, facts, criteria)));
    }

    /// <summary>What a stage asks of this deal, given what is known of its size.</summary>
    public static Requirement Requirement(StageDefinition stage, FactSheet facts) =>
        stage.Rule.For(stage.Rule.By is { } by && facts[by] is { Certainty: Certainty.Stated, Value: FactValue.Choice choice } ? choice.Id : null);

    private static HashSet<string> Earned(
        Playbook playbook, FactSheet facts, ImmutableDictionary<string, CriterionStanding> criteria)
    {
        var earned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in playbook.Stages)
        {
            var requirement = Requirement(stage, facts);
            var holds = requirement.Of.Count(id => criteria[id].Counts) >= requirement.AtLeast;
            if (holds && (stage.Rule.After is null || earned.Contains(stage.Rule.After))) earned.Add(stage.Id);
        }
        return earned;
    }

    private static ImmutableArray<string> Missing(
        StageDefinition stage, FactSheet facts, ImmutableDictionary<string, CriterionStanding> criteria) =>
        [.. Requirement(stage, facts).Of.Where(id => !criteria[id].Counts)];

    internal static CriterionStanding Stand(Playbook playbook, CriterionDefinition criterion, FactSheet facts, DateTimeOffset at)
    {
        var known = criterion.Facts.Select(id => facts[id]).OfType<Fact>().ToImmutableArray();
        return new CriterionStanding(criterion, State(playbook, criterion, known, at), known);
    }

    private static CriterionState State(Playbook playbook, CriterionDefinition criterion, ImmutableArray<Fact> known, DateTimeOffset at)
    {
        if (known.Any(fact => fact.Certainty == Certainty.Stated && !Holds(fact.Value))) return CriterionState.NotMet;
        if (known.Length < criterion.Facts.Length) return CriterionState.Unknown;
        if (known.Any(fact => fact.Certainty == Certainty.Hedged)) return CriterionState.ToConfirm;
        return known.Any(fact => Ageing.IsStale(playbook.Fact(fact.Id)!, fact, at)) ? CriterionState.Stale : CriterionState.Met;
    }

    /// <summary>Whether a value says yes: a yes, one or more, anything known that is not "none".</summary>
    internal static bool Holds(FactValue value) => value switch
    {
        FactValue.Flag flag => flag.Value,
        FactValue.Count count => count.Value >= 1,
        FactValue.List list => !list.Items.IsEmpty,
        FactValue.Choices choices => !choices.Ids.IsEmpty,
        FactValue.Open => false,
        _ => true,
    };
}
