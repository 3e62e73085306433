namespace KaBot.Web;

/// <summary>The server: composition of the features, and the start-up line.</summary>
public static class Server
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Builds the application without starting it, so that tests can host it.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddChatPage();
        var app = builder.Build();
        app.MapChatPage();
        return app;
    }
}
