using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>The open deals of one stage.</summary>
/// <param name="Stage">Null for deals that have not earned the first.</param>
/// <param name="Sums">A line for each currency.</param>
public sealed record StageLine(StageDefinition? Stage, int Deals, ImmutableArray<ForecastLine> Sums);

/// <summary>What is to be won in a period.</summary>
/// <param name="Amount">In units of the currency.</param>
/// <param name="Since">When the period began: what was won from then on counts towards it.</param>
public sealed record SalesTarget(decimal Amount, string Currency, DateTimeOffset Since);

/// <summary>The funnel as a whole (domain.md §8): its stages, the four measures, and the forecast. Pure: deals in, figures out.</summary>
public sealed record FunnelMeasures(
    ImmutableArray<StageLine> Stages, WinRates Rates, Capacity Capacity, Slope Slope, Evenness Evenness, Velocity Velocity,
    ImmutableArray<ForecastMonth> Forecast)
{
    /// <summary>What conversions and days in a stage are taken from.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(180);

    /// <summary>How far back a trend looks.</summary>
    public static readonly TimeSpan Trend = TimeSpan.FromDays(30);

    /// <param name="tracks">All deals, ended ones too.</param>
    /// <param name="at">The moment asked about; what came later is not looked at. Its own offset gives the calendar day.</param>
    public static FunnelMeasures Of(Playbook playbook, IEnumerable<DealTrack> tracks, DateTimeOffset at, SalesTarget? target = null)
    {
        var known = tracks.Select(track => track.AsOf(at)).OfType<DealTrack>().ToList();
        var open = known.Where(track => track.IsOpen).ToList();
        var stays = known.SelectMany(track => Stay.Of(playbook, track)).ToList();
        var rates = WinRates.Of(playbook, known);
        var prospects = open.ToDictionary(track => track.Id, track => new Prospect(track.Amount, track.Close, rates.From(track.Earned)), StringComparer.Ordinal);
        var sums = Forecasting.Sum(prospects.Values);
        return new FunnelMeasures(
            [
                .. playbook.Stages.Prepend(null).Select(stage => (stage, deals: open.Where(track => track.Earned == stage?.Id).ToList()))
                    .Where(line => line.deals.Count > 0 || line.stage?.Win is not null)
                    .Select(line => new StageLine(line.stage, line.deals.Count, Forecasting.Sum(line.deals.Select(track => prospects[track.Id])))),
            ],
            rates, new Capacity(open.Count, sums, target is null ? null : Cover(playbook, known, rates, sums, target)),
            Slope.Of(playbook, stays, at - Window, at), Evenness.Of(playbook, rates, open), Velocity.Of(playbook, known, stays, at - Window, at),
            Forecasting.ByMonth(prospects.Values, DateOnly.FromDateTime(at.DateTime)));
    }

    private static Coverage Cover(Playbook playbook, List<DealTrack> known, WinRates rates, ImmutableArray<ForecastLine> sums, SalesTarget target)
    {
        var won = known.Where(track => track.Ending == Ending.Won && track.Amount?.Currency == target.Currency
            && track.Moments.First(moment => DealTrack.EndingOf(moment) == Ending.Won).At >= target.Since).Sum(track => Forecasting.Worth(track.Amount));
        var weighted = sums.Where(line => line.Currency == target.Currency).Sum(line => line.Weighted);
        return new Coverage(target.Amount, target.Currency, won, weighted, rates.From(playbook.Stages[0].Id));
    }
}
