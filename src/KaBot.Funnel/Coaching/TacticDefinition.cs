using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>One of the principles that every piece of advice is checked against (domain.md §5).</summary>
/// <param name="Check">The question to ask oneself before using a tactic.</param>
public sealed record PrincipleDefinition(string Id, Words Name, Words Check);

/// <summary>A way to negotiate, or to enter a chain store (domain.md §5).</summary>
/// <param name="Phases">The phases it fits best; empty for any.</param>
/// <param name="Serves">Ids of the principles it leans on.</param>
/// <param name="Rules">What speaks for and against it.</param>
/// <param name="Unless">What forbids it.</param>
/// <param name="Lines">What to say; may hold placeholders. At least one has no conditions.</param>
/// <param name="Risk">What can go wrong.</param>
/// <param name="Counter">The move to expect from them.</param>
/// <param name="Answer">What to say to that.</param>
public sealed record TacticDefinition(
    string Id, Words Name, Words Idea, ImmutableArray<Phase> Phases, ImmutableArray<string> Serves, ImmutableArray<PointRule> Rules,
    ImmutableArray<Guard> Unless, ImmutableArray<Line> Lines, Words Risk, Words Counter, Words Answer);

/// <summary>What tactics are chosen by.</summary>
public sealed record TacticBook(
    ImmutableArray<PrincipleDefinition> Principles, ImmutableArray<PhaseRule> Phases, Guard Tried, ImmutableArray<TacticDefinition> Tactics);
