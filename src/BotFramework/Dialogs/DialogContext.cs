using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs of a turn: begins, continues, replaces and ends them.</summary>
public class DialogContext
{
    private const string ReceivedKey = "activityReceivedEmitted";

    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext.Context, state) => Parent = parentDialogContext;

    public DialogSet Dialogs { get; }

    public ITurnContext Context { get; }

    public List<DialogInstance> Stack { get; }

    public DialogContext Parent { get; set; }

    /// <summary>The context inside the active dialog, when that holds dialogs of its own; else null.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            if (string.IsNullOrEmpty(dialogId)) throw new ArgumentNullException(nameof(dialogId));
            var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
                $"DialogContext.BeginDialogAsync(): A dialog with an id of '{dialogId}' wasn't found."
                + " The dialog must be included in the current or parent DialogSet."
                + " For example, if subclassing a ComponentDialog you can call AddDialog() within your constructor.");
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken);
        }
        catch (Exception e) when (Unnoted(e))
        {
            throw;
        }
    }

    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(dialogId)) throw new ArgumentNullException(nameof(dialogId));
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Gives what arrived to the active dialog.</summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (Context.TurnState.TryAdd(ReceivedKey, true))
                await EmitEventAsync(DialogEvents.ActivityReceived, Context.Activity, true, true, cancellationToken);
            if (ActiveDialog is not { } active) return new DialogTurnResult(DialogTurnStatus.Empty);
            var dialog = FindDialog(active.Id) ?? throw new InvalidOperationException(
                $"Failed to continue dialog. A dialog with id {active.Id} could not be found.");
            return await dialog.ContinueDialogAsync(this, cancellationToken);
        }
        catch (Exception e) when (Unnoted(e))
        {
            throw;
        }
    }

    /// <summary>Ends the active dialog; the one that began it goes on with the result.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        try
        {
            if (result is CancellationToken)
                throw new ArgumentException($"{ActiveDialog?.Id}.EndDialogAsync() You can't pass a cancellation token as the result of a dialog when calling EndDialog.");
            await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
            if (ActiveDialog is not { } active) return new DialogTurnResult(DialogTurnStatus.Complete, result);
            var dialog = FindDialog(active.Id) ?? throw new InvalidOperationException(
                $"DialogContext.EndDialogAsync(): Can't resume previous dialog. A dialog with an id of '{active.Id}' wasn't found.");
            return await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
        }
        catch (Exception e) when (Unnoted(e))
        {
            throw;
        }
    }

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>Ends all dialogs of this context, and of its parents when asked; a parent that handles the event stays.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        Refuse.CancellationToken(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent is null) return new DialogTurnResult(DialogTurnStatus.Empty);
        var notify = false;
        var context = this;
        while (context is not null)
        {
            if (context.Stack.Count == 0)
            {
                context = cancelParents ? context.Parent : null;
            }
            else
            {
                var name = eventName ?? DialogEvents.CancelDialog;
                if (notify && await context.EmitEventAsync(name, eventValue, false, false, cancellationToken)) break;
                await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }
            // The first dialog was asked by the caller; those under it are told.
            notify = true;
        }
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the active dialog without a result and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Refuse.CancellationToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Has the active dialog ask again.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken)) return;
        if (ActiveDialog is not { } active) return;
        var dialog = FindDialog(active.Id) ?? throw new InvalidOperationException(
            $"DialogSet.RepromptDialogAsync(): Can't find A dialog with an id of '{active.Id}'.");
        await dialog.RepromptDialogAsync(Context, active, cancellationToken);
    }

    /// <summary>The dialog of this id in this set or a parent's, or null.</summary>
    public Dialog FindDialog(string dialogId)
    {
        if (Dialogs.Find(dialogId) is { } own) return own;
        if (Parent is null) return null;
        if (Parent.FindDialog(dialogId) is { } found) return found;
        return Parent.ActiveDialog?.Id is { } id && Parent.FindDialog(id) is DialogContainer container
            ? container.FindDialog(dialogId, this)
            : null;
    }

    /// <summary>Raises an event at the active dialog, or at the innermost one; true when somebody handled it.</summary>
    public Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var context = this;
        while (fromLeaf && context.Child is { } child) context = child;
        return context.ActiveDialog is { } active && context.FindDialog(active.Id) is { } dialog
            ? dialog.OnDialogEventAsync(context, new DialogEvent { Bubble = bubble, Name = name, Value = value }, cancellationToken)
            : Task.FromResult(false);
    }

    /// <summary>The locale of the turn, else of the activity, else of the process.</summary>
    public string GetLocale()
    {
        var locale = (Context as TurnContext)?.Locale;
        if (string.IsNullOrEmpty(locale)) locale = Context.Activity?.Locale;
        if (string.IsNullOrEmpty(locale)) return CultureInfo.CurrentCulture.Name;
        try
        {
            return CultureInfo.GetCultureInfo(locale).Name;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentCulture.Name;
        }
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active) return;
        if (Dialogs.Find(active.Id) is { } dialog) await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        Stack.RemoveAt(0);
    }

    // An exception carries away where in the dialogs it happened. Always false: the exception goes on.
    private bool Unnoted(Exception exception)
    {
        if (exception.Data.Contains(nameof(DialogContext))) return false;
        var ids = new List<string>();
        for (var context = this; context is not null; context = context.Parent) ids.AddRange(context.Stack.Select(item => item.Id));
        exception.Data.Add(nameof(DialogContext), new Dictionary<string, object>
        {
            [nameof(ActiveDialog)] = ActiveDialog?.Id,
            [nameof(Parent)] = Parent?.ActiveDialog?.Id,
            [nameof(Stack)] = ids,
        });
        return false;
    }
}
