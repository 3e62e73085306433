namespace KaBot.Quiz;

/// <summary>Commands of the check-in's words that mean the same in a quiz.</summary>
internal static class QuizWords
{
    public const string Unknown = "checkin.unknown";
    public const string Cancel = "checkin.cancel";
}
