using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>Which of a rep's deals a command is about.</summary>
internal static class Chosen
{
    private const int MostOffered = 6;

    /// <summary>
    /// The deal tapped, named in the words, under way, or the only one, with what was told of it and is not saved yet; and the words that
    /// are left. Null when it cannot be told: the rep has been asked by then.
    /// </summary>
    public static async Task<(Deal Deal, string Words)?> DealAsync(Turn turn, Command command) =>
        await FindAsync(turn, command) is (var deal, var words) ? (turn.AsTold(deal), words) : null;

    private static async Task<(Deal Deal, string Words)?> FindAsync(Turn turn, Command command)
    {
        var words = command["words"] ?? command.Argument;
        if (command["deal"] is { } tapped) return await turn.MyDealAsync(tapped) is { } known ? (known, words) : null;
        var mine = await turn.Store.DealsOfAsync(turn.Person.Id);
        var (named, rest) = Named(mine, words.Trim());
        if (named.Count == 0) named = [.. mine.Where(deal => deal.Id == turn.DealUnderWay)];
        if (named.Count == 0) named = mine;
        if (named is [var one]) return (turn.SpeakOf(one), rest);
        if (named.Count == 0) turn.Notice(NoticeKind.NoSuchDeal);
        else turn.Show(Which(turn, command.Name, named, rest));
        return null;
    }

    /// <summary>Deals whose account or name the words hold, or that the first word is a part of; and the words without it.</summary>
    private static (IReadOnlyList<Deal> Deals, string Left) Named(IReadOnlyList<Deal> mine, string words)
    {
        var first = words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var head, ..] ? head : "";
        foreach (var part in mine.SelectMany(deal => new[] { deal.Account, deal.Name }).Where(name => name.Length > 0).Append(first).Distinct()
            .Where(part => part.Length > 0 && words.Contains(part, StringComparison.OrdinalIgnoreCase)).OrderByDescending(part => part.Length))
        {
            IReadOnlyList<Deal> found = [.. mine.Where(deal => $"{deal.Account} {deal.Name}".Contains(part, StringComparison.OrdinalIgnoreCase))];
            if (found.Count > 0) return (found, words.Replace(part, "", StringComparison.OrdinalIgnoreCase).Trim());
        }
        return ([], words);
    }

    private static Card Which(Turn turn, string verb, IReadOnlyList<Deal> deals, string words) => new(turn.Texts.Language, turn.Texts["coach.which"],
        [new TextBlock(turn.Texts["coach.which"]) { Size = TextSize.Medium, Bold = true, Heading = true }],
        [.. deals.Take(MostOffered).Select(deal => new Execute(Parts.Title(Turn.Ref(deal)), verb, ("deal", deal.Id), ("words", words)))]);
}
