using KaBot.Storage;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>What the coach in chat is made of.</summary>
public static class CoachServices
{
    public static IServiceCollection AddCoach(this IServiceCollection services, Funnel.Coaching.CoachingGuide guide) => services
        .AddSingleton(guide).AddSingleton<CoachingStore>().AddSingleton<AccountMap>().AddSingleton<Coach>().AddSingleton<Talks>().AddSingleton<PlayDialog>()
        .AddSingleton<IFeature, AdviceFeature>().AddSingleton<IFeature, NegotiationFeature>().AddSingleton<IFeature, QuestionsFeature>()
        .AddSingleton<IFeature, ConcessionFeature>().AddSingleton<IFeature, PeopleFeature>().AddSingleton<IFeature, PlayFeature>();
}
