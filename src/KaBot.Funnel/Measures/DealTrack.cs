using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Measures;

/// <summary>A deal as a check-in left it.</summary>
/// <param name="Earned">Stage id, or null.</param>
public sealed record DealMoment(DateTimeOffset At, string? Earned, FactSheet Facts);

/// <summary>A deal's way through the funnel: what every measure is taken from (domain.md §8).</summary>
/// <param name="Moments">Oldest first, at least one.</param>
public sealed record DealTrack(string Id, ImmutableArray<DealMoment> Moments)
{
    public string? Earned => Moments[^1].Earned;

    public Ending Ending => EndingOf(Moments[^1]);

    public bool IsOpen => Ending == Ending.None;

    /// <summary>What it is worth to us, as last told; null when nobody said.</summary>
    public FactValue.Money? Amount => Moments[^1].Facts["amount"]?.Value as FactValue.Money;

    /// <summary>The day of the expected signature, or null.</summary>
    public DateOnly? Close => (Moments[^1].Facts["close_date"]?.Value as FactValue.Date)?.Value;

    /// <summary>The deal as it stood at a moment; null when nothing was known of it.</summary>
    public DealTrack? AsOf(DateTimeOffset at) =>
        Moments.TakeWhile(moment => moment.At <= at).ToImmutableArray() is { IsEmpty: false } known ? this with { Moments = known } : null;

    internal static Ending EndingOf(DealMoment moment) => (moment.Facts["outcome"]?.Value as FactValue.Choice)?.Id switch
    {
        "won" => Ending.Won,
        "lost" => Ending.Lost,
        "stalled" => Ending.Stalled,
        _ => Ending.None,
    };
}

/// <summary>How a deal ended; a stalled one may come back.</summary>
public enum Ending { None, Won, Lost, Stalled }
