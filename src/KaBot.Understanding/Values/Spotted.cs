using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>What kind of value stands in the text.</summary>
internal enum ValueKind { Number, Ordinal, Times, Money, Date, Percent }

/// <summary>A value found in the text, with its place.</summary>
/// <param name="Start">First character, modifiers in front included ("about", 大概).</param>
/// <param name="End">One past the last, modifiers behind included (左右, "or so").</param>
/// <param name="Low">Lower bound, or null; for numbers, ordinals and times the number itself.</param>
/// <param name="High">Upper bound, or null.</param>
/// <param name="Currency">ISO code for money: one that is named in the text, else <see cref="ValueFinder.Usual"/>.</param>
/// <param name="Date">For dates.</param>
/// <param name="Approximate">Said to be about so much.</param>
/// <param name="Ambiguous">It may as well lie behind: a weekday alone ("it went out Tuesday"), this week, 本月.</param>
/// <param name="Again">Of a date without a year that lies behind: the same day a year later, if it is meant to lie ahead.</param>
/// <param name="Span">It names its first day too ("10 to 28 August"); the date is the last.</param>
internal readonly record struct Spotted(
    ValueKind Kind, int Start, int End, decimal? Low = null, decimal? High = null, string? Currency = null, DateOnly Date = default,
    bool Approximate = false, bool Ambiguous = false, bool Span = false, DateOnly Again = default) : IPlaced
{
    /// <summary>The date where it must lie ahead.</summary>
    public DateOnly Coming => Again != default ? Again : Date;

    /// <summary>The whole number, or null where there is none or it is no sensible count.</summary>
    public int? Whole => Low is { } low && low == decimal.Truncate(low) && low is >= 0 and <= 100_000 ? (int)low : null;
}
