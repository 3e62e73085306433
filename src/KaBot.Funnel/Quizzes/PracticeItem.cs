using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>What is asked: the stage, the criterion that is missing, or the tactic that fits.</summary>
public enum PracticeKind { Stage, Missing, Tactic }

/// <summary>One of the answers shown; the id is that of a stage, a criterion or a tactic.</summary>
public sealed record PracticeOption(string Id, Words Name);

/// <summary>A situation and a question with one right answer.</summary>
/// <param name="Skill">What it trains, e.g. <c>missing:intent:sponsor_named</c>; the scheduler repeats skills, each time in a new situation.</param>
/// <param name="Facts">What the situation tells.</param>
/// <param name="Right">Id of the right option, derived by the rules.</param>
/// <param name="Explanation">Why, naming the rule.</param>
/// <param name="Criteria">Ids of the criteria that the answer turns on.</param>
public sealed record PracticeItem(
    string Skill, PracticeKind Kind, FactSheet Facts, Words Situation, Words Question, ImmutableArray<PracticeOption> Options, string Right,
    Words Explanation, ImmutableArray<string> Criteria)
{
    /// <summary>What the skills of a rep's own deals begin with.</summary>
    public const string OwnPrefix = "own:";

    /// <summary>Whether it is told of a deal of the rep's own.</summary>
    public bool IsOwn => Skill.StartsWith(OwnPrefix, StringComparison.Ordinal);
}
