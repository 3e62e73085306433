namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The names of events that dialogs raise.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}

/// <summary>Something that dialogs may handle; it rises from the active one to its parents.</summary>
public class DialogEvent
{
    /// <summary>Whether it rises to parents when nobody handled it.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}
