using KaBot.Cards;
using KaBot.CheckIn;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.Chat;

/// <summary>
/// What words without a command word ask for. News of a deal named, or a question about it, goes to that deal, or to the one spoken of last
/// where they say "this deal"; where it could be of several, the rep is asked.
/// </summary>
public sealed class Guess(Listener listener, QuestionReader questions, RemarkReader remarks, AccountMap map)
{
    /// <summary>Small talk; what to say to it is the argument.</summary>
    public const string Chat = "chat";

    /// <summary>The command that these words of the turn give. News that they tell is in <see cref="Turn.Pending"/> then.</summary>
    public async Task<Command> OfAsync(Turn turn, DealPart part, IReadOnlyList<NamedDeal> mine, CancellationToken cancellationToken)
    {
        turn.Pending = FactSheet.Of(await listener.NewsAsync(turn, asked: null, cancellationToken));
        var named = part.Deals.Count > 0 ? part.Deals : Spoken(turn, mine);
        var meant = named.Count > 0 ? named : mine;
        var question = questions.Read(turn.Text);
        // News told with a question to the coach is kept: the check-in takes it, and the coach answers after.
        var news = question is { ForCoach: true } && turn.Pending.All.Any(fact => !Question.OfTheTalks.Contains(fact.Id));
        var asks = !news && (question is { Kind: not QuestionKind.Fact } || question is not null && turn.Pending.IsEmpty);
        if (asks && question is { OfAll: true } all) return Scene.OfAll(all);
        // To take a fact back is to begin with that deal, and not to tell the fact once more.
        var mends = remarks.Strikes(turn.Text) || remarks.EditOf(turn.Text) is { } fact && questions.Names.Named(fact) is not null;
        if (asks || mends) turn.Pending = FactSheet.Empty;
        if (turn.Pending.IsEmpty && !asks && !mends && mine.Count > 0 && PersonNews.Read(map.Book, turn.Text) is not null)
            return new Command(CoachVerbs.Offer, Data: TapData.From([new("words", turn.Text), .. meant is [var only] ? new KeyValuePair<string, string>[] { new("deal", only.Id) } : []]));
        if (named.Count == 0 && turn.Pending.IsEmpty && !asks && !mends) return Lost(turn);
        if (meant is not [_]) turn.Pending = FactSheet.Of(turn.Pending.All.Select(fact => Unsure(turn, fact)));
        var unheard = turn.Pending.IsEmpty && !asks && part.SaysMore ? part.Text : null;
        return (meant, asks) switch
        {
            ([], true) => new Command(Verbs.Deals),
            ([], false) => new Command(Verbs.NewDeal),
            ([var one], true) => new Command(CheckInWords.Ask, Data: TapData.From([new("deal", one.Id)])),
            ([var one], false) => Start(one.Id, unheard),
            _ => Which(Query(part, named), news: !turn.Pending.IsEmpty, unheard),
        };
    }

    /// <param name="unheard">Words of which nothing was understood, to be said back; or null.</param>
    public static Command Start(string dealId, string? unheard = null) => Of(Verbs.Start, ("deal", dealId), ("unheard", unheard));

    private Command Lost(Turn turn) => remarks.Reply(turn.Text) is { } reply ? new Command(Chat, turn.Texts.Say(reply)) : new Command("lost");

    private IReadOnlyList<NamedDeal> Spoken(Turn turn, IReadOnlyList<NamedDeal> mine) =>
        questions.OfThisDeal(turn.Text) ? [.. mine.Where(deal => deal.Id == turn.Spoken)] : [];

    /// <summary>Read differently, and nobody can be asked yet, for it is not clear of which deal: no more than hedged.</summary>
    private static Fact Unsure(Turn turn, Fact fact) =>
        turn.Conflicts.Exists(other => other.Id == fact.Id) ? fact with { Certainty = Certainty.Hedged } : fact;

    /// <summary>What finds the deals that the words fit: their customer, or the words themselves where they fit several customers.</summary>
    private static string? Query(DealPart part, IReadOnlyList<NamedDeal> named) => named.Count == 0 ? null
        : named.All(deal => deal.Account == named[0].Account) ? named[0].Account : part.Names.FirstOrDefault();

    /// <summary>The deals to choose from; where news waits for it, with the promise to put it there.</summary>
    private static Command Which(string? query, bool news, string? unheard) => Of(Verbs.Deals, ("which", news ? "1" : null), ("query", query), ("unheard", unheard));

    private static Command Of(string verb, params (string Name, string? Value)[] data) =>
        new(verb, Data: TapData.From(data.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!))));
}
