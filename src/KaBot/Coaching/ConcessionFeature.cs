using KaBot.Cards;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Values;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>The concession ledger of a deal: by form, or typed after the command ("让步 恒瑞 给 95折").</summary>
public sealed class ConcessionFeature(Coach coach) : IFeature
{
    public string Name => "concession";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, var words)) return;
        var ledger = await coach.Store.LedgerAsync(deal.Id);
        var amount = Amount(deal);
        var (after, remark) = command.Name switch
        {
            CoachVerbs.Frame => Framed(turn, deal, ledger, command),
            CoachVerbs.Undo => Undone(turn, deal, ledger, command["move"]),
            CoachVerbs.Concede => Conceded(turn, deal, ledger ?? Opened(turn, deal, amount), Kind(command["kind"]),
                command["what"] ?? "", command["by"], command["answers"]),
            _ when words.Length > 0 => Typed(turn, deal, ledger ?? Opened(turn, deal, amount), words),
            _ => Wondered(turn, ledger ?? (amount is { Amount: > 0 } known ? Ledger.Open(new PriceFrame(known.Amount, null, null, known.Currency)) : null)),
        };
        var view = new LedgerView(Turn.Ref(deal), after is null ? null : InOffset(after, turn.Now.Offset), amount?.Amount, remark) { Currency = amount?.Currency, Words = Held(turn, command, words) };
        var card = command.Name == CoachVerbs.Prices || remark == turn.Texts["concession.frame.wrong"]
            ? LedgerCard.Prices(turn.Texts, view) : LedgerCard.Of(turn.Texts, view);
        if (command.Tapped && command.Name is not (CoachVerbs.Concession or CoachVerbs.Prices)) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>A move told before there was a list price: it is noted when that is told.</summary>
    private static string Held(Turn turn, Command command, string words) => command.Name switch
    {
        CoachVerbs.Concession => words,
        CoachVerbs.Frame => command["words"] ?? "",
        CoachVerbs.Concede when Kind(command["kind"]) is { } kind => $"{kind} {command["what"]}",
        _ => "",
    };

    /// <summary>"Can I give them 10% off?": the ledger as it stands, and what the price asked about would mean. Nothing is recorded.</summary>
    private static (Ledger?, string?) Wondered(Turn turn, Ledger? ledger) =>
        ledger is not null && turn.Text.Length > 0 && DiscountText.Price(turn.Text, ledger.Frame.List, ledger.OnTable) is { } price
            ? (ledger, LedgerCard.Would(turn.Texts, ledger.Frame, price)) : (ledger, null);

    /// <summary>The days of the moves are the rep's own.</summary>
    private static Ledger InOffset(Ledger ledger, TimeSpan offset) =>
        ledger with { Entries = [.. ledger.Entries.Select(move => move with { At = move.At.ToOffset(offset) })] };

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
        var (list, target, limit) = (SaidAmount.In(command["list"] ?? ""), Price(command["target"]), Price(command["limit"]));
        var currency = list?.Currency ?? before?.Frame.Currency ?? Amount(deal)?.Currency ?? "CNY";
        var frame = (list?.Amount ?? Price(command["list"])) is { } asked ? new PriceFrame(asked, target, limit, currency) : null;
        if (frame is not { Sound: true }) return (before, turn.Texts["concession.frame.wrong"]);
        turn.Changes.Add(new Change.PriceFramed(deal.Id, frame, turn.Now));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, "concession.frame", deal.Id, "", turn.Now));
        var after = before is null ? Ledger.Open(frame) : before with { Frame = frame };
        return command["words"] is { Length: > 0 } held ? Typed(turn, deal, after, held) : (after, null);
    }

    private static decimal? Price(string? words) => string.IsNullOrWhiteSpace(words) ? null : SaidAmount.In(words)?.Amount ?? DiscountText.Read(words).Price;

    /// <summary>"given 95折", "给 培训两天": the first word says what kind of move it is.</summary>
    private static (Ledger?, string?) Typed(Turn turn, Deal deal, Ledger? ledger, string words)
    {
        if (MoveWords.IsUndo(turn.Languages, words)) return Undone(turn, deal, ledger, null);
        var (kind, what) = MoveWords.Read(turn.Languages, words);
        return Conceded(turn, deal, ledger, kind, what, null, null);
    }

    private static (Ledger?, string?) Conceded(Turn turn, Deal deal, Ledger? ledger, ConcessionKind? kind, string what, string? by, string? answers)
    {
        if (ledger is null) return (null, turn.Texts["concession.noprice"]);
        if (kind is not { } known || string.IsNullOrWhiteSpace(what)) return (ledger, turn.Texts["concession.wrong"]);
        var moves = MoveReader.Read(ledger, known, what, by, ledger.Moves.Any(move => move.Id == answers) ? answers : null, turn.Now);
        return (Write(turn, deal, ledger, moves), MoveReader.IsForeign(ledger, what) ? turn.Texts.Say("concession.currency", ("currency", ledger.Frame.Currency)) : null);
    }

    /// <summary>Takes back what was noted last; a button pressed twice takes back once.</summary>
    private static (Ledger?, string?) Undone(Turn turn, Deal deal, Ledger? ledger, string? tapped)
    {
        if (ledger is not { Latest: [_, ..] latest } || tapped is not null && latest.All(move => move.Id != tapped))
            return (ledger, turn.Texts["concession.undo.none"]);
        return (Write(turn, deal, ledger, MoveReader.Undo(ledger, turn.Now)), turn.Texts.Say("concession.undone", ("what", turn.Texts.List(latest.Select(move => move.What)))));
    }

    private static Ledger Write(Turn turn, Deal deal, Ledger ledger, IReadOnlyList<Concession> moves)
    {
        foreach (var move in moves)
        {
            turn.Changes.Add(new Change.ConcessionMade(deal.Id, move));
            turn.Changes.Add(new Change.Audited(turn.Person.Id, "concession." + move.Kind.ToString().ToLowerInvariant(), deal.Id, move.What, turn.Now));
        }
        return ledger.With(moves);
    }

    private static ConcessionKind? Kind(string? text) =>
        Enum.TryParse<ConcessionKind>(text, ignoreCase: true, out var kind) && MoveWords.Told.Contains(kind) ? kind : null;
}
