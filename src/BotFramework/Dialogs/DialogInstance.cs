namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog under way: which one, and what it keeps between turns.</summary>
public class DialogInstance
{
    public string Id { get; set; }

    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    /// <summary>The version the dialog had when it last ran, so that a changed one can notice.</summary>
    public string Version { get; set; }
}
