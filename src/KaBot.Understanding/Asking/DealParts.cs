using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>Part of a message, and whom it is about.</summary>
/// <param name="Text">The words, as written.</param>
/// <param name="Deals">The deal named; several where the words fit more than one; none: the deal under way.</param>
public sealed record DealPart(string Text, IReadOnlyList<NamedDeal> Deals)
{
    /// <summary>Names of the deals in the words, so that they can be left out.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether the words say anything beside the customer's name and the deal's.</summary>
    public bool SaysMore => Linking.Bare(Deals.Where(deal => deal.Name.Length > 0).Aggregate(Without(""), (text, deal) => text.Replace(deal.Name, "", StringComparison.OrdinalIgnoreCase))).Length > 0;

    /// <summary>
    /// The same words without the name, and with another word for the customer: a reader who does not know the name may miss by it what is said.
    /// </summary>
    public IReadOnlyList<string> Wordings => Names.Count == 0 ? [] : [Without(""), Without(Chars.AnyHan(Text) ? "他们" : "they")];

    private string Without(string instead) =>
        Names.OrderByDescending(name => name.Length).Aggregate(Text, (text, name) => text.Replace(name, instead, StringComparison.Ordinal)).Trim();
}

/// <summary>
/// Splits a message where it turns to another deal: 天成中标了，永丰还在比价 is about two. What stands before the first name is about the deal
/// under way; with none, it leads up to the deal named. Pure.
/// </summary>
public static class DealParts
{
    /// <summary>The parts, one a deal, in the order of the words; one for a message that names no deal or always the same.</summary>
    /// <param name="underWay">The deal under way, or null; what is told of it is in a part without deals.</param>
    public static IReadOnlyList<DealPart> Of(string message, IReadOnlyList<DealMention> mentions, string? underWay)
    {
        if (mentions.Count == 0) return [new DealPart(message, [])];
        mentions = [.. mentions.Select(one => one.Deals.Any(deal => deal.Id == underWay) ? one with { Deals = [] } : one)];
        var (turns, shared) = Turns(Normalizer.Of(message), mentions, underWay is not null);
        var parts = turns.Select((turn, i) => Part(message, turn.Start, i + 1 < turns.Count ? turns[i + 1].Start : message.Length, turn.Deals, mentions));
        return Together(parts.SelectMany(part => shared.Where(one => Same(one.With, part.Deals)).Select(one => part with { Deals = one.Also }).Prepend(part)));
    }

    private static (List<Turn> Turns, List<Shared> Shared) Turns(string text, IReadOnlyList<DealMention> mentions, bool underWay)
    {
        var (turns, shared) = (new List<Turn>(), new List<Shared>());
        // A clause that leads up to the first name is of it: "昨天去了永丰".
        var first = Linking.Turn(text, 0, mentions[0].Start, opening: true);
        if (underWay && first > 0) turns.Add(new Turn(0, []));
        turns.Add(new Turn(underWay ? first : 0, mentions[0].Deals));
        foreach (var (before, now) in mentions.Zip(mentions.Skip(1)))
        {
            var between = text.AsSpan(before.End, now.Start - before.End);
            if (Same(now.Deals, turns[^1].Deals) || Linking.Compares(between)) continue;
            if (Linking.Joins(between)) shared.Add(new Shared(turns[^1].Deals, now.Deals));
            else turns.Add(new Turn(Linking.Turn(text, before.End, now.Start), now.Deals));
        }
        return (turns, shared);
    }

    private static DealPart Part(string message, int start, int end, IReadOnlyList<NamedDeal> deals, IReadOnlyList<DealMention> mentions) =>
        new(message[start..end].Trim().Trim('，', ',', '；', ';', '、'), deals)
        {
            Names = [.. mentions.Where(one => one.Start >= start && one.End <= end).Select(one => message.Substring(one.Start, one.Length)).Distinct()],
        };

    /// <summary>Of one deal all that is told, in one part; what merely links is left out.</summary>
    private static List<DealPart> Together(IEnumerable<DealPart> parts)
    {
        var found = new List<DealPart>();
        foreach (var part in parts.Where(part => part.Names.Count > 0 || Linking.Bare(part.Text).Length > 0))
        {
            var known = found.FindIndex(one => Same(one.Deals, part.Deals));
            if (known < 0) found.Add(part);
            else found[known] = found[known] with { Text = found[known].Text + "\n" + part.Text, Names = [.. found[known].Names.Union(part.Names)] };
        }
        return found;
    }

    private static bool Same(IReadOnlyList<NamedDeal> one, IReadOnlyList<NamedDeal> other) => one.Select(deal => deal.Id).SequenceEqual(other.Select(deal => deal.Id));

    /// <summary>From here on the message is about these.</summary>
    private sealed record Turn(int Start, IReadOnlyList<NamedDeal> Deals);

    /// <summary>What is said of the ones is said of the others too.</summary>
    private sealed record Shared(IReadOnlyList<NamedDeal> With, IReadOnlyList<NamedDeal> Also);
}
