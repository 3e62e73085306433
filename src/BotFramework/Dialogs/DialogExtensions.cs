using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the root of a conversation.</summary>
public static class DialogExtensions
{
    // The SDK puts its memory there, and so can run one root dialog a turn only: a second run throws here as it does there.
    private const string RunKey = "Microsoft.Bot.Builder.Dialogs.Memory.DialogStateManager";

    /// <summary>Continues what is under way, or begins <paramref name="dialog"/> when nothing is. Once a turn.</summary>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor).Add(dialog);
        var context = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        turnContext.TurnState.Add(RunKey, context);
        while (true)
        {
            try
            {
                await TurnAsync(context, dialog.Id, cancellationToken);
                return;
            }
            catch (Exception e)
            {
                if (!await HandledAsync(context, e, cancellationToken)) throw;
            }
        }
    }

    private static async Task TurnAsync(DialogContext context, string dialogId, CancellationToken cancellationToken)
    {
        var result = await context.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty) await context.BeginDialogAsync(dialogId, null, cancellationToken);
        var innermost = context;
        while (innermost.Child is { } child) innermost = child;
        var trace = Activity.CreateTraceActivity(
            "BotState", "https://www.botframework.com/schemas/botState", innermost.ActiveDialog?.State, "Bot State");
        await context.Context.SendActivityAsync(trace, cancellationToken);
    }

    // A dialog that handles the error event has the turn run again.
    private static async Task<bool> HandledAsync(DialogContext context, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            return await context.EmitEventAsync(DialogEvents.Error, exception, true, true, cancellationToken);
        }
        catch (Exception emitting)
        {
            throw new AggregateException("Unable to emit the error as a DialogEvent.", emitting, exception);
        }
    }
}
