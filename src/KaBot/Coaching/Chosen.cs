using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>Which of a rep's deals a command is about.</summary>
internal static class Chosen
{
    private const int MostOffered = 6;

    /// <summary>A name is said in so many characters at least.</summary>
    private const int ShortForm = 2;

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

    /// <summary>Deals whose account or name the words hold, or of which the words begin with a part; and the words without it.</summary>
    private static (IReadOnlyList<Deal> Deals, string Left) Named(IReadOnlyList<Deal> mine, string words)
    {
        foreach (var part in mine.SelectMany(deal => new[] { deal.Account, deal.Name }).Distinct()
            .Where(part => part.Length > 0 && words.Contains(part, StringComparison.OrdinalIgnoreCase)).OrderByDescending(part => part.Length).Concat(Beginnings(words)))
        {
            IReadOnlyList<Deal> found = [.. mine.Where(deal => $"{deal.Account} {deal.Name}".Contains(part, StringComparison.OrdinalIgnoreCase))];
            if (found.Count > 0) return (found, words.Remove(words.IndexOf(part, StringComparison.OrdinalIgnoreCase), part.Length).Trim());
        }
        return ([], words);
    }

    /// <summary>What the words begin with, the longest first: "Dairy Farm given 3%" begins with Dairy Farm, "天成给95折" with 天成.</summary>
    private static IEnumerable<string> Beginnings(string words) => Enumerable.Range(0, Math.Max(0, words.Length - ShortForm + 1)).Select(cut => words[..^cut])
        .Where(part => !char.IsWhiteSpace(part[^1]) && (part.Length == words.Length || !InWord(part[^1]) || !InWord(words[part.Length])));

    private static bool InWord(char c) => char.IsAsciiLetterOrDigit(c);

    private static Card Which(Turn turn, string verb, IReadOnlyList<Deal> deals, string words) => new(turn.Texts.Language, turn.Texts["coach.which"],
        [new TextBlock(turn.Texts["coach.which"]) { Size = TextSize.Medium, Bold = true, Heading = true }],
        [.. deals.Take(MostOffered).Select(deal => new Execute(Parts.Title(Turn.Ref(deal)), verb, ("deal", deal.Id), ("words", words)))]);
}
