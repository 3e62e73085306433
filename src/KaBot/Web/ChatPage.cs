using KaBot.Language;
using KaBot.Web.DirectLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace KaBot.Web;

/// <summary>How it stands with the chat page, for the start-up line.</summary>
public enum ChatPageStatus
{
    /// <summary>Switched off: neither page nor Direct Line answer.</summary>
    Off,

    /// <summary>Served, but the build could not bring in Web Chat: the page says so.</summary>
    WithoutWebChat,

    Ready,
}

/// <summary>The chat page at <c>/</c>: the official Web Chat component over a Direct Line endpoint of our own.</summary>
public static class ChatPage
{
    /// <summary>Where the build puts the component, below <c>wwwroot</c>.</summary>
    internal const string WebChat = "lib/webchat.js";

    private static string Root => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Registers what the page needs.</summary>
    public static void AddChatPage(this WebApplicationBuilder builder)
    {
        var options = ChatPageOptions.Read(builder.Configuration);
        var services = builder.Services;
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => LanguageFiles.Load(LanguageFiles.Shipped));
        services.AddSingleton(options).AddSingleton<SignIn>().AddSingleton<PageTemplate>();
        services.AddSingleton<DirectLineTokens>().AddSingleton<Conversations>().AddSingleton<Caller>().AddSingleton<Delivery>().AddSingleton<BotCaller>();
    }

    /// <summary>Maps the page, its files, Direct Line and the connector; nothing when the page is off.</summary>
    public static void MapChatPage(this WebApplication app)
    {
        if (Status(app) == ChatPageStatus.Off) return;
        var signIn = app.Services.GetRequiredService<SignIn>();
        if (Directory.Exists(Root)) app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Root) });
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });

        var page = app.MapGroup("").AddEndpointFilter(LocalCallers.Only(behindProxy: signIn.IsNeeded));
        page.MapGet("/", (HttpContext context, PageTemplate template) => template.Show(context));
        page.MapPost(SignIn.Path, (HttpContext context, SignIn gate) => gate.TakeAsync(context));
        DirectLineRoutes.Map(page.MapGroup(DirectLineRoutes.Base).WithMetadata(new BodyLimit()));
        ConnectorRoutes.Map(app.MapGroup(ConnectorRoutes.Base).WithMetadata(new BodyLimit()).AddEndpointFilter(LocalCallers.Only(behindProxy: false)));
    }

    public static ChatPageStatus Status(WebApplication app)
    {
        var options = app.Services.GetRequiredService<ChatPageOptions>();
        if (!options.IsOn(app.Environment, app.Configuration)) return ChatPageStatus.Off;
        return HasWebChat ? ChatPageStatus.Ready : ChatPageStatus.WithoutWebChat;
    }

    internal static bool HasWebChat => File.Exists(Path.Combine(Root, WebChat));

    private sealed class BodyLimit : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Loose.LargestBody;
    }
}
