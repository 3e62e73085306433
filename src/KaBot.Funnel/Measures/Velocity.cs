using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>How long deals stay in a stage.</summary>
/// <param name="Median">In days; null when none left it.</param>
/// <param name="Stays">How many it was taken from.</param>
public sealed record StageDays(StageDefinition Stage, double? Median, int Stays);

/// <summary>An open deal that has been in its stage for far longer than deals usually are.</summary>
public sealed record Lingering(string DealId, StageDefinition Stage, int Days, double Usual);

/// <summary>How fast deals flow (流速): days in each stage, and from the first check-in to closing.</summary>
/// <param name="Cycle">Median of days until the last stage that has a chance of winning; null when no deal got there.</param>
/// <param name="Closed">How many deals got there.</param>
/// <param name="Slow">The slowest for their stage first.</param>
public sealed record Velocity(ImmutableArray<StageDays> Stages, double? Cycle, int Closed, ImmutableArray<Lingering> Slow)
{
    /// <summary>Stays from which on their median is held against a deal.</summary>
    public const int Enough = 3;

    /// <summary>So many times the usual is slow, and never less than a fortnight.</summary>
    private const double Slowness = 2;
    private const int Least = 14;

    /// <param name="stays">Of all deals, open and ended.</param>
    /// <param name="from">Beginning of the window: what left a stage before is not looked at.</param>
    public static Velocity Of(Playbook playbook, IReadOnlyCollection<DealTrack> tracks, IReadOnlyCollection<Stay> stays, DateTimeOffset from, DateTimeOffset at)
    {
        var left = stays.Where(stay => stay is { Left: not null, Jumped: false } && stay.Left > from && stay.Left <= at).ToLookup(stay => stay.Rank, stay => stay.Days(at));
        var stages = playbook.Stages.Where(stage => stage.Win is not null)
            .Select(stage => new StageDays(stage, Median(left[playbook.Rank(stage.Id)]), left[playbook.Rank(stage.Id)].Count())).ToImmutableArray();
        var last = playbook.Stages.Count(stage => stage.Win is not null) - 1;
        var cycles = tracks.Select(track => (track.Moments[0].At, Closed: track.Moments.FirstOrDefault(moment => playbook.Rank(moment.Earned) >= last)?.At))
            .Where(track => track.Closed > from).Select(track => (track.Closed!.Value - track.At).TotalDays).ToList();
        var slow = stays.Where(stay => stay.Left is null && stay.Rank <= last).Select(stay => (stay, usual: stages[stay.Rank], days: stay.Days(at)))
            .Where(one => one.usual.Stays >= Enough && one.days >= Least && one.days > Slowness * one.usual.Median)
            .OrderByDescending(one => one.days / one.usual.Median).ThenBy(one => one.stay.DealId, StringComparer.Ordinal)
            .Select(one => new Lingering(one.stay.DealId, one.usual.Stage, (int)one.days, one.usual.Median!.Value));
        return new Velocity(stages, Median(cycles), cycles.Count, [.. slow]);
    }

    private static double? Median(IEnumerable<double> days)
    {
        var sorted = days.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
