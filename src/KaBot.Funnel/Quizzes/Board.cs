using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>What can be told of a criterion or a stage while some answers are still out.</summary>
internal enum Outlook { Open, Fails, Holds }

/// <summary>
/// The answers so far, as the rules see them: whether a fact counts, and what a choice fact says. A fact that is in neither has not
/// been asked; an answer of "do not know" is there, and does not count.
/// </summary>
internal sealed record Board(Playbook Playbook, ImmutableDictionary<string, bool> Counts, ImmutableDictionary<string, string?> Choices)
{
    public static Board Empty(Playbook playbook) =>
        new(playbook, ImmutableDictionary.Create<string, bool>(StringComparer.Ordinal), ImmutableDictionary.Create<string, string?>(StringComparer.Ordinal));

    /// <summary>After an answer; null is "do not know".</summary>
    public Board With(string factId, Fact? answer)
    {
        var stated = answer is { Certainty: Certainty.Stated } ? answer.Value : null;
        return this with
        {
            Counts = Counts.SetItem(factId, stated is not null && Qualifier.Holds(stated)),
            Choices = Choices.SetItem(factId, (stated as FactValue.Choice)?.Id),
        };
    }

    public bool IsOpen(string factId) => !Counts.ContainsKey(factId);

    public Outlook Of(StageDefinition stage)
    {
        var own = Own(stage);
        var after = stage.Rule.After is { } id ? Of(Playbook.Stage(id)!) : Outlook.Holds;
        if (own == Outlook.Fails || after == Outlook.Fails) return Outlook.Fails;
        return own == after ? own : Outlook.Open;
    }

    /// <summary>What a stage may ask of the deal, as long as the fact that decides it is out.</summary>
    public ImmutableArray<Requirement> Possible(StageDefinition stage) => stage.Rule switch
    {
        { By: null } rule => [rule.Otherwise],
        { By: { } by } rule when Choices.TryGetValue(by, out var choice) => [rule.For(choice)],
        var rule => [.. rule.Cases.Select(@case => @case.Requirement), rule.Otherwise],
    };

    /// <summary>The facts that can still settle a stage's own rule, as the playbook has them; the one that decides between its cases comes last.</summary>
    public ImmutableArray<string> Telling(StageDefinition stage)
    {
        if (Own(stage) != Outlook.Open) return [];
        var facts = Possible(stage).Where(requirement => Of(requirement) == Outlook.Open).SelectMany(requirement => requirement.Of)
            .Select(Playbook.Criterion).Where(criterion => Of(criterion) == Outlook.Open)
            .SelectMany(criterion => criterion.Facts).Where(IsOpen).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return facts.IsEmpty && stage.Rule.By is { } by ? [by] : facts;
    }

    private Outlook Own(StageDefinition stage)
    {
        var possible = Possible(stage).Select(Of).Distinct().ToList();
        return possible is [var all] ? all : Outlook.Open;
    }

    private Outlook Of(Requirement requirement)
    {
        var criteria = requirement.Of.Select(id => Of(Playbook.Criterion(id))).ToList();
        if (criteria.Count(one => one == Outlook.Holds) >= requirement.AtLeast) return Outlook.Holds;
        return criteria.Count(one => one != Outlook.Fails) < requirement.AtLeast ? Outlook.Fails : Outlook.Open;
    }

    public Outlook Of(CriterionDefinition criterion)
    {
        var open = false;
        foreach (var id in criterion.Facts)
            if (!Counts.TryGetValue(id, out var counts)) open = true;
            else if (!counts) return Outlook.Fails;
        return open ? Outlook.Open : Outlook.Holds;
    }
}
