using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>Reads coaching-actions.yaml.</summary>
internal static class ActionsReader
{
    private const int UsualDays = 3;

    public static ActionBook Read(Source source, YamlEntry top)
    {
        var reasons = Entries.Each(top, "reasons", source.Rule);
        foreach (var id in GeneralReasons.Ids.Except(reasons.Select(reason => reason.Id)))
            top.Fault($"the reason '{id}' is missing", "give it points and words", "reasons");
        foreach (var id in reasons.Select(reason => reason.Id).Except(GeneralReasons.Ids))
            top.Fault($"the reason '{id}' is unknown", "use one of " + string.Join(", ", GeneralReasons.Ids), "reasons");
        var actions = Entries.Each(top, "actions", entry => ReadAction(source, entry));
        return new ActionBook(reasons, [.. actions.OfType<ActionDefinition>(), .. Others(source, top, [.. actions.OfType<ActionDefinition>()])]);
    }

    private static ActionDefinition? ReadAction(Source source, YamlEntry entry)
    {
        var (id, aim, stage, before) = (entry.ReadId(), entry.Text("for"), entry.Optional("stage"), entry.Optional("before"));
        var target = Target.Find(source.Playbook, aim);
        if (aim.Length > 0 && target is null)
            entry.Fault($"'for' names the unknown '{aim}'", "name a criterion, a precondition or a fact", "for");
        if (stage is { Length: > 0 } && source.Playbook.Stage(stage) is null)
            entry.Fault($"'stage' names the unknown '{stage}'", "use a stage of stages.yaml", "stage");
        if (before is { Length: > 0 } && source.Playbook.Fact(before)?.Kind != FactKind.Date)
            entry.Fault($"'before' names '{before}', which is no date", "name a fact of kind date", "before");
        var say = new FirstSentence(source.Sentence(entry, "say"), Named("named"));
        var again = !entry.Has("again") && !entry.Has("again_named") ? say
            : new FirstSentence(entry.Has("again") ? source.Sentence(entry, "again") : say.Plain, Named("again_named"), Anew: true);
        var action = new ActionDefinition(
            id, target ?? new Target(aim, entry.ReadWords("what"), [], false), source.Playbook.Stage(stage),
            entry.Has("on") ? entry.OneOf<ActsOn>("on") : ActsOn.Open, entry.Number("weight") ?? 0, entry.Number("days") ?? UsualDays, before,
            source.When(entry), Entries.EachIfAny(entry, "rules", source.Rule),
            source.Sentence(entry, "what"), say, again);
        return target is null ? null : action;

        ImmutableArray<Words> Named(string key) => entry.Has(key) ? source.Sentences(entry, key) : [];
    }

    /// <summary>
    /// Criteria and preconditions that no action works on, such as one that sales ops just added, get the general one. An objection is
    /// no goal: what has an action only for when it is there is left alone.
    /// </summary>
    private static IEnumerable<ActionDefinition> Others(Source source, YamlEntry top, ImmutableArray<ActionDefinition> actions)
    {
        if (top.Entry("otherwise") is not { } entry)
        {
            if (!top.Has("otherwise")) top.Fault("'otherwise' is missing", "add `otherwise:` with `what` and `say`");
            return [];
        }
        var (what, say) = (source.Sentence(entry, "what"), source.Sentence(entry, "say"));
        entry.Done();
        return source.Playbook.Criteria.Select(criterion => criterion.Id).Concat(source.Playbook.Preconditions.Select(p => p.Id))
            .Where(id => id.Length > 0 && actions.All(action => action.For.Id != id))
            .Select(id => new ActionDefinition(
                "otherwise_" + id, Target.Find(source.Playbook, id)!, null, ActsOn.Open, 0, UsualDays, null, [], [], what, new FirstSentence(say, []), new FirstSentence(say, [], Anew: true)));
    }
}
