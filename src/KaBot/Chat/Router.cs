using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Pipeline;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>
/// Who answers a turn: the feature that a command names; else the deal that the words speak of; else the dialog under way.
/// </summary>
public sealed class Router(IEnumerable<IFeature> features, Listener listener)
{
    private readonly Dictionary<string, IFeature> _features = features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    public async Task RouteAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        if ((turn.Command ?? await GuessAsync(turn, cancellationToken)) is not { } first)
        {
            await dialogs.ContinueDialogAsync(cancellationToken);
            return;
        }
        for (Command? command = first; command is not null; command = turn.Then)
        {
            turn.Then = null;
            turn.Command = command = await NamedAsync(turn, command);
            if (_features.TryGetValue(command.Name.Split('.')[0], out var feature)) await feature.RunAsync(dialogs, turn, command, cancellationToken);
            else turn.Say(turn.Texts["chat.lost"]);
        }
    }

    /// <summary>
    /// What words without a command word ask for; null leaves them to the check-in under way. News of a deal named goes to that deal;
    /// where it could be of several, the rep is asked.
    /// </summary>
    private async Task<Command?> GuessAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mine = await turn.Store.DealNamesAsync(turn.Person.Id);
        var named = mine.Where(deal => turn.Text.Contains(deal.Account, StringComparison.OrdinalIgnoreCase)).ToList();
        if (turn.DealUnderWay is { } running && (named.Count == 0 || named.Exists(deal => deal.Id == running))) return null;
        turn.Pending = FactSheet.Of(await listener.HearAsync(turn, asked: null, cancellationToken));
        return (named, mine, turn.Pending.IsEmpty) switch
        {
            ([var one], _, _) => Start(one.Id),
            ({ Count: > 1 }, _, _) => Which(named[0].Account),
            (_, _, true) => new Command("lost"),
            (_, [var only], _) => Start(only.Id),
            (_, [], _) => new Command(Verbs.NewDeal),
            _ => Which(null),
        };
    }

    private static Command Start(string dealId) => new(Verbs.Start, Data: TapData.From([new("deal", dealId)]));

    private static Command Which(string? query) =>
        new(Verbs.Deals, Data: TapData.From(query is null ? [new("which", "1")] : [new("which", "1"), new("query", query)]));

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
