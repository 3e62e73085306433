using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Storage;

namespace KaBot.Reminders.Content;

/// <summary>What a rep said about when to be asked again.</summary>
/// <param name="Until">The day the deal may come up again.</param>
/// <param name="Planned">
/// True: the rep planned something for that day; nothing comes before, and the day itself brings the deal back. False: the rep said that
/// nothing has changed; until then only a date that has come breaks the silence.
/// </param>
/// <param name="Since">When it was said; a later check-in has made it obsolete.</param>
public sealed record DealPause(DateOnly Until, bool Planned, DateTimeOffset Since);

/// <summary>A deal of a rep.</summary>
/// <param name="Pause">What the rep said about being asked; null for nothing.</param>
/// <param name="Actions">What the rep means to do about it, or did.</param>
public sealed record Watched(Deal Deal, DealPause? Pause, ImmutableArray<PlannedAction> Actions);
