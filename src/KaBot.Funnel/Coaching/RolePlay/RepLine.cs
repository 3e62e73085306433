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
        var does = book.Cues.Where(cue => cue.Value.Any(word => Has(text, word))).Select(cue => cue.Key).ToImmutableHashSet();
        var price = list is { } from ? DiscountText.Price(text, from) : null;
        return new RepLine(text, price < standing ? does.Add(Cue.Gives) : does, price);
    }

    /// <summary>A Chinese cue stands anywhere; an English one as a word of its own.</summary>
    private static bool Has(string text, string cue)
    {
        for (var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!char.IsAsciiLetter(cue[0]) || !Letter(text, at - 1) && !Letter(text, at + cue.Length)) return true;
        return false;
    }

    private static bool Letter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);
}
