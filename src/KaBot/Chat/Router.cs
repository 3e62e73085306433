using KaBot.Cards;
using KaBot.Pipeline;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Chat;

/// <summary>Who answers a turn: the feature that a command names, else the dialog under way, else whoever the words speak of.</summary>
public sealed class Router(IEnumerable<IFeature> features)
{
    private readonly Dictionary<string, IFeature> _features = features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);

    public async Task RouteAsync(DialogContext dialogs, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Command is null && dialogs.ActiveDialog is not null)
        {
            await dialogs.ContinueDialogAsync(cancellationToken);
            return;
        }
        for (var command = turn.Command ?? await GuessAsync(turn); command is not null; command = turn.Then)
        {
            turn.Then = null;
            turn.Command = command = await NamedAsync(turn, command);
            if (_features.TryGetValue(command.Name.Split('.')[0], out var feature)) await feature.RunAsync(dialogs, turn, command, cancellationToken);
            else turn.Say(turn.Texts["chat.lost"]);
        }
    }

    /// <summary>Words outside any dialog that name one of my deals open its check-in; others are not understood.</summary>
    private static async Task<Command> GuessAsync(Turn turn)
    {
        var mine = await turn.Store.DealsOfAsync(turn.Person.Id);
        var named = mine.Where(deal => turn.Text.Contains(deal.Account, StringComparison.OrdinalIgnoreCase)).ToList();
        return named switch
        {
            [var one] => new Command(Verbs.Start, one.Account),
            { Count: > 1 } => new Command(Verbs.Deals, named[0].Account),
            _ => new Command("lost"),
        };
    }

    /// <summary>"Check in" with a customer's name: the one deal found, a choice of several, or a new one of that name.</summary>
    private static async Task<Command> NamedAsync(Turn turn, Command command)
    {
        if (command.Name != Verbs.Start || command.Tapped) return command;
        var found = await DealsFeature.FindAsync(turn, command.Argument);
        return found switch
        {
            [var one] => new Command(Verbs.Start, Data: TapData.From([new("deal", one.Id)])),
            { Count: > 1 } => new Command(Verbs.Deals, command.Argument),
            _ => new Command(Verbs.NewDeal, command.Argument),
        };
    }
}
