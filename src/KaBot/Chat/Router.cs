using KaBot.Cards;
using KaBot.CheckIn;
using KaBot.Coaching;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Pipeline;
using KaBot.Quiz;
using KaBot.Turns;
using KaBot.Understanding.Asking;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>
/// Who answers a turn: the feature that a command names; else the deal that the words speak of; else the dialog under way. Words about
/// several deals are parted, and each part goes to its own.
/// </summary>
public sealed class Router(IEnumerable<IFeature> features, Guess guess, CheckInDialog checkIn, AccountMap map, PracticeSession practice)
{
    private readonly Dictionary<string, IFeature> _features = features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    public async Task RouteAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        turn.Unsaved = deal => checkIn.Unsaved(dialogs, deal);
        turn.Command = await InPracticeAsync(turn) ?? turn.Command;
        var free = turn.Command is null;
        if (turn.Command is { } given) turn.Command = await NamedAsync(turn, given);
        if (turn.Command is { } command) await RunAsync(dialogs, turn, command, cancellationToken);
        else await HearAsync(dialogs, turn, cancellationToken);
        // What is said to the buyer of a practice is no news.
        if (free && turn.Command?.Name != CoachVerbs.Offer && dialogs.ActiveDialog?.Id != PlayDialog.DialogId && await OfferAsync(turn) is { } offer) await RunAsync(dialogs, turn, offer, cancellationToken);
    }

    /// <summary>Somebody said to be for us or against us, whatever else the message told: the map may know. Null where that, or whose they are, cannot be told.</summary>
    private async Task<Command?> OfferAsync(Turn turn)
    {
        if (turn.Text.Length == 0 || PersonNews.Read(map.Book, turn.Text) is null) return null;
        var mine = await MineAsync(turn);
        var meant = DealMentions.In(turn.Text, mine) is { Count: > 0 } named ? named : turn.DealUnderWay is { } running ? [.. mine.Where(deal => deal.Id == running)] : mine;
        return meant is [var one] ? new Command(CoachVerbs.Offer, Data: TapData.From([new("deal", one.Id), new("words", turn.Text)])) : null;
    }

    private async Task HearAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        var (mine, waiting) = (await MineAsync(turn), turn.Pending);
        turn.Pending = FactSheet.Empty;
        if (dialogs.ActiveDialog is { Id: PlayDialog.DialogId })
        {
            // To the buyer one may say anything, of other customers too.
            await GoOnAsync(dialogs, turn, cancellationToken);
            return;
        }
        if (!waiting.IsEmpty && Picked(turn, mine) is { } picked)
        {
            turn.Pending = waiting;
            await RunAsync(dialogs, turn, Guess.Start(picked.Id), cancellationToken);
            return;
        }
        var underWay = mine.FirstOrDefault(deal => deal.Id == turn.DealUnderWay);
        var mentions = DealMentions.Find(turn.Text, mine, underWay);
        if (mentions.Count > 0) mentions = DealMentions.WithoutRivals(turn.Text, mentions, turn.Names(turn.Text));
        if (Moved(dialogs, turn, mentions) is { } moved)
        {
            await RunAsync(dialogs, turn, moved, cancellationToken);
            return;
        }
        var parts = DealParts.Of(turn.Text, mentions, turn.DealUnderWay);
        // A quiz is not for the news of several deals: whatever names its own is said in it.
        if (parts.Count > 1 && dialogs.ActiveDialog is { Id: not CheckInDialog.DialogId })
            parts = [parts.FirstOrDefault(part => part.Deals.Count == 0) is { } own ? own with { Text = turn.Text } : parts[0] with { Text = turn.Text }];
        if (parts is [var only]) await OneAsync(dialogs, turn, only, mine, cancellationToken);
        else await SeveralAsync(dialogs, turn, parts, mine, cancellationToken);
    }

    /// <summary>The one deal that the words name and nothing more, for the news that waits for a deal; or null.</summary>
    private static NamedDeal? Picked(Turn turn, IReadOnlyList<NamedDeal> mine)
    {
        var mentions = DealMentions.Find(turn.Text, mine);
        return DealParts.Of(turn.Text, mentions, underWay: null) is [{ SaysMore: false, Deals: [var one] }] ? one : null;
    }

    /// <summary>What was told last, where the words say that it belongs to another deal.</summary>
    private Command? Moved(DialogContext dialogs, Turn turn, IReadOnlyList<DealMention> mentions)
    {
        if (dialogs.ActiveDialog is not { Id: CheckInDialog.DialogId } active || checkIn.Read(active).ToldLast.IsEmpty
            || Misplaced.In(turn.Text, mentions, turn.DealUnderWay!) is not { } misplaced) return null;
        turn.Text = misplaced.Rest;
        return new Command(CheckInWords.Move, Data: TapData.From([new("deal", misplaced.To.Id)]));
    }

    private async Task OneAsync(DialogContext dialogs, Turn turn, DealPart part, IReadOnlyList<NamedDeal> mine, CancellationToken cancellationToken)
    {
        (turn.Text, turn.Wordings) = (part.Text, part.Wordings);
        if (turn.DealUnderWay is { } own && part.Deals.Count == 0)
        {
            if (part.Names.Count == 0 || part.SaysMore) await GoOnAsync(dialogs, turn, cancellationToken);
            else await RunAsync(dialogs, turn, Guess.Start(own), cancellationToken);
            return;
        }
        var command = await guess.OfAsync(turn, part, mine, cancellationToken);
        if (command.Name == Verbs.Deals && command["unheard"] is { } words) turn.Say(turn.Texts.Say("checkin.unheard", ("words", Parts.Clip(words, Parts.Echo))));
        await RunAsync(dialogs, turn, command, cancellationToken);
    }

    /// <summary>
    /// Each part to its deal: what is told of others is kept by the way, and the check-in goes on that is under way or else the one of the deal
    /// named last. A part of which nothing is understood is said back.
    /// </summary>
    private async Task SeveralAsync(DialogContext dialogs, Turn turn, IReadOnlyList<DealPart> parts, IReadOnlyList<NamedDeal> mine, CancellationToken cancellationToken)
    {
        var own = parts.FirstOrDefault(part => part.Deals.Count == 0 && turn.DealUnderWay is not null);
        List<(Command Command, FactSheet Told)> news = [];
        foreach (var part in parts.Where(part => part != own))
        {
            (turn.Text, turn.Wordings) = (part.Text, part.Wordings);
            var command = await guess.OfAsync(turn, part, mine, cancellationToken);
            if (!turn.Pending.IsEmpty) news.Add((command, turn.Pending));
            else if (command["unheard"] is not null) turn.Say(turn.Texts.Say("checkin.unheard.of", ("deal", part.Deals[0].Account), ("words", Parts.Clip(part.Text, Parts.Echo))));
            else await RunAsync(dialogs, turn, command, cancellationToken);
        }
        // Which deal is asked at the end, for the answer to it is the next turn's.
        news = [.. news.OrderBy(one => one.Command.Name == Verbs.Deals)];
        for (var i = 0; i < news.Count; i++)
        {
            turn.Pending = news[i].Told;
            var aside = news[i].Command.Name == Verbs.Start && (own is not null || i + 1 < news.Count);
            await RunAsync(dialogs, turn, aside ? news[i].Command with { Name = CheckInWords.Aside } : news[i].Command, cancellationToken);
        }
        if (own is null) return;
        turn.Command = null;
        (turn.Text, turn.Wordings) = (own.Text, own.Wordings);
        await GoOnAsync(dialogs, turn, cancellationToken);
    }

    /// <summary>Leaves the words to the dialog under way.</summary>
    private async Task GoOnAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        await dialogs.ContinueDialogAsync(cancellationToken);
        if (turn.Then is { } next) await RunAsync(dialogs, turn, next, cancellationToken);
    }

    private async Task RunAsync(DialogContext dialogs, Turn turn, Command first, CancellationToken cancellationToken)
    {
        for (Command? command = first; command is not null; command = turn.Then)
        {
            (turn.Then, turn.Command) = (null, command);
            if (command.Name == Guess.Chat) turn.Say(command.Argument);
            else if (_features.TryGetValue(command.Name.Split('.')[0], out var feature)) await feature.RunAsync(dialogs, turn, command, cancellationToken);
            else turn.Say(turn.Texts["chat.lost"]);
        }
    }

    /// <summary>One of the answers shown, "don't know", "skip" and "stop" said right behind a practice item are about that item; any other words leave it.</summary>
    private async Task<Command?> InPracticeAsync(Turn turn)
    {
        if (turn.Practising is null) return null;
        if (await practice.ChosenAsync(turn.Person.Id, turn.Practising, turn.Text) is { } option) return new Command(QuizVerbs.SayItem, turn.Practising, TapData.From([new("option", option)]));
        var meant = turn.Command?.Name switch
        {
            CheckInWords.Unknown or Verbs.Skip => QuizVerbs.PassItem,
            CheckInWords.Cancel or Verbs.Finish or CoachVerbs.EndPlay => QuizVerbs.EndPractice,
            _ => null,
        };
        if (meant is not null) return new Command(meant, turn.Practising);
        turn.Practising = null;
        return null;
    }

    /// <summary>
    /// "Check in" with a customer's name: the one deal found, a choice of several, or a new one of that name. Null where news follows the name:
    /// then the words are heard like any.
    /// </summary>
    private static async Task<Command?> NamedAsync(Turn turn, Command command)
    {
        if (command.Name != Verbs.Start || command.Tapped) return command;
        var found = await DealsFeature.FindAsync(turn, command.Argument);
        if (found.Count == 0 && NewsFollows(turn, command.Argument, DealMentions.Find(command.Argument, await MineAsync(turn))))
        {
            turn.Text = command.Argument;
            return null;
        }
        return found switch
        {
            [var one] => Guess.Start(one.Id),
            { Count: > 1 } => new Command(Verbs.Deals, command.Argument),
            _ => new Command(Verbs.NewDeal, command.Argument),
        };
    }

    /// <summary>Whether the words name a deal and go on: apart from the name, or with something that is news. 永丰医院 may be another customer.</summary>
    private static bool NewsFollows(Turn turn, string words, IReadOnlyList<DealMention> mentions) => mentions is [{ Start: 0 } first, ..]
        && (first.End == words.Length || !char.IsLetterOrDigit(words[first.End]) || turn.Hears(words[first.End..]));

    private static async Task<IReadOnlyList<NamedDeal>> MineAsync(Turn turn) =>
        [.. (await turn.Store.DealNamesAsync(turn.Person.Id)).Select(deal => new NamedDeal(deal.Id, deal.Account, deal.Name))];
}
