using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>A deal by its names.</summary>
public sealed record NamedDeal(string Id, string Account, string Name);

/// <summary>Where a message names one of a rep's deals, or words that fit several.</summary>
public sealed record DealMention(int Start, int Length, IReadOnlyList<NamedDeal> Deals)
{
    public int End => Start + Length;
}

/// <summary>
/// Which of a rep's deals a message names: by the customer's name, whole or in a short form (see <see cref="FirmNames"/>), or by the deal's
/// own name. Pure.
/// </summary>
public static class DealMentions
{
    private const int ShortForm = 2;

    /// <summary>All deals that are named; several also where words fit more than one.</summary>
    public static IReadOnlyList<NamedDeal> In(string message, IReadOnlyList<NamedDeal> deals) =>
        [.. Find(message, deals).SelectMany(mention => mention.Deals).Distinct()];

    /// <summary>Where deals are named, in the order of the words. What a deal is called tells one customer's deals apart, or names one by itself.</summary>
    /// <param name="underWay">The deal spoken of, or null: with one, a deal's own name (ERP 升级) leads no further than to its customer's other deals.</param>
    public static IReadOnlyList<DealMention> Find(string message, IReadOnlyList<NamedDeal> deals, NamedDeal? underWay = null)
    {
        var text = Normalizer.Of(message);
        var accounts = Apart(deals.SelectMany(deal => FirmNames.Of(deal.Account).SelectMany(way => Places(message, text, way, deal))));
        var names = Apart(deals.Where(deal => underWay is null || deal.Account == underWay.Account)
            .SelectMany(deal => Places(message, text, new Way(Normalizer.Of(deal.Name).Trim()), deal, ofCustomer: false)));
        return accounts.Count == 0 ? names : [.. accounts.Select(mention => Narrowed(mention, names))];
    }

    /// <summary>The mentions without those that stand in the longer name of a rival: 永丰软件 is not the customer 绵阳永丰化工.</summary>
    public static IReadOnlyList<DealMention> WithoutRivals(string message, IReadOnlyList<DealMention> mentions, IReadOnlyList<string> rivals) =>
        [.. mentions.Where(mention => !rivals.Any(rival => rival.Length > mention.Length && mention.Deals.All(deal => !deal.Account.Contains(rival, StringComparison.OrdinalIgnoreCase))
            && Covers(message, rival, mention)))];

    private static bool Covers(string message, string words, DealMention mention)
    {
        var inside = words.IndexOf(message.Substring(mention.Start, mention.Length), StringComparison.OrdinalIgnoreCase);
        return inside >= 0 && mention.Start >= inside && string.CompareOrdinal(message, mention.Start - inside, words, 0, words.Length) == 0;
    }

    /// <summary>The ways in which a customer is named, in the spelling of <see cref="Normalizer"/>.</summary>
    internal static IEnumerable<string> Ways(string account) => FirmNames.Of(account).Select(way => way.Words);

    private static DealMention Narrowed(DealMention customer, IReadOnlyList<DealMention> names)
    {
        var meant = customer.Deals.Where(deal => names.Any(name => name.Deals.Contains(deal))).ToList();
        return meant.Count == 0 ? customer : customer with { Deals = meant };
    }

    /// <summary>The longest of overlapping mentions; of the same words those of all their deals.</summary>
    private static List<DealMention> Apart(IEnumerable<(int Start, int Length, NamedDeal Deal)> found)
    {
        var kept = new List<DealMention>();
        foreach (var words in found.GroupBy(one => (one.Start, one.Length)).OrderByDescending(words => words.Key.Length).ThenBy(words => words.Key.Start))
            if (!kept.Exists(one => one.Start < words.Key.Start + words.Key.Length && words.Key.Start < one.End))
                kept.Add(new DealMention(words.Key.Start, words.Key.Length, [.. words.Select(one => one.Deal).Distinct()]));
        return [.. kept.OrderBy(mention => mention.Start)];
    }

    private static IEnumerable<(int, int, NamedDeal)> Places(string message, string text, Way way, NamedDeal deal, bool ofCustomer = true)
    {
        if (way.Words.Length < ShortForm) yield break;
        for (var at = text.IndexOf(way.Words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(way.Words, at + 1, StringComparison.Ordinal))
            if (Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + way.Words.Length) && (!way.Capital || char.IsUpper(message[at]))
                && (!ofCustomer || !OtherName.Is(text, at, way.Words.Length, deal.Account))) yield return (at, way.Words.Length, deal);
    }
}
