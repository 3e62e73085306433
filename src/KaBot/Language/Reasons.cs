using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Language;

/// <summary>Why a deal stands where it stands, a sentence a reason.</summary>
public static class Reasons
{
    public static IEnumerable<string> Of(Texts texts, Playbook playbook, Qualification found)
    {
        yield return found.Earned is { } earned
            ? texts.Say("reason.earned", ("stage", texts.Say(earned.Name)), ("criteria", Criteria(texts, playbook,
                earned.Criteria.Where(found.Counts))))
            : texts["reason.nothing"];
        foreach (var gap in found.Gaps)
            yield return texts.Say("reason.gap", ("stage", texts.Say(gap.Stage.Name)), ("criteria", Criteria(texts, playbook, gap.Missing)));
        if (found.Next is { } next)
            yield return texts.Say("reason.next", ("stage", texts.Say(next.Stage.Name)), ("criteria", Criteria(texts, playbook, next.Missing)),
                ("owner", Owners(texts, playbook, next.Stage)));
        if (found.Claimed is { } claimed && claimed != found.Earned)
            yield return Claimed(texts, claimed, found.Earned);
        foreach (var (state, key) in new[] { (CriterionState.ToConfirm, "reason.confirm"), (CriterionState.Stale, "reason.stale") })
            if (playbook.Criteria.Where(c => found.Criteria[c.Id].State == state).Select(c => c.Id).ToList() is { Count: > 0 } ids)
                yield return texts.Say(key, ("criteria", Criteria(texts, playbook, ids)));
    }

    /// <summary>Another stage is claimed than earned.</summary>
    public static string Claimed(Texts texts, StageDefinition claimed, StageDefinition? earned) => earned is null
        ? texts.Say("reason.claimed.none", ("claimed", texts.Say(claimed.Name)))
        : texts.Say("reason.claimed", ("claimed", texts.Say(claimed.Name)), ("earned", texts.Say(earned.Name)));

    public static string Owners(Texts texts, Playbook playbook, StageDefinition stage) =>
        texts.List(stage.Owners.Select(id => texts.Say(playbook.OwnerName(id))));

    private static string Criteria(Texts texts, Playbook playbook, IEnumerable<string> ids) =>
        texts.List(ids.Select(id => texts.Say(playbook.Criterion(id).Name)));
}
