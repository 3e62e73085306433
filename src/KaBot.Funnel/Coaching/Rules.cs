using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>A reason with its weight: when its conditions hold it gives its points, and says why.</summary>
/// <param name="Points">May be negative.</param>
/// <param name="Why">A clause for the rep; may hold placeholders.</param>
public sealed record PointRule(string Id, ImmutableArray<Condition> When, int Points, Words Why)
{
    public bool Holds(Situation deal) => Condition.All(When, deal);
}

/// <summary>Something that forbids a tactic for a deal.</summary>
/// <param name="Principle">Id of the principle it would break, or null when it is only ill-timed.</param>
/// <param name="Why">What to tell the rep instead.</param>
public sealed record Guard(string Id, ImmutableArray<Condition> When, string? Principle, Words Why)
{
    public bool Holds(Situation deal) => Condition.All(When, deal);
}

/// <summary>Words to say when the conditions hold.</summary>
public sealed record Line(ImmutableArray<Condition> When, Words Say)
{
    public bool Holds(Situation deal) => Condition.All(When, deal);
}
