namespace KaBot.Quiz;

/// <summary>Commands of the check-in's words that mean the same in a quiz.</summary>
internal static class QuizWords
{
    public const string Unknown = "checkin.unknown";
    public const string Cancel = "checkin.cancel";

    /// <summary>The dialog that may be under way when a quiz is asked for; its feature is a stranger here.</summary>
    public const string CheckInDialog = "checkin";
}
