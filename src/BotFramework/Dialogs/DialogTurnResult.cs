namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a turn left the dialogs.</summary>
public enum DialogTurnStatus
{
    /// <summary>No dialog is under way.</summary>
    Empty,

    /// <summary>The active dialog waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The dialog ended its work and still waits.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,
    NextCalled,
}

/// <summary>What came of a turn: how it left the dialogs, and the result when they ended.</summary>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object Result { get; set; } = result;

    public bool ParentEnded { get; set; }
}
