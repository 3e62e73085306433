using KaBot.Funnel.Quizzes;
using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Quiz;

/// <summary>What the quizzes in chat are made of.</summary>
public static class QuizServices
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services, Knowledge knowledge) => services
        .AddSingleton(knowledge.Quizzes.Deal).AddSingleton<QuizStore>()
        .AddSingleton(new Practice(knowledge.Playbook, knowledge.Coaching, knowledge.Quizzes.Practice))
        .AddSingleton<PracticeSession>().AddSingleton<IDailyPractice>(provider => provider.GetRequiredService<PracticeSession>())
        .AddSingleton<QuizDialog>().AddSingleton<IFeature, QuizFeature>().AddSingleton<IFeature, PracticeFeature>().AddSingleton<IFeature, ProgressFeature>();
}
