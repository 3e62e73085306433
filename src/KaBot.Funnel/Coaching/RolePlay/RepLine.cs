using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Concessions;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>A rep's line and what it does.</summary>
/// <param name="Price">The price that it names, or null.</param>
public sealed record RepLine(string Text, ImmutableHashSet<Cue> Does, decimal? Price)
{
    /// <param name="list">The list price, from which discounts are reckoned; null reads no price.</param>
    /// <param name="standing">The rep's price so far: a lower one gives.</param>
    /// <param name="ask">What the buyer wants to pay: who asks about that figure, or turns it down, has not named it as a price.</param>
    public static RepLine Read(RolePlayBook book, string text, decimal? list, decimal? standing, decimal? ask = null)
    {
        var does = book.Cues.Where(cue => cue.Value.Any(word => Cued.Has(text, word))).Select(cue => cue.Key).ToImmutableHashSet();
        if (TradeText.Split(text).Second is not null) does = does.Add(Cue.Trades);
        var price = list is { } from ? Own([.. DiscountText.Prices(text, from, standing ?? from)], from, standing, ask, does) : null;
        var gives = list is null ? DiscountText.Read(text).Discount is not null : price < standing;
        return new RepLine(text, gives ? does.Add(Cue.Gives) : does, price);
    }

    /// <summary>Of the prices that a line names the rep's own: a new one before those that are known.</summary>
    private static decimal? Own(ImmutableArray<decimal> named, decimal list, decimal? standing, decimal? ask, ImmutableHashSet<Cue> does)
    {
        var own = named.Where(price => price != ask).Select(price => (decimal?)price).ToList();
        if (own.Count > 0) return own.FirstOrDefault(price => price != list && price != standing) ?? own[0];
        var theirs = does.Contains(Cue.Refuses) || does.Contains(Cue.Asks) && !does.Contains(Cue.Trades) && !does.Contains(Cue.Gives);
        return named.IsEmpty || theirs ? null : named[0];
    }
}
