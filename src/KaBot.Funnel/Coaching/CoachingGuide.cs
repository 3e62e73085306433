using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Coaching.RolePlay;

namespace KaBot.Funnel.Coaching;

/// <summary>What the coach knows, as sales ops wrote it: a part per file. Immutable; read by <see cref="CoachingReader"/>.</summary>
public sealed record CoachingGuide(
    ImmutableArray<Placeholder> Placeholders, ActionBook Actions, TacticBook Tactics, NeedsBook Needs, PeopleBook People, CareBook Care,
    RolePlayBook RolePlay);
