using System.CommandLine;
using System.Globalization;
using System.Text;
using KaBot.Chat.Terminal;
using KaBot.Language;
using KaBot.Web;

namespace KaBot.Commands;

/// <summary><c>chat</c>: talks to the bot in the terminal, in this process and on the same database, without a server.</summary>
public static class ChatCommand
{
    public static Command Create()
    {
        var language = new Option<string>("--lang")
        {
            Description = "Language to begin in: zh-CN or en-US", DefaultValueFactory = _ => CultureInfo.CurrentUICulture.Name,
        };
        var command = new Command("chat", "Talk to KaBot in the terminal") { language };
        command.SetAction((result, cancellationToken) => RunAsync(LanguageFiles.Match(result.GetValue(language)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string language, CancellationToken cancellationToken)
    {
        // The conversation has the screen for itself: the log keeps to what fails.
        await using var app = Server.Build(["--Logging:Console:LogLevel:Default=Error"]);
        Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var texts = LanguageFiles.Load(LanguageFiles.Shipped).For(language);
        await TerminalChat.With(app.Services, Console.In, Console.Out, texts).RunAsync(cancellationToken);
        return 0;
    }
}
