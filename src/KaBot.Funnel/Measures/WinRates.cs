using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>
/// The chance of winning from each stage: the playbook's, or the team's own where enough deals that came so far have been won or lost
/// (domain.md §8). Shares from 0 to 1, by stage id; the loop after closing has none.
/// </summary>
/// <param name="Measured">Ids of the stages whose rate is the team's own.</param>
public sealed record WinRates(ImmutableDictionary<string, decimal> Shares, ImmutableHashSet<string> Measured)
{
    /// <summary>Deals won or lost from which on the team's own rate stands.</summary>
    public const int Enough = 20;

    public static WinRates Of(Playbook playbook) => new(
        playbook.Stages.Where(stage => stage.Win is not null).ToImmutableDictionary(stage => stage.Id, stage => stage.Win!.Value / 100m), []);

    /// <summary>The playbook's rates, replaced where the deals say otherwise.</summary>
    public static WinRates Of(Playbook playbook, IEnumerable<DealTrack> tracks)
    {
        var ended = tracks.Where(track => track.Ending is Ending.Won or Ending.Lost)
            .Select(track => (Won: track.Ending == Ending.Won, Reached: track.Moments.Max(moment => playbook.Rank(moment.Earned)))).ToList();
        return playbook.Stages.Where(stage => stage.Win is not null).Aggregate(Of(playbook), (rates, stage) =>
            ended.Where(deal => deal.Reached >= playbook.Rank(stage.Id)).ToList() is { Count: >= Enough } came
                ? new WinRates(rates.Shares.SetItem(stage.Id, came.Count(deal => deal.Won) / (decimal)came.Count), rates.Measured.Add(stage.Id)) : rates);
    }

    /// <summary>The chance of a deal in this stage: 0 in none, 1 in the loop after closing.</summary>
    public decimal From(string? stageId) => stageId is null ? 0 : Shares.GetValueOrDefault(stageId, 1);
}
