using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Concessions;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>A rep's line and what it does.</summary>
/// <param name="Price">The price that it names, or null.</param>
public sealed record RepLine(string Text, ImmutableHashSet<Cue> Does, decimal? Price)
{
    /// <param name="list">The list price, from which discounts are reckoned; null reads no price.</param>
    /// <param name="standing">The rep's price so far: a lower one gives.</param>
    public static RepLine Read(RolePlayBook book, string text, decimal? list, decimal? standing)
    {
        var does = book.Cues.Where(cue => cue.Value.Any(word => Cued.Has(text, word))).Select(cue => cue.Key).ToImmutableHashSet();
        var price = list is { } from ? DiscountText.Price(text, from) : null;
        return new RepLine(text, price < standing ? does.Add(Cue.Gives) : does, price);
    }
}
