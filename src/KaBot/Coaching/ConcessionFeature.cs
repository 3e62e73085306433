using KaBot.Cards;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>The concession ledger of a deal: by form, or typed after the command ("让步 恒瑞 给 95折").</summary>
public sealed class ConcessionFeature(Coach coach) : IFeature
{
    private const int LongestWhat = 120;

    public string Name => "concession";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, var words)) return;
        var ledger = await coach.Store.LedgerAsync(deal.Id);
        var amount = Amount(deal);
        var (after, remark) = command.Name switch
        {
            CoachVerbs.Frame => Framed(turn, deal, ledger, command),
            CoachVerbs.Concede => Conceded(turn, deal, ledger ?? Opened(turn, deal, amount), Kind(command["kind"]),
                command["what"] ?? "", command["by"], command["answers"]),
            _ when words.Length > 0 => Typed(turn, deal, ledger ?? Opened(turn, deal, amount), words),
            _ => Wondered(turn, ledger ?? (amount is { Amount: > 0 } known ? Ledger.Open(new PriceFrame(known.Amount, null, null, known.Currency)) : null)),
        };
        var view = new LedgerView(Turn.Ref(deal), after is null ? null : InOffset(after, turn.Now.Offset), amount?.Amount, remark);
        var card = command.Name == CoachVerbs.Prices || command.Name == CoachVerbs.Frame && remark is not null
            ? LedgerCard.Prices(turn.Texts, view) : LedgerCard.Of(turn.Texts, view);
        if (command.Tapped && command.Name is not (CoachVerbs.Concession or CoachVerbs.Prices)) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>"Can I give them 10% off?": the ledger as it stands, and what the price asked about would mean. Nothing is recorded.</summary>
    private static (Ledger?, string?) Wondered(Turn turn, Ledger? ledger) =>
        ledger is not null && turn.Text.Length > 0 && DiscountText.Price(turn.Text, ledger.Frame.List) is { } price
            ? (ledger, LedgerCard.Would(turn.Texts, ledger.Frame, price)) : (ledger, null);

    /// <summary>The days of the moves are the rep's own.</summary>
    private static Ledger InOffset(Ledger ledger, TimeSpan offset) =>
        ledger with { Moves = [.. ledger.Moves.Select(move => move with { At = move.At.ToOffset(offset) })] };

    /// <summary>What the deal is worth to us, when that is known for sure: the list price until another is told.</summary>
    private static (decimal Amount, string Currency)? Amount(Deal deal) =>
        deal.Latest?.Facts["amount"] is { Certainty: Certainty.Stated, Value: FactValue.Money { } money } && (money.High ?? money.Low) is { } amount
            ? (amount, money.Currency) : null;

    private static Ledger? Opened(Turn turn, Deal deal, (decimal Amount, string Currency)? amount)
    {
        if (amount is not { Amount: > 0 } known) return null;
        var frame = new PriceFrame(known.Amount, null, null, known.Currency);
        turn.Changes.Add(new Change.PriceFramed(deal.Id, frame, turn.Now));
        return Ledger.Open(frame);
    }

    private static (Ledger?, string?) Framed(Turn turn, Deal deal, Ledger? before, Command command)
    {
        var currency = before?.Frame.Currency ?? Amount(deal)?.Currency ?? "CNY";
        var frame = Price(command["list"]) is { } list ? new PriceFrame(list, Price(command["target"]), Price(command["limit"]), currency) : null;
        if (frame is not { Sound: true }) return (before, turn.Texts["concession.frame.wrong"]);
        turn.Changes.Add(new Change.PriceFramed(deal.Id, frame, turn.Now));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "concession.frame", deal.Id, "", turn.Now));
        return (before is null ? Ledger.Open(frame) : before with { Frame = frame }, null);
    }

    private static decimal? Price(string? words) => string.IsNullOrWhiteSpace(words) ? null : DiscountText.Read(words).Price;

    /// <summary>"given 95折", "给 培训两天": the first word says what kind of move it is.</summary>
    private static (Ledger?, string?) Typed(Turn turn, Deal deal, Ledger? ledger, string words)
    {
        var parts = words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return Conceded(turn, deal, ledger, MoveWords.Kind(turn.Languages, parts[0]), parts.Length > 1 ? parts[1] : "", null, null);
    }

    private static (Ledger?, string?) Conceded(Turn turn, Deal deal, Ledger? ledger, ConcessionKind? kind, string what, string? by, string? answers)
    {
        if (ledger is null) return (null, turn.Texts["concession.noprice"]);
        if (kind is not { } known || string.IsNullOrWhiteSpace(what)) return (ledger, turn.Texts["concession.wrong"]);
        var move = new Concession(Ids.New(turn.Now), known, Parts.Clip(what, LongestWhat),
            known == ConcessionKind.Got ? null : DiscountText.Price(what, ledger.Frame.List),
            string.IsNullOrWhiteSpace(by) ? null : Parts.Clip(by, LongestWhat), turn.Now, ledger.Moves.Any(known => known.Id == answers) ? answers : null);
        turn.Changes.Add(new Change.ConcessionMade(deal.Id, move));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "concession." + known.ToString().ToLowerInvariant(), deal.Id, move.What, turn.Now));
        return (ledger.With(move), null);
    }

    private static ConcessionKind? Kind(string? text) =>
        Enum.TryParse<ConcessionKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
