namespace KaBot.Cards;

/// <summary>What a tapped button of a quiz asks for; see <see cref="Verbs"/>.</summary>
public static class QuizVerbs
{
    /// <summary>
    /// Begin the deal quiz. Data: <c>deal</c>; may be missing. <c>meanwhile</c> (any) says that a check-in under way may be kept or wait.
    /// </summary>
    public const string Start = "quiz.start";

    /// <summary>
    /// Answer a question of the deal quiz. Data: <c>deal</c>, <c>q</c>; <c>picked</c> (fact ids or a choice id, joined by commas, from the
    /// card's input) with <c>why</c>, the words behind it; or <c>value</c> from the button: <c>none</c>, or a choice id.
    /// </summary>
    public const string Answer = "quiz.answer";

    /// <summary>Keep the answers as facts of the deal. Data: <c>deal</c>, <c>q</c>.</summary>
    public const string Save = "quiz.save";

    /// <summary>Leave the deal quiz; nothing is kept. Data: <c>deal</c>, <c>q</c>.</summary>
    public const string Stop = "quiz.stop";

    /// <summary>Begin a practice session. Data: none.</summary>
    public const string Practice = "practice.start";

    /// <summary>Answer a practice item. Data: <c>skill</c>, <c>n</c> (which item), <c>place</c> (from 1), <c>right</c> (so far), <c>option</c>.</summary>
    public const string Choose = "practice.answer";

    /// <summary>One of the answers shown, typed while an item is open. Data: <c>option</c>.</summary>
    public const string SayItem = "practice.say";

    /// <summary>Not known: say what is right, and go on. Typed while an item is open.</summary>
    public const string PassItem = "practice.pass";

    /// <summary>Enough practice for now. Typed while an item is open.</summary>
    public const string EndPractice = "practice.end";

    /// <summary>Show what practice does to one's judgement. Data: none.</summary>
    public const string Progress = "progress.show";

    /// <summary>Join the team's board, or leave it. Data: <c>on</c> (<c>yes</c> or <c>no</c>).</summary>
    public const string Board = "progress.board";
}
