using System.Runtime.CompilerServices;
using KaBot.Chat.Terminal;
using KaBot.Language;
using KaBot.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Transcripts;

/// <summary>
/// Conversations with the whole bot on a database of its own, read as a person at the terminal would see them: what she types stands
/// behind "»", a button is tapped by its title in brackets, "(next day)" lets time pass.
/// </summary>
public sealed class Talk : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-talk-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private readonly Microsoft.AspNetCore.Builder.WebApplication _app;

    /// <param name="replace">Registers what stands in for parts of the bot, or null.</param>
    /// <param name="settings">As on the command line.</param>
    public Talk(Action<IServiceCollection>? replace = null, params string[] settings)
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        _app = Server.Build([$"--Storage:Path={Path.Combine(_folder.FullName, "kabot.db")}", "--Logging:LogLevel:Default=Error", .. settings],
            services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                replace?.Invoke(services);
            });
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Plays a script, a line an entry, and returns the conversation.</summary>
    public async Task<string> PlayAsync(string language, string user, string script)
    {
        using var said = new StringWriter();
        var texts = Services.GetRequiredService<LanguageFiles>().For(language);
        await TerminalChat.With(Services, new Script(script, said, _clock), said, texts, user).RunAsync(TestContext.Current.CancellationToken);
        return said.ToString();
    }

    /// <summary>Plays a script and holds the conversation against the approved one.</summary>
    public async Task ApproveAsync(string language, string user, string script, string name, [CallerFilePath] string test = "") =>
        Approval.Matches(await PlayAsync(language, user, script), name + ".txt", test);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Hands out the lines, and writes each where a person would see herself type it.</summary>
    private sealed class Script(string text, TextWriter echo, FakeTimeProvider clock) : TextReader
    {
        private readonly Queue<string> _lines = new(text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0));

        public override string? ReadLine()
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            while (_lines.TryDequeue(out var line))
            {
                if (line == "(next day)") clock.Advance(TimeSpan.FromDays(1));
                else if (line == "(a month later)") clock.Advance(TimeSpan.FromDays(31));
                else
                {
                    echo.WriteLine("» " + line.Replace("<enter>", "", StringComparison.Ordinal));
                    return line.Replace("<enter>", "", StringComparison.Ordinal);
                }
                echo.WriteLine(line);
            }
            echo.WriteLine();
            return null;
        }
    }
}
