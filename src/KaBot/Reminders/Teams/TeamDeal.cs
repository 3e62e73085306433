using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.Reminders.Teams;

/// <summary>A deal of somebody in the team.</summary>
/// <param name="Before">The snapshot that stood when the period began; null when there was none.</param>
public sealed record TeamDeal(Deal Deal, Snapshot? Before)
{
    public FactSheet Facts => Deal.Latest?.Facts ?? FactSheet.Empty;
}

/// <summary>Somebody in the team.</summary>
/// <param name="Answered">Whether they checked in, or answered a reminder, in the period.</param>
public sealed record TeamMember(string Id, string Name, bool Answered, IReadOnlyList<TeamDeal> Deals);
