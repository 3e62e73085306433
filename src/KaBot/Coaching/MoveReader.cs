using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Storage;
using KaBot.Understanding.Values;

namespace KaBot.Coaching;

/// <summary>From words to the moves that they tell: one, or both sides of a trade. Pure.</summary>
internal static class MoveReader
{
    private const int LongestWhat = 120;

    /// <param name="by">Who moved, or nothing.</param>
    /// <param name="answers">Id of the move that is paid for, or null.</param>
    public static ImmutableArray<Concession> Read(Ledger ledger, ConcessionKind kind, string what, string? by, string? answers, DateTimeOffset now)
    {
        var (first, second) = kind == ConcessionKind.Asked ? (what, null) : TradeText.Split(what);
        if (kind == ConcessionKind.Got)
        {
            var known = answers ?? (second is null ? null : Gift(ledger, second)?.Id);
            if (known is not null || second is null) return [Move(kind, second is null ? what : first, known, 0)];
            var given = Move(ConcessionKind.Given, second, null, 0);
            return [given, Move(kind, first, given.Id, 1)];
        }
        // What is offered for something is not agreed: it stays one move, its condition in its words.
        if (kind == ConcessionKind.Offered || second is null) return [Move(kind, what, null, 0) with { Price = Price(ledger, first) }];
        var gift = Move(kind, first, null, 0);
        return [gift, Move(ConcessionKind.Got, second, gift.Id, 1)];

        // The second of two comes behind the first by its id, too.
        Concession Move(ConcessionKind of, string words, string? answered, int place) => new(Ids.New(now.AddMilliseconds(place)), of, Parts.Clip(words, LongestWhat),
            of == ConcessionKind.Got ? null : Price(ledger, words), string.IsNullOrWhiteSpace(by) ? null : Parts.Clip(by, LongestWhat), now, answered);
    }

    /// <summary>What was noted last is taken back.</summary>
    public static ImmutableArray<Concession> Undo(Ledger ledger, DateTimeOffset now) => [.. ledger.Latest.Select((move, place) =>
        new Concession(Ids.New(now.AddMilliseconds(place)), ConcessionKind.Withdrawn, move.What, null, null, now, move.Id))];

    /// <summary>Whether the words name an amount in another currency than the deal's: it is kept in words, and not reckoned with.</summary>
    public static bool IsForeign(Ledger ledger, string what) => SaidAmount.Currency(what) is { } named && named != ledger.Frame.Currency;

    private static decimal? Price(Ledger ledger, string words) => IsForeign(ledger, words) ? null : DiscountText.Price(words, ledger.Frame.List, ledger.OnTable);

    /// <summary>The debt that the words name.</summary>
    private static Concession? Gift(Ledger ledger, string words) => ledger.Gifts.LastOrDefault(gift =>
        gift.What.Contains(words, StringComparison.OrdinalIgnoreCase) || words.Contains(gift.What, StringComparison.OrdinalIgnoreCase)
        || gift.Price is not null && gift.Price == DiscountText.Price(words, ledger.Frame.List));
}
