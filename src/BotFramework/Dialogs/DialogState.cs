namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack of dialogs under way; the first is the active one.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; }
}
