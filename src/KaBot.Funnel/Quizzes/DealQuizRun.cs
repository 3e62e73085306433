using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Quizzes;

/// <summary>A deal quiz played to its end.</summary>
/// <param name="Quiz">Its last state.</param>
/// <param name="Questions">How many questions were put. Facts put side by side are one question, and those left unread cost nothing.</param>
public sealed record DealQuizRun(DealQuiz Quiz, int Questions)
{
    public ImmutableArray<string> Asked => Quiz.Asked;

    /// <summary>Plays against somebody who answers every fact at once; null for "do not know".</summary>
    public static DealQuizRun Play(DealQuiz quiz, Func<string, Fact?> answer)
    {
        var questions = 0;
        for (; quiz.Next is { } question; questions++)
            while (quiz.Pending(question) is { } fact) quiz = quiz.Answer(fact, answer(fact));
        return new DealQuizRun(quiz, questions);
    }
}
