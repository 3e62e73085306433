using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>
/// The practice quiz: makes items by construction. The same skill and number give the same item; another number another situation.
/// What is right is worked out by <see cref="Stages.Qualifier"/> and <see cref="Tactics"/>, never written down.
/// </summary>
public sealed class Practice
{
    private readonly StageItems _stages;
    private readonly MissingItems _missing;
    private readonly TacticItems _tactics;
    private readonly Dictionary<string, Func<Dice, PracticeItem?>> _makers = new(StringComparer.Ordinal);

    public Practice(Playbook playbook, CoachingGuide coaching, PracticeGuide guide)
    {
        _stages = new StageItems(playbook, guide);
        _missing = new MissingItems(playbook, guide);
        _tactics = new TacticItems(playbook, coaching, guide);
        foreach (var stage in playbook.Stages) _makers[$"stage:{stage.Id}"] = dice => _stages.Make(stage, dice);
        foreach (var (stage, criterion) in _missing.Pairs) _makers[$"missing:{stage.Id}:{criterion}"] = dice => _missing.Make(stage, criterion, dice);
        foreach (var (signal, setting) in _tactics.Pairs) _makers[$"tactic:{signal.ChoiceId}:{setting.Id}"] = dice => _tactics.Make(signal, setting, dice);
    }

    /// <summary>Everything that can be trained, e.g. <c>stage:intent</c>, <c>missing:intent:sponsor_named</c>, <c>tactic:many_levels:contract_out</c>.</summary>
    public ImmutableArray<string> Skills => [.. _makers.Keys];

    /// <summary>An item for a skill; null for one that the playbook no longer has.</summary>
    /// <param name="number">Which one; any number will do.</param>
    public PracticeItem? Make(string skill, int number)
    {
        if (!_makers.TryGetValue(skill, out var make)) return null;
        var dice = new Dice(number);
        // A throw may come out where another stage is earned after all; the next one is as good.
        return Enumerable.Range(0, 50).Select(_ => make(dice)).FirstOrDefault(item => item is not null) is { } item ? item with { Skill = skill } : null;
    }

    /// <summary>
    /// An item of a rep's own past deal, told without names: only the shapes of its facts are used. Null when it has nothing to tell.
    /// </summary>
    /// <param name="key">Names the deal's moment in the skill, e.g. a snapshot's id.</param>
    /// <param name="facts">As they turned out to be.</param>
    /// <param name="claimed">The stage that was claimed, or null.</param>
    public PracticeItem? FromDeal(string key, FactSheet facts, string? claimed, int number) =>
        _stages.FromDeal(facts, claimed, new Dice(number)) is { } item ? item with { Skill = PracticeItem.OwnPrefix + key } : null;
}
