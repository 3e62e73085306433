using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>A rep's claim of a stage, held against what was earned.</summary>
/// <param name="Gap">By how many stages the claim is too high; negative when it is too low.</param>
/// <param name="Asked">Criteria that the claimed stage asks for.</param>
/// <param name="Misjudged">Those of them that it lacked, when it was not earned: taken for met, and not met.</param>
public sealed record Judgement(string Rep, DateOnly Day, int Gap, ImmutableArray<string> Asked, ImmutableArray<string> Misjudged)
{
    /// <summary>The judgement that a claim makes; null without one.</summary>
    public static Judgement? Of(Playbook playbook, string rep, DateTimeOffset at, string? claimed, FactSheet facts)
    {
        if (playbook.Stage(claimed) is not { } stage) return null;
        var found = Qualifier.Qualify(playbook, facts, at);
        var requirement = Qualifier.Requirement(stage, facts);
        var met = requirement.Of.Count(found.Counts) >= requirement.AtLeast;
        return new Judgement(rep, DateOnly.FromDateTime(at.DateTime), playbook.Rank(claimed) - playbook.Rank(found.Earned?.Id), requirement.Of,
            met ? [] : [.. requirement.Of.Where(id => !found.Counts(id))]);
    }
}
