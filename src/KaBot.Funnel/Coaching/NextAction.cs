using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>A rule that fired.</summary>
/// <param name="Stage">The stage its words speak of, or null.</param>
public sealed record Scored(PointRule Rule, StageDefinition? Stage = null);

/// <summary>An action advised for a deal.</summary>
/// <param name="Owners">Owner ids of the stage it serves.</param>
/// <param name="Due">The day to have it done by.</param>
/// <param name="Say">A first sentence to use.</param>
/// <param name="Because">The rules that fired, heaviest first; their points and the action's weight make the score.</param>
/// <param name="Key">Names this very suggestion: the same action on other facts has another key.</param>
public sealed record NextAction(
    ActionDefinition Action, ImmutableArray<string> Owners, DateOnly Due, FirstSentence Say, ImmutableArray<Scored> Because, string Key)
{
    public int Score => Action.Weight + Because.Sum(scored => scored.Rule.Points);
}
