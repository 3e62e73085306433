using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>How to begin, in the deal's own names and figures where they are known.</summary>
/// <param name="Plain">Said while they are not; may hold placeholders, which are then in general words.</param>
/// <param name="Named">In order of preference: the first whose every gap this deal fills.</param>
/// <param name="Anew">It asks again: what is on record fills it, be it hearsay or past its time. Else only what is sure and not over.</param>
public sealed record FirstSentence(Words Plain, ImmutableArray<Words> Named, bool Anew = false);
