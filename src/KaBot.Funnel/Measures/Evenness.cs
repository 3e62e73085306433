using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>Open deals in a stage, and how many the shape calls for.</summary>
public sealed record StageShare(StageDefinition Stage, int Deals, double Expected);

/// <summary>
/// How evenly the open deals spread (均匀). To win one deal in a stage with a chance of w takes 1/w of them there, so the shape that the
/// conversion rates call for has 1/w deals in each stage: many at the top, few at the bottom.
/// </summary>
public sealed record Evenness(ImmutableArray<StageShare> Stages)
{
    /// <summary>Open deals from which on the shape says anything.</summary>
    public const int Enough = 6;

    /// <summary>A stage is thin or thick when at least so many deals are missing, or too many.</summary>
    private const double Plain = 1.5;

    public int Deals => Stages.Sum(stage => stage.Deals);

    /// <summary>From 0 (all in the wrong place) to 1 (just the shape); null while there are too few deals.</summary>
    public double? Value => Deals < Enough ? null : 1 - Stages.Sum(stage => Math.Abs(stage.Deals - stage.Expected)) / 2 / Deals;

    /// <summary>The stage that lacks most; null when none plainly does.</summary>
    public StageShare? Thin => Value is null ? null : Stages.Where(stage => stage.Expected - stage.Deals >= Plain).MaxBy(stage => stage.Expected - stage.Deals);

    /// <summary>The stage where most deals pile up; null when they do not.</summary>
    public StageShare? Thick => Value is null ? null : Stages.Where(stage => stage.Deals - stage.Expected >= Plain).MaxBy(stage => stage.Deals - stage.Expected);

    public static Evenness Of(Playbook playbook, WinRates rates, IEnumerable<DealTrack> open)
    {
        var deals = open.GroupBy(track => track.Earned).Where(stage => stage.Key is not null).ToDictionary(stage => stage.Key!, stage => stage.Count(), StringComparer.Ordinal);
        // A measured rate may be 0: the shape does not take infinitely many deals for it.
        var shape = playbook.Stages.Where(stage => stage.Win is not null).Select(stage => (stage, weight: (double)(1 / Math.Max(rates.From(stage.Id), 0.01m)))).ToList();
        var (all, sum) = (shape.Sum(one => deals.GetValueOrDefault(one.stage.Id)), shape.Sum(one => one.weight));
        return new Evenness([.. shape.Select(one => new StageShare(one.stage, deals.GetValueOrDefault(one.stage.Id), all * one.weight / sum))]);
    }
}
