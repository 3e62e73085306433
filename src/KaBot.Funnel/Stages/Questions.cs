using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Stages;

/// <summary>Why a question is worth the rep's time.</summary>
public enum AskedFor { NextStage, FoundationGap, Confirmation, Freshness, Size, Negotiation, Forecast }

/// <summary>A fact to ask about, and why.</summary>
/// <param name="Criterion">The criterion it serves, or null.</param>
/// <param name="Stage">The stage it serves, or null.</param>
public sealed record Ask(string FactId, AskedFor For, CriterionDefinition? Criterion, StageDefinition? Stage);

/// <summary>
/// What to ask next, most useful first: what the next stage lacks, then the gaps in the foundation, what is unconfirmed or past its
/// shelf life, the size when a rule turns on it, what a negotiation presumes, and what a forecast needs.
/// </summary>
public static class Questions
{
    private static readonly ImmutableArray<string> Forecast = ["amount", "close_date"];

    /// <param name="since">Start of the check-in: what was learnt from then on is not asked again.</param>
    public static ImmutableArray<Ask> Next(
        Playbook playbook, FactSheet facts, Qualification qualification, DateTimeOffset at, DateTimeOffset since)
    {
        if (facts["outcome"]?.Value is FactValue.Choice { Id: "lost" }) return [];
        var all = ForStage(qualification.Next?.Stage, AskedFor.NextStage)
            .Concat(BySize())
            .Concat(qualification.Gaps.SelectMany(gap => ForStage(gap.Stage, AskedFor.FoundationGap)))
            .Concat(Counting(CriterionState.ToConfirm, AskedFor.Confirmation))
            .Concat(Counting(CriterionState.Stale, AskedFor.Freshness))
            .Concat(Preconditions())
            .Concat(Forecast.Where(id => playbook.Fact(id) is not null).Select(id => new Ask(id, AskedFor.Forecast, null, null)));
        return [.. all.Where(ask => Worth(ask)).DistinctBy(ask => ask.FactId)];

        IEnumerable<Ask> ForStage(StageDefinition? stage, AskedFor why) => stage is null ? [] :
            Qualifier.Requirement(stage, facts).Of.Concat(stage.Criteria).Distinct()
                .Select(id => qualification.Criteria[id]).Where(standing => !standing.Counts)
                .OrderBy(standing => standing.State == CriterionState.NotMet)
                .SelectMany(standing => standing.Criterion.Facts.Select(fact => new Ask(fact, why, standing.Criterion, stage)));

        IEnumerable<Ask> BySize() => playbook.Stages.Where(stage => stage.Rule.By is not null
                && (stage == qualification.Next?.Stage || qualification.Gaps.Any(gap => gap.Stage == stage)))
            .Select(stage => new Ask(stage.Rule.By!, AskedFor.Size, null, stage));

        IEnumerable<Ask> Counting(CriterionState state, AskedFor why) => playbook.Criteria
            .Where(criterion => qualification.Criteria[criterion.Id].State == state)
            .SelectMany(criterion => criterion.Facts.Select(fact => new Ask(fact, why, criterion, null)));

        IEnumerable<Ask> Preconditions() => playbook.Rank(qualification.Earned?.Id) < playbook.Rank("recognition")
            ? [] : playbook.Preconditions.SelectMany(p => p.Facts.Select(fact => new Ask(fact, AskedFor.Negotiation, null, null)));

        // Known, sure, fresh and affirmed: nothing to ask. A "no" of an earlier check-in may have become a yes.
        bool Worth(Ask ask)
        {
            if (facts[ask.FactId] is not { } known) return true;
            if (known.At >= since) return false;
            var definition = playbook.Fact(ask.FactId)!;
            return known.Certainty == Certainty.Hedged || Ageing.IsStale(definition, known, at)
                || known.Value is FactValue.Open or FactValue.Flag { Value: false } or FactValue.Count { Value: 0 };
        }
    }
}
