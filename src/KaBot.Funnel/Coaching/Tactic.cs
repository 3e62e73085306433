using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>A tactic advised for a deal.</summary>
/// <param name="Because">The rules that fired; their points make the score.</param>
/// <param name="Lines">What to say; may hold placeholders.</param>
public sealed record Tactic(TacticDefinition Definition, ImmutableArray<PointRule> Because, ImmutableArray<Words> Lines)
{
    public int Score => Because.Sum(rule => rule.Points);
}

/// <summary>A tactic that something speaks for, and what forbids it.</summary>
public sealed record AvoidedTactic(TacticDefinition Definition, ImmutableArray<Guard> Because);

/// <summary>What to try in a negotiation, and what is tempting but wrong.</summary>
public sealed record TacticAdvice(Phase Phase, ImmutableArray<Tactic> Best, ImmutableArray<AvoidedTactic> Avoid);
