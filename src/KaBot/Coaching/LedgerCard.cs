using System.Globalization;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>What was asked, offered, given and got; where the price stands; what to mind; and the forms to go on.</summary>
public static class LedgerCard
{
    private const int MostMoves = 12;

    public static Card Of(Texts texts, LedgerView view)
    {
        if (view.Ledger is not { } ledger) return Prices(texts, view with { Remark = view.Remark ?? texts["concession.noprice"] });
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["concession.title"])];
        if (view.Remark is { } remark) body.Add(CoachParts.Remark(remark));
        body.Add(new FactSet([.. Figures(texts, ledger)]));
        body.AddRange(LedgerWarning.On(ledger).TakeLast(MostMoves).Select(warning => Warning(texts, warning)));
        if (ledger.Moves.Length > 0) body.Add(CoachParts.Heading(texts["concession.moves"]));
        body.AddRange(ledger.Moves.TakeLast(MostMoves).Select(move => Move(texts, ledger.Frame, move)));
        body.AddRange(MoveForm(texts, ledger));
        List<CardAction> undo = ledger.Latest is [.., var last] ? [new Execute(texts["concession.undo"], CoachVerbs.Undo, ("deal", view.Deal.Id), ("move", last.Id))] : [];
        return new Card(texts.Language,
            texts.Say("concession.summary", ("deal", Parts.Title(view.Deal)), ("price", Money(texts, ledger.Frame, ledger.Price))), body,
        [
            new Execute(texts["concession.save"], CoachVerbs.Concede, ("deal", view.Deal.Id)) { WithInputs = true, Positive = true },
            new Execute(texts["concession.frame"], CoachVerbs.Prices, ("deal", view.Deal.Id)),
            .. undo,
            new Execute(texts["coach.negotiate"], CoachVerbs.Negotiate, ("deal", view.Deal.Id)),
        ]);
    }

    /// <summary>The form of what the deal is about in money.</summary>
    public static Card Prices(Texts texts, LedgerView view)
    {
        var frame = view.Ledger?.Frame;
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["concession.frame"])];
        if (view.Remark is { } remark) body.Add(CoachParts.Remark(remark));
        var currency = frame?.Currency ?? view.Currency;
        body.Add(Amount("list", texts["concession.list"], frame?.List ?? view.Amount, currency));
        body.Add(Amount("target", texts["concession.target"], frame?.Target, currency));
        body.Add(Amount("limit", texts["concession.limit"], frame?.WalkAway, currency));
        return new Card(texts.Language, texts["concession.frame"], body,
            [new Execute(texts["concession.frame.save"], CoachVerbs.Frame, [("deal", view.Deal.Id), .. view.Words.Length > 0 ? new[] { ("words", view.Words) } : []]) { WithInputs = true, Positive = true }]);
    }

    private static IEnumerable<(string, string)> Figures(Texts texts, Ledger ledger)
    {
        yield return (texts["concession.price"], Share(texts, ledger.Frame, ledger.Price));
        if (ledger.OnTable != ledger.Price) yield return (texts["concession.ontable"], Share(texts, ledger.Frame, ledger.OnTable));
        if (ledger.TheirPrice is { } theirs) yield return (texts["concession.theirs"], Share(texts, ledger.Frame, theirs));
        yield return (texts["concession.list"], Money(texts, ledger.Frame, ledger.Frame.List));
        if (ledger.Frame.Target is { } target) yield return (texts["concession.target"], Share(texts, ledger.Frame, target));
        if (ledger.Frame.WalkAway is { } limit) yield return (texts["concession.limit"], Share(texts, ledger.Frame, limit));
        if (ledger.OverTarget is { } over and not 0)
            yield return (texts[over > 0 ? "concession.over" : "concession.under"], Money(texts, ledger.Frame, Math.Abs(over)));
        if (ledger.Room is { } room) yield return (texts[room < 0 ? "concession.broken" : "concession.room"], Money(texts, ledger.Frame, Math.Abs(room)));
    }

    private static RichText Warning(Texts texts, LedgerWarning warning) => new(new Run(texts.Say(warning.Alarm switch
    {
        LedgerAlarm.GiftWithoutReturn => "concession.gift",
        LedgerAlarm.BelowTarget => "concession.belowtarget",
        LedgerAlarm.NearWalkAway => "concession.nearlimit",
        LedgerAlarm.PastWalkAway => "concession.pastlimit",
        _ => "concession.growing",
    }, ("what", warning.Move.What)))
    {
        Color = warning.Alarm is LedgerAlarm.BelowTarget or LedgerAlarm.GrowingSteps ? TextColor.Warning : TextColor.Attention, Size = TextSize.Small,
    }) { Spacing = Spacing.Small };

    private static RichText Move(Texts texts, PriceFrame frame, Concession move)
    {
        List<Run> runs = [new Run(MoveWords.Name(texts, move.Kind) + "  ") { Bold = true, Size = TextSize.Small }, new Run(move.What)];
        if (move.Price is { } price) runs.Add(new Run("  " + Share(texts, frame, price)) { Size = TextSize.Small });
        var day = Days.Short(texts, DateOnly.FromDateTime(move.At.DateTime));
        runs.Add(new Run("  " + (move.By is { } by ? by + " · " + day : day)) { Size = TextSize.Small, Subtle = true });
        return new RichText(runs) { Spacing = Spacing.Small };
    }

    private static IEnumerable<Element> MoveForm(Texts texts, Ledger ledger)
    {
        yield return CoachParts.Heading(texts["concession.add"]);
        yield return new ChoiceInput("kind", texts["concession.kind"],
            [.. MoveWords.Told.Select(kind => (MoveWords.Name(texts, kind), kind.ToString()))]) { Value = "Given" };
        yield return new TextInput("what", texts["concession.what"]) { Placeholder = texts["concession.what.hint"], MaxLength = 120 };
        yield return new TextInput("by", texts["concession.by"]) { MaxLength = 60 };
        if (!ledger.Gifts.IsEmpty)
            yield return new ChoiceInput("answers", texts["concession.answers"], [.. ledger.Gifts.TakeLast(MostMoves).Select(gift => (gift.What, gift.Id))]);
    }

    /// <summary>What a price would mean, before it is spoken.</summary>
    public static string Would(Texts texts, PriceFrame frame, decimal price) => texts.Say(LedgerWarning.OfPrice(frame, price) switch
    {
        LedgerAlarm.PastWalkAway => "concession.would.past",
        LedgerAlarm.NearWalkAway => "concession.would.near",
        LedgerAlarm.BelowTarget => "concession.would.below",
        _ => frame.WalkAway is null ? "concession.would.unframed" : "concession.would.fine",
    }, ("price", Share(texts, frame, price)), ("room", Money(texts, frame, Math.Max(0, price - (frame.WalkAway ?? price)))));

    /// <summary>A field for money; one not in yuan tells its currency.</summary>
    private static TextInput Amount(string name, string label, decimal? value, string? currency) => new(name, label)
    {
        Value = value is null ? null : (currency is null or "CNY" ? "" : currency + " ") + value.Value.ToString("0.##", CultureInfo.InvariantCulture), MaxLength = 20,
    };

    private static string Money(Texts texts, PriceFrame frame, decimal amount) => Values.Money(texts, new FactValue.Money(amount, amount, frame.Currency));

    /// <summary>A price, and what it is of the list price.</summary>
    private static string Share(Texts texts, PriceFrame frame, decimal price)
    {
        var (tenths, percent, _) = Discount.Of(frame.List, price);
        // Chinese speaks of the tenths that are paid, English of the percent that is taken off; nobody says 9.12折.
        var n = texts.Chinese ? Math.Round(tenths.Paid, 1, MidpointRounding.AwayFromZero) : Math.Round(percent.Off, 2, MidpointRounding.AwayFromZero);
        return n == (texts.Chinese ? 10 : 0) ? Money(texts, frame, price)
            : texts.Say("concession.share", ("price", Money(texts, frame, price)), ("n", n.ToString("0.##", CultureInfo.InvariantCulture)));
    }
}
