using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Asking;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.CheckIn;

/// <summary>Opens check-ins, and leads the taps on their cards to the one under way; a card of an old one is answered kindly.</summary>
public sealed class CheckInFeature(CheckInDialog dialog, QuestionReader questions, CoachingStore coaching) : IFeature
{
    public string Name => "checkin";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        var running = dialogs.ActiveDialog is { Id: CheckInDialog.DialogId } active ? dialog.Read(active) : null;
        if (command.Name == CheckInWords.Cancel && command["then"] is null && running is { HasNews: true, Said: true }) await dialogs.ContinueDialogAsync(cancellationToken);
        else if (command.Name == CheckInWords.Cancel && running is not null) await LeaveAsync(dialogs, turn, command, cancellationToken);
        else if (command.Name == CheckInWords.Ask) await AskAsync(dialogs, turn, command);
        else if (command.Name == CheckInWords.Aside) await AsideAsync(dialogs, turn, command);
        else if (command.Name == CheckInWords.Move && running is not null) await MoveAsync(dialogs, turn, command, running, cancellationToken);
        else if (command.Name == CheckInWords.Undo && running is null) turn.Say(turn.Texts["checkin.undo.nothing"]);
        else if (command.Name == Verbs.Start) await StartAsync(dialogs, turn, command, running, cancellationToken);
        else if (running is not null && (!command.Tapped || command["deal"] == running.DealId)) await dialogs.ContinueDialogAsync(cancellationToken);
        // "Don't know", "skip" and "cancel" said in a quiz or a practice are its own.
        else if (!command.Tapped && dialogs.ActiveDialog is not null) await dialogs.ContinueDialogAsync(cancellationToken);
        else if (!command.Tapped) turn.Say(turn.Texts["checkin.nothing"]);
        else if (dialog.InStack(dialogs)?.DealId is { } waiting && waiting == command["deal"]) turn.Say(turn.Texts["checkin.waits"]);
        else await OldCardAsync(dialogs, turn, command, running, cancellationToken);
    }

    /// <summary>Leaves the check-in, and goes on with what it was left for.</summary>
    private async Task LeaveAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        await dialog.LeaveAsync(dialogs, cancellationToken);
        if (turn.Replies.Count == 0 && command["then"] is null) turn.Say(turn.Texts.Say("checkin.cancelled", ("deal", (await turn.FindDealAsync(turn.Spoken!))!.Account)));
        if (command["then"] is { } next) turn.Then = new Command(next, Data: TapData.From([new("deal", command["deal"] ?? "")]));
    }

    private async Task AskAsync(DialogContext dialogs, Turn turn, Command command)
    {
        if (questions.Read(turn.Text) is { } question && await turn.MyDealAsync(command["deal"]) is { } deal) await dialog.ReplyAsync(dialogs, deal, question);
    }

    private async Task AsideAsync(DialogContext dialogs, Turn turn, Command command)
    {
        var told = turn.Pending;
        turn.Pending = FactSheet.Empty;
        if (await turn.MyDealAsync(command["deal"]) is { } deal) await dialog.AsideAsync(dialogs, deal.Id, told);
    }

    /// <summary>
    /// What was told last goes to its own deal. The check-in goes on without it while anything is left of it; else it was of the other deal from the
    /// beginning.
    /// </summary>
    private async Task MoveAsync(DialogContext dialogs, Turn turn, Command command, Draft running, CancellationToken cancellationToken)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        var told = running.ToldLast;
        (turn.Command, turn.Pending) = (null, FactSheet.Empty);
        if (turn.Text.Length > 0 || running.Before!.HasNews)
        {
            await dialog.AsideAsync(dialogs, deal.Id, told, "checkin.moved");
            await dialog.GoBackAsync(dialogs, running, cancellationToken);
            return;
        }
        turn.Say(turn.Texts.Say("checkin.moved", ("deal", deal.Account), ("facts", Told.Line(turn, told.All))));
        await dialogs.CancelAllDialogsAsync(cancellationToken);
        await dialogs.BeginDialogAsync(CheckInDialog.DialogId, new Opening(deal.Id, told), cancellationToken);
    }

    /// <summary>Begins with a deal; another check-in under way is saved first, the same one goes on where it was.</summary>
    private async Task StartAsync(DialogContext dialogs, Turn turn, Command command, Draft? running, CancellationToken cancellationToken)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        var told = turn.Pending;
        turn.Pending = FactSheet.Empty;
        if (running?.DealId == deal.Id && told.IsEmpty)
        {
            await dialogs.ContinueDialogAsync(cancellationToken);
            return;
        }
        // One that waits below another dialog is saved as well: nothing told is lost.
        if (dialog.InStack(dialogs) is not null) await dialog.LeaveAsync(dialogs, cancellationToken);
        if ((await coaching.PlansAsync(deal.Id)).Where(plan => plan.Planned).ToList() is { Count: > 0 } plans)
            turn.Show(PlannedCard.Of(turn.Texts, new PlannedView(Turn.Ref(deal), plans, turn.Today)));
        await dialogs.BeginDialogAsync(CheckInDialog.DialogId, new Opening(deal.Id, told, command["unheard"]), cancellationToken);
        if (!told.IsEmpty && questions.Read(turn.Text) is { ForCoach: true } question && Scene.Elsewhere(question.Kind) is { } verb)
            turn.Then = new Command(verb, Data: TapData.From([new("deal", deal.Id)]));
    }

    /// <summary>A card of a check-in that is over: correcting and asking on open a new one at that place; all else has had its time.</summary>
    private static async Task OldCardAsync(
        DialogContext dialogs, Turn turn, Command command, Draft? running, CancellationToken cancellationToken)
    {
        if (await turn.MyDealAsync(command["deal"]) is not { } deal) return;
        if (running is not null || command.Name is not (Verbs.Edit or Verbs.Strike or Verbs.Correct or Verbs.More or Verbs.Claim or Verbs.Revive))
        {
            turn.Notice(command.Name == Verbs.Save ? NoticeKind.AlreadySaved : NoticeKind.Expired, deal);
            return;
        }
        await dialogs.BeginDialogAsync(CheckInDialog.DialogId, new Opening(deal.Id, FactSheet.Empty), cancellationToken);
        turn.Replies.Clear();
        await dialogs.ContinueDialogAsync(cancellationToken);
    }
}
