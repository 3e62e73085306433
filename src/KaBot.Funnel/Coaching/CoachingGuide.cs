using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>What the coach knows, as sales ops wrote it: a part per file. Immutable; read by <see cref="CoachingReader"/>.</summary>
public sealed record CoachingGuide(ImmutableArray<Placeholder> Placeholders, ActionBook Actions, TacticBook Tactics);
