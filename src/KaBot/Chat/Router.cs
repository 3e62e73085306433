using KaBot.Cards;
using KaBot.CheckIn;
using KaBot.Coaching;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Pipeline;
using KaBot.Turns;
using KaBot.Understanding.Asking;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>
/// Who answers a turn: the feature that a command names; else the deal that the words speak of; else the dialog under way.
/// </summary>
public sealed class Router(IEnumerable<IFeature> features, Listener listener, QuestionReader questions, AccountMap map)
{
    private readonly Dictionary<string, IFeature> _features = features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    public async Task RouteAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        var free = turn.Command is null;
        var next = turn.Command ?? await GuessAsync(turn, cancellationToken);
        if (next is null)
        {
            await dialogs.ContinueDialogAsync(cancellationToken);
            next = turn.Then;
        }
        for (var command = next; command is not null; command = turn.Then)
        {
            turn.Then = null;
            turn.Command = command = await NamedAsync(turn, command);
            if (_features.TryGetValue(command.Name.Split('.')[0], out var feature)) await feature.RunAsync(dialogs, turn, command, cancellationToken);
            else turn.Say(turn.Texts["chat.lost"]);
        }
        // What is said to the buyer of a practice is no news.
        if (free && turn.Command?.Name != CoachVerbs.Offer && dialogs.ActiveDialog?.Id != PlayDialog.DialogId && await OfferAsync(turn, cancellationToken) is { } offer) await _features["people"].RunAsync(dialogs, turn, offer, cancellationToken);
    }

    /// <summary>Somebody said to be for us or against us, whatever else the message told: the map may know. Null where that, or whose they are, cannot be told.</summary>
    private async Task<Command?> OfferAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Text.Length == 0 || PersonNews.Read(map.Book, turn.Text) is null) return null;
        cancellationToken.ThrowIfCancellationRequested();
        var mine = await NamesAsync(turn);
        var meant = DealMentions.In(turn.Text, mine) is { Count: > 0 } named ? named : turn.DealUnderWay is { } running ? [.. mine.Where(deal => deal.Id == running)] : mine;
        return meant is [var one] ? new Command(CoachVerbs.Offer, Data: TapData.From([new("deal", one.Id), new("words", turn.Text)])) : null;
    }

    private static async Task<IReadOnlyList<NamedDeal>> NamesAsync(Turn turn) =>
        [.. (await turn.Store.DealNamesAsync(turn.Person.Id)).Select(deal => new NamedDeal(deal.Id, deal.Account, deal.Name))];

    /// <summary>
    /// What words without a command word ask for; null leaves them to the check-in under way. News of a deal named, or a question about
    /// it, goes to that deal; where it could be of several, the rep is asked.
    /// </summary>
    private async Task<Command?> GuessAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mine = await NamesAsync(turn);
        var named = DealMentions.In(turn.Text, mine);
        if (turn.DealUnderWay is { } running && (named.Count == 0 || named.Any(deal => deal.Id == running))) return null;
        turn.Pending = FactSheet.Of(await listener.HearAsync(turn, asked: null, cancellationToken));
        var meant = named.Count > 0 ? named : mine;
        var question = questions.Read(turn.Text);
        // News told with a question to the coach is kept: the check-in takes it, and the coach answers after.
        var news = question is { ForCoach: true } && turn.Pending.All.Any(fact => !Question.OfTheTalks.Contains(fact.Id));
        var asks = !news && (question is { Kind: not QuestionKind.Fact } || question is not null && turn.Pending.IsEmpty);
        if (asks) turn.Pending = FactSheet.Empty;
        if (asks && question is { OfAll: true } all) return Scene.OfAll(all);
        if (turn.Pending.IsEmpty && !asks && mine.Count > 0 && PersonNews.Read(map.Book, turn.Text) is not null)
            return new Command(CoachVerbs.Offer, Data: TapData.From([new("words", turn.Text), .. meant is [var only] ? new KeyValuePair<string, string>[] { new("deal", only.Id) } : []]));
        if (named.Count == 0 && turn.Pending.IsEmpty && !asks) return new Command("lost");
        if (meant is not [_]) turn.Pending = FactSheet.Of(turn.Pending.All.Select(fact => Unsure(turn, fact)));
        return (meant, asks) switch
        {
            ([], true) => new Command(Verbs.Deals),
            ([], false) => new Command(Verbs.NewDeal),
            ([var one], true) => new Command(CheckInWords.Ask, Data: TapData.From([new("deal", one.Id)])),
            ([var one], false) => Start(one.Id),
            _ => Which(named.Count > 0 ? named[0].Account : null, asks),
        };
    }

    /// <summary>Read differently, and nobody can be asked yet, for it is not clear of which deal: no more than hedged.</summary>
    private static Fact Unsure(Turn turn, Fact fact) =>
        turn.Conflicts.Exists(other => other.Id == fact.Id) ? fact with { Certainty = Certainty.Hedged } : fact;

    private static Command Start(string dealId) => new(Verbs.Start, Data: TapData.From([new("deal", dealId)]));

    private static Command Which(string? query, bool asks)
    {
        List<KeyValuePair<string, string>> data = asks ? [] : [new("which", "1")];
        if (query is not null) data.Add(new("query", query));
        return new Command(Verbs.Deals, Data: TapData.From(data));
    }

    /// <summary>"Check in" with a customer's name: the one deal found, a choice of several, or a new one of that name.</summary>
    private static async Task<Command> NamedAsync(Turn turn, Command command)
    {
        if (command.Name != Verbs.Start || command.Tapped) return command;
        var found = await DealsFeature.FindAsync(turn, command.Argument);
        return found switch
        {
            [var one] => Start(one.Id),
            { Count: > 1 } => new Command(Verbs.Deals, command.Argument),
            _ => new Command(Verbs.NewDeal, command.Argument),
        };
    }
}
