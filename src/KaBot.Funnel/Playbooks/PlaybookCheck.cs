using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Playbooks;

/// <summary>What must hold between the entries of a playbook: ids once and known, win chances rising, loops after earlier stages.</summary>
internal static class PlaybookCheck
{
    public static void Run(
        ImmutableArray<(YamlEntry Entry, OwnerDefinition Value)> owners,
        ImmutableArray<(YamlEntry Entry, StageDefinition Value)> stages,
        ImmutableArray<(YamlEntry Entry, CriterionDefinition Value)> criteria,
        ImmutableArray<(YamlEntry Entry, PreconditionDefinition Value)> preconditions,
        ImmutableArray<(YamlEntry Entry, FactDefinition Value)> facts)
    {
        var ownerIds = Once(owners);
        var criterionIds = Once(criteria);
        var factIds = Once(facts);
        Once(stages);
        Once(preconditions);

        foreach (var (entry, criterion) in criteria) Known(entry, "facts", criterion.Facts, factIds, atLeastOne: true);
        foreach (var (entry, precondition) in preconditions) Known(entry, "facts", precondition.Facts, factIds, atLeastOne: true);
        foreach (var (entry, stage) in stages)
        {
            Known(entry, "owners", stage.Owners, ownerIds, atLeastOne: true);
            Known(entry, "criteria", stage.Criteria, criterionIds, atLeastOne: true);
            Known(entry, "finish", stage.Finish, factIds, atLeastOne: false);
        }
        Later(facts, factIds);
        Deciding(stages, facts);
        Ordered(stages);
        foreach (var (entry, criterion) in criteria.Where(c => !stages.Any(stage => stage.Value.Criteria.Contains(c.Value.Id))))
            entry.Fault($"criterion '{criterion.Id}' stands in no stage", "name it in a stage's `criteria`, or take it out");
    }

    /// <summary>A choice fact offers something to choose, each once.</summary>
    public static void Choices(YamlEntry fact, FactKind kind, ImmutableArray<(YamlEntry Entry, ChoiceDefinition Value)> choices)
    {
        Once(choices);
        if (kind is FactKind.Choice or FactKind.Choices && fact.Has("choices") && choices.IsEmpty)
            fact.Fault("'choices' offers nothing", "list at least one choice", "choices");
    }

    /// <summary>An id that stands twice in a list would count twice.</summary>
    public static void NoneTwice(YamlEntry entry, string key, ImmutableArray<string> ids)
    {
        foreach (var id in ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key))
            entry.Fault($"'{key}' names '{id}' twice", "take one out", key);
    }

    private static HashSet<string> Once<T>(ImmutableArray<(YamlEntry Entry, T Value)> entries)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, _) in entries)
            if (!ids.Add(entry.Id)) entry.Fault($"the id '{entry.Id}' is there twice", "rename or remove one", "id");
        return ids;
    }

    private static void Known(YamlEntry entry, string key, ImmutableArray<string> ids, HashSet<string> known, bool atLeastOne)
    {
        if (atLeastOne && ids.IsEmpty) entry.Fault($"'{key}' names nothing", $"list at least one id in `{key}`", key);
        NoneTwice(entry, key, ids);
        foreach (var id in ids.Where(id => !known.Contains(id)))
            entry.Fault($"'{key}' names the unknown '{id}'", "declare it, or mend the spelling", key);
    }

    private static void Deciding(
        ImmutableArray<(YamlEntry Entry, StageDefinition Value)> stages, ImmutableArray<(YamlEntry Entry, FactDefinition Value)> facts)
    {
        foreach (var (entry, stage) in stages.Where(stage => stage.Value.Rule.By is not null))
        {
            var fact = facts.Select(pair => pair.Value).FirstOrDefault(fact => fact.Id == stage.Rule.By);
            if (fact?.Kind != FactKind.Choice)
            {
                entry.Fault($"the rule goes by '{stage.Rule.By}', which is no choice fact", "name a fact of kind choice", "rule");
                continue;
            }
            foreach (var id in stage.Rule.Cases.SelectMany(@case => @case.Choices).Where(id => fact.Choice(id) is null))
                entry.Fault($"the rule has a case for '{id}', which '{fact.Id}' does not offer", "use one of its choices", "rule");
        }
    }

    /// <summary>A question is overtaken by facts that there are, and never by its own.</summary>
    private static void Later(ImmutableArray<(YamlEntry Entry, FactDefinition Value)> facts, HashSet<string> known)
    {
        foreach (var (entry, fact) in facts)
            foreach (var later in fact.Later)
            {
                if (later.By.IsEmpty) entry.Fault("'later' names no fact", "list at least one id in `by`", "later");
                foreach (var id in later.By.Where(id => !known.Contains(id)))
                    entry.Fault($"'later' names the unknown '{id}'", "declare it, or mend the spelling", "later");
                if (later.By.Contains(fact.Id)) entry.Fault($"'later' of '{fact.Id}' names the fact itself", "take it out of `by`", "later");
            }
    }

    private static void Ordered(ImmutableArray<(YamlEntry Entry, StageDefinition Value)> stages)
    {
        var before = new List<string>();
        var win = 0;
        foreach (var (entry, stage) in stages)
        {
            if (stage.Win is { } percent && (percent <= win || percent > 100))
                entry.Fault($"win {percent} does not rise over {win} or is above 100", "let each stage's win be larger than the one before", "win");
            win = stage.Win ?? win;
            if (stage.Rule.After is { } after && !before.Contains(after))
                entry.Fault($"comes after '{after}', which is no earlier stage", "name a stage above it in the file", "rule");
            before.Add(stage.Id);
        }
    }
}
