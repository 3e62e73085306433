using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>What a negotiation is about in money, in units of one currency: what we ask, hope for, and will not go below.</summary>
/// <param name="Target">What we mean to get; null while not set.</param>
/// <param name="WalkAway">Below this we leave; null while not set.</param>
public sealed record PriceFrame(decimal List, decimal? Target, decimal? WalkAway, string Currency = "CNY")
{
    /// <summary>Whether walk-away, target and list stand in this order.</summary>
    public bool Sound => List > 0 && (WalkAway ?? 0) >= 0 && (WalkAway ?? 0) <= (Target ?? List) && (Target ?? List) <= List;
}

/// <summary>The concessions of a deal, in the order they were made. Append only; what follows from them is worked out.</summary>
/// <param name="Entries">All that was written, what was taken back too.</param>
public sealed record Ledger(PriceFrame Frame, ImmutableArray<Concession> Entries)
{
    public static Ledger Open(PriceFrame frame) => new(frame, []);

    public Ledger With(params IEnumerable<Concession> moves) => this with { Entries = [.. Entries, .. moves] };

    /// <summary>The moves that count: none that was withdrawn.</summary>
    public ImmutableArray<Concession> Moves
    {
        get
        {
            var gone = Entries.Where(entry => entry.Kind == ConcessionKind.Withdrawn).Select(entry => entry.For).ToHashSet();
            return [.. Entries.Where(entry => entry.Kind != ConcessionKind.Withdrawn && !gone.Contains(entry.Id))];
        }
    }

    /// <summary>What was noted last, both sides of a trade together; empty for nothing.</summary>
    public ImmutableArray<Concession> Latest => Moves is [.., var last] moves ? [.. moves.Where(move => move.At == last.At)] : [];

    /// <summary>The price that stands: the last one given; before any, the list price.</summary>
    public decimal Price => Last(ConcessionKind.Given)?.Price ?? Frame.List;

    /// <summary>The last price on the table, given or only offered.</summary>
    public decimal OnTable =>
        Moves.LastOrDefault(move => move.Kind is ConcessionKind.Given or ConcessionKind.Offered && move.Price is not null)?.Price ?? Frame.List;

    /// <summary>What they last asked for, or null.</summary>
    public decimal? TheirPrice => Last(ConcessionKind.Asked)?.Price;

    /// <summary>How much may still be given before the walk-away; null while that is not set. Negative: it is passed.</summary>
    public decimal? Room => Price - Frame.WalkAway;

    /// <summary>The price against the target; negative below it, null while that is not set.</summary>
    public decimal? OverTarget => Price - Frame.Target;

    /// <summary>What was agreed besides the price, both ways, in order.</summary>
    public IEnumerable<Concession> Terms => Moves.Where(move => move.Kind is ConcessionKind.Given or ConcessionKind.Got && move.Price is null);

    /// <summary>
    /// What was given and nothing was got for: a got that names it pays for it; one that names nothing pays for what was given last, and is
    /// kept for the next gift when there is no debt.
    /// </summary>
    public ImmutableArray<Concession> Gifts
    {
        get
        {
            var moves = Moves;
            var paid = moves.Where(move => move.Kind == ConcessionKind.Got).Select(move => move.For).ToHashSet();
            var open = new Stack<Concession>();
            var credit = 0;
            foreach (var move in moves)
            {
                if (move.Kind == ConcessionKind.Given && !paid.Contains(move.Id))
                {
                    if (credit > 0) credit--;
                    else open.Push(move);
                }
                else if (move is { Kind: ConcessionKind.Got, For: null } && !open.TryPop(out _)) credit++;
            }
            return [.. open.Reverse()];
        }
    }

    private Concession? Last(ConcessionKind kind) => Moves.LastOrDefault(move => move.Kind == kind && move.Price is not null);
}
