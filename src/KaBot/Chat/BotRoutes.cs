using KaBot.CheckIn;
using KaBot.Coaching;
using KaBot.Exchange;
using KaBot.Language;
using KaBot.People;
using KaBot.Pipeline;
using KaBot.Quiz;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Web;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KaBot.Chat;

/// <summary>The bot at <c>POST /api/messages</c>: what it is made of, and who may call.</summary>
public static class BotRoutes
{
    /// <summary>Registers the bot. Reads playbook and words and brings the database up to date: what is wrong stops the start.</summary>
    public static void AddBot(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var knowledge = PlaybookFolder.LoadAll(builder.Configuration["Playbook:Path"] ?? PlaybookFolder.Shipped);
        var database = Database.Of(builder.Configuration);
        database.Migrate();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => LanguageFiles.Load(LanguageFiles.Shipped));
        services.AddSingleton(knowledge.Playbook).AddSingleton(knowledge.Reader).AddSingleton(knowledge.Questions).AddSingleton(knowledge.Remarks);
        services.AddSingleton(_ => database).AddSingleton<FactsJson>().AddSingleton<Writer>().AddSingleton<TurnQueue>().AddSingleton<AnswerSends>().AddSingleton<AnswerSender>().AddSingleton<Store>().AddSingleton<ExchangeStore>().AddSingleton<Exporter>().AddSingleton<Importer>().AddSingleton<Listener>().AddSingleton<LocalTime>();
        services.AddHostedService<JournalKeeper>();
        services.AddSingleton<ConversationGate>().AddSingleton<CommandWords>().AddSingleton<Guess>().AddSingleton<Router>().AddSingleton<CheckInDialog>();
        services.AddSingleton<IFeature, CheckInFeature>().AddSingleton<IFeature, DealsFeature>().AddSingleton<IFeature, HistoryFeature>().AddSingleton<TargetStore>().AddSingleton<IFeature, FunnelFeature>()
            .AddSingleton<IFeature, LanguageFeature>().AddSingleton<IFeature, HelpFeature>();
        services.AddCoach(knowledge.Coaching).AddQuizzes(knowledge);
        services.AddSingleton<IBot, TurnPipeline>();
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IBotFrameworkHttpAdapter, Adapter>().AddSingleton<ICourier, Courier>();
    }

    public static void MapBot(this WebApplication app)
    {
        var open = string.IsNullOrWhiteSpace(app.Configuration["MicrosoftAppId"]);
        // The caller hanging up must not cancel what is being recorded and sent.
        var messages = app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot) =>
            adapter.ProcessAsync(request, response, bot, CancellationToken.None));
        if (open) messages.AddEndpointFilter(LocalCallers.Only(behindProxy: false));
    }
}
