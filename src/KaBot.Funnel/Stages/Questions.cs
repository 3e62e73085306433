using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Stages;

/// <summary>Why a question is worth the rep's time.</summary>
public enum AskedFor { NextStage, FoundationGap, Confirmation, Freshness, Size, Negotiation, Forecast, Finish, Record, Ending }

/// <summary>A fact to ask about, and why.</summary>
/// <param name="Criterion">The criterion it serves, or null.</param>
/// <param name="Stage">The stage it serves, or null.</param>
public sealed record Ask(string FactId, AskedFor For, CriterionDefinition? Criterion, StageDefinition? Stage)
{
    /// <summary>Words that know what was told since; null for the fact's usual question.</summary>
    public Words? Question { get; init; }
}

/// <summary>
/// What to ask next, most useful first: what finishes the stage reached, or what the next one lacks, with what a forecast needs among it;
/// then the size when a rule turns on it, the gaps in the foundation, what is unconfirmed or past its shelf life, and what a negotiation
/// presumes. What a later fact has made pointless comes at the very end. Of a deal that is over only the reason is asked.
/// </summary>
public static class Questions
{
    private static readonly ImmutableArray<string> Forecast = ["amount", "close_date"];

    /// <summary>From here on the forecast counts on the deal, and does not wait until all that the next stage lacks is asked.</summary>
    private const string ForecastFrom = "initiation";
    private const int BeforeForecast = 2;

    /// <param name="since">Start of the check-in: what was learnt from then on is not asked again.</param>
    public static ImmutableArray<Ask> Next(
        Playbook playbook, FactSheet facts, Qualification qualification, DateTimeOffset at, DateTimeOffset since)
    {
        if (facts["outcome"] is { Value: FactValue.Choice { Id: "lost" or "stalled" } } outcome) return [.. Reason(playbook, facts, outcome)];
        var rank = playbook.Rank(qualification.Earned?.Id);
        var forecast = Forecast.Where(id => playbook.Fact(id) is not null).Select(id => new Ask(id, AskedFor.Forecast, null, null));
        var ahead = Ahead().Where(Worth).ToList();
        var soon = rank >= playbook.Rank(ForecastFrom) ? BeforeForecast : ahead.Count;
        var all = ahead.Take(soon)
            .Concat(rank >= playbook.Rank(ForecastFrom) ? forecast : [])
            .Concat(ahead.Skip(soon))
            .Concat(BySize())
            .Concat(qualification.Gaps.SelectMany(gap => ForStage(gap.Stage, AskedFor.FoundationGap)))
            .Concat(Counting(CriterionState.ToConfirm, AskedFor.Confirmation))
            .Concat(Counting(CriterionState.Stale, AskedFor.Freshness))
            .Concat(Preconditions())
            .Concat(forecast)
            .Concat(ForStage(qualification.Earned?.Finish.IsEmpty == false ? null : qualification.Next?.Stage, AskedFor.NextStage));
        return [.. all.Where(Worth).DistinctBy(ask => ask.FactId).Select(Worded).OrderBy(ask => ask.For == AskedFor.Record)];

        IEnumerable<Ask> Ahead() => qualification.Earned is { } earned && earned.Unfinished(facts).Any()
            ? earned.Finish.Select(id => new Ask(id, AskedFor.Finish, null, earned))
            // Where all that a stage lacks is overtaken, the one above it is where the deal goes.
            : ForStage(playbook.Stages.Skip(rank + 1).FirstOrDefault(stage => ForStage(stage, AskedFor.NextStage).Any(ask => !Overtaken(ask))), AskedFor.NextStage);

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

        IEnumerable<Ask> Preconditions() => rank < playbook.Rank("recognition")
            ? [] : playbook.Preconditions.SelectMany(p => p.Facts.Select(fact => new Ask(fact, AskedFor.Negotiation, null, null)));

        bool Overtaken(Ask ask) => playbook.Fact(ask.FactId)!.Overtaken(facts);

        Ask Worded(Ask ask) => playbook.Fact(ask.FactId)!.LaterOf(facts) is not { } later ? ask
            : ask with { For = later.Ask == AskedLater.Last ? AskedFor.Record : ask.For, Question = later.Question };

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

    /// <summary>Why the deal ended or stands still: a reason older than that was of another time.</summary>
    private static IEnumerable<Ask> Reason(Playbook playbook, FactSheet facts, Fact outcome) =>
        playbook.Fact("outcome_reason") is { } reason && (facts[reason.Id] is not { } known || known.At < outcome.At)
            ? [new Ask(reason.Id, AskedFor.Ending, null, null)] : [];
}
