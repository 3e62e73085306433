using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Coaching;

/// <summary>What an action works on: a criterion, a precondition of the negotiation, or a plain fact. Their ids share one space.</summary>
/// <param name="Name">What it is called on a card.</param>
/// <param name="Facts">The facts it reads.</param>
public sealed record Target(string Id, Words Name, ImmutableArray<string> Facts, bool Precondition)
{
    public static Target Of(PreconditionDefinition precondition) => new(precondition.Id, precondition.Name, precondition.Facts, true);

    /// <summary>The target of an id, preconditions first (<c>award_mode</c> is also a fact); null for an unknown one.</summary>
    public static Target? Find(Playbook playbook, string id)
    {
        if (playbook.Preconditions.FirstOrDefault(precondition => precondition.Id == id) is { } precondition) return Of(precondition);
        if (playbook.Criteria.FirstOrDefault(criterion => criterion.Id == id) is { } criterion)
            return new Target(id, criterion.Name, criterion.Facts, false);
        return playbook.Fact(id) is { } fact ? new Target(id, fact.Name, [id], false) : null;
    }

    public CriterionState StateIn(Situation deal) =>
        Qualifier.Stand(deal.Playbook, new CriterionDefinition(Id, Name, Facts), deal.Facts, deal.At).State;

    /// <summary>Whether a date that it rests on is over.</summary>
    public bool DatePassed(Situation deal) => Facts.Any(id =>
        deal.Playbook.Fact(id) is { ShelfLife.UntilOwnDate: true } && deal.Date(id) < deal.Today);

    /// <summary>What of it the advice was given on: it changes when the facts do.</summary>
    public string Values(Situation deal) =>
        string.Join(';', Facts.Select(id => deal.Facts[id] is { } fact
            ? $"{id}={FactValueJson.Write(fact.Value)?.ToJsonString()}@{fact.Certainty}" : $"{id}?"));
}
