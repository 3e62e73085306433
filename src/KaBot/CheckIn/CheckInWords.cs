using KaBot.Turns;

namespace KaBot.CheckIn;

/// <summary>Commands that only words give, and what they may name.</summary>
public static class CheckInWords
{
    public const string Unknown = "checkin.unknown";
    /// <summary>Answer a question in words. Data: <c>deal</c>.</summary>
    public const string Ask = "checkin.ask";

    public const string Cancel = "checkin.cancel";

    /// <summary>Take back what was told last in the check-in.</summary>
    public const string Undo = "checkin.undo";

    /// <summary>What was told last belongs to another deal. Data: <c>deal</c>.</summary>
    public const string Move = "checkin.move";

    /// <summary>Keep what was told of another deal by the way, without leaving this one. Data: <c>deal</c>.</summary>
    public const string Aside = "checkin.aside";

    /// <summary>The id of the stage that the words name in any language, or null.</summary>
    public static string? Stage(Turn turn, string words) => words.Length == 0 ? null : turn.Playbook.Stages.FirstOrDefault(stage =>
        stage.Id.Equals(words, StringComparison.OrdinalIgnoreCase)
        || stage.Name.ByLanguage.Values.Any(name => name.Equals(words, StringComparison.OrdinalIgnoreCase)))?.Id;
}
