using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>How far a negotiation has come (domain.md §5): positions before numbers, bargaining, closing.</summary>
public enum Phase { Early, Middle, Late }

/// <summary>Facts that say which phase a negotiation is in. The first rule that holds decides; none means early.</summary>
public sealed record PhaseRule(string Id, Phase Phase, ImmutableArray<Condition> When);
