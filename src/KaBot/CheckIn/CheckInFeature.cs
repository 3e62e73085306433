using KaBot.Cards;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.CheckIn;

/// <summary>Opens check-ins, and leads the taps on their cards to the one under way; a card of an old one is answered kindly.</summary>
public sealed class CheckInFeature(CheckInDialog dialog) : IFeature
{
    public string Name => "checkin";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var running = dialogs.ActiveDialog is { } active ? dialog.Read(active) : null;
        if (command.Name == CheckInDialog.Commands.Cancel && running is not null) await dialog.LeaveAsync(dialogs, turn, cancellationToken);
        else if (command.Name == Verbs.Start) await StartAsync(dialogs, turn, command, running, cancellationToken);
        else if (running is not null && (!command.Tapped || command["deal"] == running.DealId)) await dialogs.ContinueDialogAsync(cancellationToken);
        else if (!command.Tapped) turn.Say(turn.Texts["checkin.nothing"]);
        else await OldCardAsync(dialogs, turn, command, running, cancellationToken);
    }

    /// <summary>Begins with a deal; another check-in under way is saved first, the same one goes on where it was.</summary>
    private async Task StartAsync(DialogContext dialogs, Turn turn, Command command, Draft? running, CancellationToken cancellationToken)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        if (running?.DealId == deal.Id)
        {
            turn.Command = running.Asked is { } asked
                ? new Command(Verbs.Edit, Data: TapData.From([new("fact", asked), new("deal", deal.Id)])) : new Command(Verbs.Show);
            await dialogs.ContinueDialogAsync(cancellationToken);
            return;
        }
        if (running is not null) await dialog.LeaveAsync(dialogs, turn, cancellationToken);
        await dialogs.BeginDialogAsync(CheckInDialog.DialogId, deal.Id, cancellationToken);
    }

    /// <summary>"Correct" on a saved card opens a new check-in at that place; anything else on an old card is over.</summary>
    private static async Task OldCardAsync(
        DialogContext dialogs, Turn turn, Command command, Draft? running, CancellationToken cancellationToken)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        if (running is not null || command.Name is not (Verbs.Edit or Verbs.Correct or Verbs.More))
        {
            turn.Notice(command.Name == Verbs.Save ? NoticeKind.AlreadySaved : NoticeKind.Expired, deal);
            return;
        }
        await dialogs.BeginDialogAsync(CheckInDialog.DialogId, deal.Id, cancellationToken);
        turn.Replies.Clear();
        await dialogs.ContinueDialogAsync(cancellationToken);
    }
}
