using KaBot.Cards;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>Opens and ends practice with the bot as the buyer.</summary>
public sealed class PlayFeature : IFeature
{
    public string Name => "play";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var playing = dialogs.ActiveDialog is { Id: PlayDialog.DialogId };
        if (command.Name == CoachVerbs.EndPlay)
        {
            if (playing) await dialogs.ContinueDialogAsync(cancellationToken);
            else turn.Say(turn.Texts["play.none"]);
            return;
        }
        if (await Chosen.DealAsync(turn, command) is not (var deal, _)) return;
        if (dialogs.ActiveDialog is not null && !playing)
        {
            // A check-in under way keeps what was told: it is ended first, by the rep.
            turn.Say(turn.Texts["play.busy"]);
            return;
        }
        if (playing) await dialogs.CancelAllDialogsAsync(cancellationToken);
        await dialogs.BeginDialogAsync(PlayDialog.DialogId, deal.Id, cancellationToken);
    }
}
