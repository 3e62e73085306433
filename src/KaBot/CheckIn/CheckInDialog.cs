using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Asking;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.CheckIn;

/// <summary>What a check-in begins with: the deal, and facts that the rep has told already.</summary>
public sealed record Opening(string DealId, FactSheet Told);

/// <summary>
/// A check-in as a dialog: begun with an <see cref="Opening"/>, it asks until the stage card, and ends with a snapshot or with nothing
/// told. It loads the draft, lets a <see cref="Scene"/> act on it, and keeps what came of it.
/// </summary>
public sealed class CheckInDialog(FactsJson facts, Listener listener, QuestionReader questions, AccountMap map) : Dialog(DialogId)
{
    public const string DialogId = "checkin";

    private const string DraftKey = "draft";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var opening = (Opening)options!;
        var scene = await SceneAsync(dc, opening.DealId);
        return Keep(dc, await scene.BeginAsync([.. opening.Told.All]));
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = Read(dc.ActiveDialog);
        var scene = await SceneAsync(dc, draft.DealId);
        var after = scene.Turn.Command is { } command ? await scene.DoAsync(draft, command)
            : await scene.HearAsync(draft, await listener.HearAsync(scene.Turn, draft.Asked, cancellationToken));
        return after is null ? await dc.EndDialogAsync(cancellationToken: cancellationToken) : Keep(dc, after);
    }

    /// <summary>The draft of a check-in under way.</summary>
    public Draft Read(DialogInstance instance) => Draft.Parse((string)instance.State[DraftKey], facts);

    /// <summary>What was begun meanwhile is over: the check-in goes on where it was, with what has been learnt of the deal since.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        var draft = Read(dc.ActiveDialog);
        var scene = await SceneAsync(dc, draft.DealId);
        return Keep(dc, await scene.ResumeAsync(draft));
    }

    /// <summary>The draft of the check-in under way, or of one that waits below another dialog; null for none.</summary>
    public Draft? InStack(DialogContext dc) => dc.Stack.Find(one => one.Id == DialogId) is { } instance ? Read(instance) : null;

    /// <summary>Leaves the check-in, and with it what was begun meanwhile; what was told is kept as a snapshot.</summary>
    public async Task LeaveAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var draft = InStack(dc)!;
        (await SceneAsync(dc, draft.DealId)).Leave(draft);
        await dc.CancelAllDialogsAsync(cancellationToken);
    }

    /// <summary>Answers a question about a deal whose check-in is not under way.</summary>
    public async Task ReplyAsync(DialogContext dc, Deal deal, Question question)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        await new Scene(turn, deal, questions, map).ReplyAsync(Draft.Begin(deal.Id, turn.Now), question);
    }

    private async Task<Scene> SceneAsync(DialogContext dc, string dealId)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        return new Scene(turn, (await turn.FindDealAsync(dealId))!, questions, map);
    }

    private static DialogTurnResult Keep(DialogContext dc, Draft draft)
    {
        dc.ActiveDialog.State[DraftKey] = draft.ToJson();
        dc.ActiveDialog.State[Turn.DealKey] = draft.DealId;
        return EndOfTurn;
    }
}
