using System.Collections.Immutable;

namespace KaBot.Funnel.Measures;

/// <summary>How thick the funnel is (粗细): open deals, and what they come to.</summary>
/// <param name="Deals">All open deals, those without an amount too.</param>
/// <param name="Sums">A line for each currency.</param>
/// <param name="Coverage">Against a target; null where none is set.</param>
public sealed record Capacity(int Deals, ImmutableArray<ForecastLine> Sums, Coverage? Coverage);

/// <summary>What a target still needs, at the present chances of winning.</summary>
/// <param name="Target">What is to be won, in units of the currency.</param>
/// <param name="Won">Won already.</param>
/// <param name="Weighted">What the open deals are expected to bring.</param>
/// <param name="Entry">The chance of winning a deal that has just entered the funnel.</param>
public sealed record Coverage(decimal Target, string Currency, decimal Won, decimal Weighted, decimal Entry)
{
    /// <summary>From 0; 1 and more when what is there suffices.</summary>
    public decimal Share => Target <= 0 ? 1 : (Won + Weighted) / Target;

    /// <summary>What nothing in the funnel is expected to bring.</summary>
    public decimal Missing => Math.Max(0, Target - Won - Weighted);

    /// <summary>The amount of new deals that it takes to close the gap.</summary>
    public decimal ToFind => Entry <= 0 ? 0 : Missing / Entry;
}
