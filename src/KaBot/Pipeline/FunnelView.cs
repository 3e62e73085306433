using KaBot.Funnel.Measures;
using KaBot.Funnel.Playbooks;

namespace KaBot.Pipeline;

/// <summary>The funnel as its card shows it.</summary>
/// <param name="Before">As it was a while ago; for the trend.</param>
/// <param name="Titles">What the deals are called, by id.</param>
/// <param name="Team">How many people's deals these are; null for one's own.</param>
/// <param name="HasTeam">Whether somebody reports to who looks.</param>
/// <param name="Since">The day the target counts from; with none set the day that one would.</param>
/// <param name="Remark">What became of a target just given, or null.</param>
public sealed record FunnelView(
    Playbook Playbook, FunnelMeasures Now, FunnelMeasures Before, IReadOnlyDictionary<string, string> Titles, int? Team, bool HasTeam,
    DateOnly Since, string? Remark);
