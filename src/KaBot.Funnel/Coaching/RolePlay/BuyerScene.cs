using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>Words said in a practice.</summary>
/// <param name="Buyer">The buyer said them; else the rep did.</param>
public sealed record TalkLine(bool Buyer, string Words);

/// <summary>A line that the buyer is about to say, and what was said before it.</summary>
/// <param name="Style">How this buyer negotiates.</param>
/// <param name="Scripted">The line as it was decided, with this deal's names and figures. Whoever says it otherwise keeps what it decides.</param>
/// <param name="Chinese">Else it is English.</param>
/// <param name="Talk">From the opening to the rep's last line.</param>
/// <param name="At">When it is said, in the rep's offset.</param>
public sealed record BuyerScene(string Style, string Scripted, bool Chinese, ImmutableArray<TalkLine> Talk, DateTimeOffset At);
