using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>What the buyer says.</summary>
/// <param name="Say">May hold placeholders, <c>{ask}</c> among them.</param>
/// <param name="Ask">What the buyer wants to pay now; null when no price is known.</param>
/// <param name="Over">The play is over.</param>
public sealed record BuyerLine(Words Say, decimal? Ask, bool Over);

/// <summary>
/// A negotiation with the bot as the buyer. Pure: the same lines give the same play. The buyer's numbers come from the deal's ledger:
/// it starts from what was asked last, and moves only when something is offered in return.
/// </summary>
/// <param name="Frame">What the deal is about in money; null plays without numbers.</param>
/// <param name="Ask">What the buyer wants to pay now.</param>
/// <param name="FirstAsk">What the buyer wanted at the opening.</param>
/// <param name="Lines">The rep's lines so far.</param>
/// <param name="Said">What the buyer said so far, the opening first.</param>
public sealed record Play(
    BuyerStyle Style, PriceFrame? Frame, decimal? Ask, decimal? FirstAsk, ImmutableArray<RepLine> Lines, ImmutableArray<Words> Said, bool Over)
{
    /// <summary>A play ends after so many lines at the latest.</summary>
    public const int MostLines = 8;

    private const decimal OpeningShare = 0.8m;
    private const int AgreeAfterTrades = 2;

    /// <summary>The rep's price so far: the last one named, else the list price.</summary>
    public decimal? Standing => Lines.LastOrDefault(line => line.Price is not null)?.Price ?? Frame?.List;

    public static (Play Play, BuyerLine Reply) Begin(RolePlayBook book, Situation deal, Ledger? ledger)
    {
        var style = book.StyleFor(deal);
        var ask = ledger?.TheirPrice ?? (ledger is null ? null : Discount.Cents(ledger.Frame.List * OpeningShare));
        return (new Play(style, ledger?.Frame, ask, ask, [], [style.Opening], false), new BuyerLine(style.Opening, ask, false));
    }

    /// <summary>The play and the buyer's answer after a line of the rep.</summary>
    public (Play Play, BuyerLine Reply) Next(RolePlayBook book, string text)
    {
        var line = RepLine.Read(book, text, Frame?.List, Standing, Ask);
        var after = this with { Lines = Lines.Add(line), Ask = line.Does.Contains(Cue.Trades) && !line.Does.Contains(Cue.Reveals) ? Closer(line) : Ask };
        if (after.Agrees(line)) return after.Says(Style.Accepts, over: true);
        return after.Lines.Length >= MostLines ? after.Says(Fresh([Style.Presses[^1], .. Style.Presses]), over: true) : after.Says(Answer(line), over: false);
    }

    private (Play, BuyerLine) Says(Words words, bool over) => (this with { Said = Said.Add(words), Over = over }, new BuyerLine(words, Ask, over));

    /// <summary>What the line does decides; when it does nothing in particular, the buyer presses on. A question is answered as one, whatever was asked before.</summary>
    private Words Answer(RepLine line) => Leading(line) switch
    {
        null => Fresh(Style.Presses),
        Cue.Asks when Style.On[Cue.Asks].Length > 1 => Fresh(Style.On[Cue.Asks]),
        { } cue => Fresh([.. Style.On[cue], .. Style.Presses]),
    };

    /// <summary>The first that was not said yet, else the one said longest ago: the same is never said twice in a row.</summary>
    private Words Fresh(ImmutableArray<Words> fitting) =>
        fitting.FirstOrDefault(words => !Said.Contains(words)) ?? fitting.MinBy(words => Said.LastIndexOf(words))!;

    /// <summary>What the buyer takes a line for: the heaviest of what it does that there are words for; null for nothing in particular.</summary>
    private Cue? Leading(RepLine line) =>
        Enum.GetValues<Cue>().Where(cue => line.Does.Contains(cue) && Style.On.ContainsKey(cue)).Select(cue => (Cue?)cue).FirstOrDefault();

    /// <summary>For something in return the buyer comes a third of the way up, in figures that people say.</summary>
    private decimal? Closer(RepLine line) =>
        Ask is { } ask && (line.Price ?? Standing) is { } price && price > ask ? Math.Max(ask, Round(ask + (price - ask) / 3)) : Ask;

    /// <summary>Down to five of the third figure: 856,667 is 855,000.</summary>
    private static decimal Round(decimal price)
    {
        var step = 5 * (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)Math.Max(price, 1))) - 2);
        return Discount.Cents(Math.Floor(price / step) * step);
    }

    /// <summary>A summary after two trades, or a price that the buyer asked for.</summary>
    private bool Agrees(RepLine line) =>
        line.Price <= Ask || line.Does.Contains(Cue.SumsUp) && Lines.Count(said => said.Does.Contains(Cue.Trades)) >= AgreeAfterTrades;
}
