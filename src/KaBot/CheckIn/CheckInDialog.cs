using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Asking;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.CheckIn;

/// <summary>What a check-in begins with: the deal, facts that the rep has told already, and words of which nothing was understood; or null.</summary>
public sealed record Opening(string DealId, FactSheet Told, string? Unheard = null);

/// <summary>
/// A check-in as a dialog: begun with an <see cref="Opening"/>, it asks until the stage card, and ends with a snapshot or with nothing
/// told. It loads the draft, lets a <see cref="Scene"/> act on it, and keeps what came of it.
/// </summary>
public sealed class CheckInDialog(FactsJson facts, Listener listener, QuestionReader questions, RemarkReader remarks, AccountMap map) : Dialog(DialogId)
{
    public const string DialogId = "checkin";

    private const string DraftKey = "draft";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var opening = (Opening)options!;
        var scene = await SceneAsync(dc, opening.DealId);
        var begun = scene.Hold(Draft.Begin(opening.DealId, scene.Turn.Now), opening.Told.All.Where(scene.OfForm));
        return Keep(dc, (await scene.BeginAsync(begun, [.. opening.Told.All.Where(fact => !scene.OfForm(fact))], opening.Unheard)).After(begun));
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = Read(dc.ActiveDialog);
        var scene = await SceneAsync(dc, draft.DealId);
        var after = scene.Turn.Command is { } command ? await scene.DoAsync(draft, command)
            : await scene.HearAsync(draft, await listener.NewsAsync(scene.Turn, draft.Doubted is null ? draft.Asked : null, cancellationToken));
        if (after is null) return await dc.EndDialogAsync(cancellationToken: cancellationToken);
        return Keep(dc, scene.Turn.Command is { Name: CheckInWords.Undo } ? after : after.After(draft));
    }

    /// <summary>Keeps what was told of a deal by the way: its check-in begins and ends in this.</summary>
    /// <param name="words">The key of what is said of it.</param>
    public async Task AsideAsync(DialogContext dc, string dealId, FactSheet told, string words = Scene.Kept)
    {
        var scene = await SceneAsync(dc, dealId);
        scene.Leave(scene.Hold(Draft.Begin(dealId, scene.Turn.Now) with { Said = true }, told.All), words);
    }

    /// <summary>The check-in under way as it was before the last thing told; it goes on with what else the words tell of it.</summary>
    public async Task GoBackAsync(DialogContext dc, Draft draft, CancellationToken cancellationToken)
    {
        var scene = await SceneAsync(dc, draft.DealId);
        var before = scene.Undo(draft);
        var after = scene.Turn.Text.Length == 0 ? await scene.ResumeAsync(before)
            : await scene.HearAsync(before, await listener.NewsAsync(scene.Turn, before.Asked, cancellationToken));
        Keep(dc, after!.After(before));
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

    /// <summary>What the check-in under way has learnt of a deal, not saved; null where it is of another, or has no news.</summary>
    public Snapshot? Unsaved(DialogContext dc, Deal deal) => InStack(dc) is { HasNews: true } draft && draft.DealId == deal.Id
        ? new Scene(dc.Context.TurnState.Get<Turn>(), deal, questions, remarks, map).Snapshot(draft) : null;

    /// <summary>Leaves the check-in, and with it what was begun meanwhile; what was told is kept as a snapshot, and said.</summary>
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
        await new Scene(turn, deal, questions, remarks, map).ReplyAsync(Draft.Begin(deal.Id, turn.Now), question);
    }

    private async Task<Scene> SceneAsync(DialogContext dc, string dealId)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        return new Scene(turn, turn.SpeakOf((await turn.FindDealAsync(dealId))!), questions, remarks, map);
    }

    private static DialogTurnResult Keep(DialogContext dc, Draft draft)
    {
        dc.ActiveDialog.State[DraftKey] = draft.ToJson();
        dc.ActiveDialog.State[Turn.DealKey] = draft.DealId;
        return EndOfTurn;
    }
}
