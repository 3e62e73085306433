using System.Collections.Immutable;
using KaBot.Funnel.Stages;
using KaBot.Storage;

namespace KaBot.Reminders.Content;

/// <summary>A deal that needs an update, why, and how much it is worth to look at it first.</summary>
/// <param name="Reasons">The most urgent first; at least one.</param>
/// <param name="Amount">In units of its currency; null when not known.</param>
/// <param name="Rank">Amount × win % × urgency.</param>
public sealed record DueDeal(Deal Deal, Qualification Found, ImmutableArray<DueReason> Reasons, decimal? Amount, decimal Rank)
{
    public double Urgency => Reasons.Max(reason => reason.Urgency);
}
