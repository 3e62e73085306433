using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>What the ledger watches over.</summary>
public enum LedgerAlarm
{
    /// <summary>Something was given and nothing was got for it.</summary>
    GiftWithoutReturn,
    /// <summary>A price offered or given is below the target.</summary>
    BelowTarget,
    /// <summary>A price offered or given leaves less than a fifth of the way from list to walk-away.</summary>
    NearWalkAway,
    /// <summary>A price offered or given is below the walk-away.</summary>
    PastWalkAway,
    /// <summary>A step in price is larger than the one before: they learn that waiting pays.</summary>
    GrowingSteps,
}

/// <summary>Something wrong with a move.</summary>
public sealed record LedgerWarning(LedgerAlarm Alarm, Concession Move)
{
    private const decimal NearShare = 0.2m;

    /// <summary>Every warning on a ledger, in the order of its moves; of the price alarms, only the gravest for a move.</summary>
    public static ImmutableArray<LedgerWarning> On(Ledger ledger)
    {
        var gifts = ledger.Gifts;
        var warnings = ImmutableArray.CreateBuilder<LedgerWarning>();
        var (before, step) = (ledger.Frame.List, (decimal?)null);
        foreach (var move in ledger.Moves)
        {
            if (gifts.Contains(move)) warnings.Add(new LedgerWarning(LedgerAlarm.GiftWithoutReturn, move));
            if (move is not { Price: { } price, Kind: ConcessionKind.Given or ConcessionKind.Offered }) continue;
            if (OfPrice(ledger.Frame, price) is { } alarm) warnings.Add(new LedgerWarning(alarm, move));
            var down = before - price;
            if (down > 0 && step is { } last && down > last) warnings.Add(new LedgerWarning(LedgerAlarm.GrowingSteps, move));
            if (down > 0) step = down;
            before = price;
        }
        return warnings.ToImmutable();
    }

    /// <summary>The alarm that a price would raise, or null: ask before it is spoken.</summary>
    public static LedgerAlarm? OfPrice(PriceFrame frame, decimal price) => price switch
    {
        _ when price < frame.WalkAway => LedgerAlarm.PastWalkAway,
        _ when frame.WalkAway is { } end && price - end < (frame.List - end) * NearShare => LedgerAlarm.NearWalkAway,
        _ when price < frame.Target => LedgerAlarm.BelowTarget,
        _ => null,
    };
}
