using KaBot.Chat;
using KaBot.Model;
using KaBot.Operations;
using KaBot.Reminders;

namespace KaBot.Web;

/// <summary>The server: composition of the features, and the start-up line.</summary>
public static class Server
{
    private const string DefaultUrl = "http://localhost:3978";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.StartAsync();
            // What only the start needed goes back to the machine: most of the day a bot waits.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            foreach (var line in Hello(app)) Console.WriteLine(line);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (fault is PlaybookException or Language.LanguageException or SettingsException or Storage.DatabaseException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} Stop the other program, or choose another address: --urls http://localhost:3979");
            return 1;
        }
    }

    /// <summary>Builds the application without starting it, so that tests can host it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="replace">Registers what stands in for parts of it, e.g. a clock; or null.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"])) builder.WebHost.UseUrls(DefaultUrl);
        Settings.Check(builder);
        replace?.Invoke(builder.Services);
        builder.AddBot();
        builder.AddReminders();
        builder.AddHealth();
        builder.AddModel();
        builder.AddTelemetry();
        builder.AddChatPage();
        var app = builder.Build();
        app.MapBot();
        app.MapHealth();
        app.WatchOutbox();
        app.MapChatPage();
        return app;
    }

    /// <summary>What the operator should know at start: the addresses, whom the bot lets in, what is missing.</summary>
    private static IEnumerable<string> Hello(WebApplication app)
    {
        var url = app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal);
        var bot = typeof(Microsoft.Bot.Builder.IBot).Assembly.GetName().Name;
        yield return $"KaBot is ready.  Bot: POST {url}/api/messages  (Bot Framework: {bot})";
        yield return ChatPage.Status(app) switch
        {
            ChatPageStatus.Ready => $"Chat page: {url}/",
            ChatPageStatus.WithoutWebChat => "Chat page: Web Chat is missing, because the build found no Node.js or no npm registry. "
                + "Install Node.js and build again, or talk in the terminal: dotnet run --project src/KaBot -- chat",
            _ => "Chat page: off",
        };
        if (string.IsNullOrWhiteSpace(app.Configuration["MicrosoftAppId"]))
            yield return "No MicrosoftAppId is configured: requests are not authenticated, and only callers on this machine are served.";
    }
}
