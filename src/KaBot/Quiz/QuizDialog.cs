using KaBot.Funnel.Quizzes;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Quiz;

/// <summary>The deal quiz as a dialog, begun with a deal's id: it asks until the stages are settled, and ends with a snapshot or with nothing kept.</summary>
public sealed class QuizDialog(FactsJson facts, DealQuizGuide guide, MessageReader reader) : Dialog(DialogId)
{
    public const string DialogId = "quiz";

    private const string DraftKey = "draft";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var scene = await SceneAsync(dc, (string)options!);
        return Keep(dc, scene.Begin());
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var draft = QuizDraft.Parse((string)dc.ActiveDialog.State[DraftKey], facts);
        var scene = await SceneAsync(dc, draft.DealId);
        var after = scene.Turn.Command is { } command ? scene.Do(draft, command) : scene.Hear(draft, scene.Turn.Text);
        return after is null ? await dc.EndDialogAsync(cancellationToken: cancellationToken) : Keep(dc, after);
    }

    /// <summary>A check-in that was begun meanwhile is over, and so is the quiz.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(cancellationToken: cancellationToken);

    private async Task<QuizScene> SceneAsync(DialogContext dc, string dealId)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        return new QuizScene(turn, (await turn.FindDealAsync(dealId))!, guide, reader);
    }

    private static DialogTurnResult Keep(DialogContext dc, QuizDraft draft)
    {
        dc.ActiveDialog.State[DraftKey] = draft.ToJson();
        dc.ActiveDialog.State[Turn.DealKey] = draft.DealId;
        return EndOfTurn;
    }
}
