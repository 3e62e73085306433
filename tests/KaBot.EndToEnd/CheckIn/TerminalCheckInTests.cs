using KaBot.EndToEnd.Parts;
using KaBot.Language;

namespace KaBot.EndToEnd.CheckIn;

/// <summary><c>-- chat</c> as a process, its input and output piped: a check-in by words and by options, and the next day's look back.</summary>
public sealed class TerminalCheckInTests : IDisposable
{
    private static readonly Texts Words = LanguageFiles.Load(LanguageFiles.Shipped).For("zh-CN");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-terminal");

    [Fact]
    public async Task A_check_in_and_in_another_process_its_history()
    {
        var first = await TalkAsync(
            Option("welcome.first"), Option("newdeal.create"), "恒瑞冷链", "仓储系统升级", "1",
            Option("answer.yes"), "联系上了，预算50万", Option("question.finish"), Option("stage.save"));
        Assert.Contains("恒瑞冷链 · 仓储系统升级", first, StringComparison.Ordinal);
        Assert.Contains(Words.Say("common.quote", ("words", "预算50万")), first, StringComparison.Ordinal);
        Assert.Contains(Words["stage.saved"], first, StringComparison.Ordinal);
        Assert.Contains(Words["terminal.bye"], first, StringComparison.Ordinal);

        var second = await TalkAsync("历史 恒瑞", Option("history.show"));
        Assert.Contains(Words.Say("changes.new", ("after", "50万元")), second, StringComparison.Ordinal);
        Assert.Contains(Words["day.saved"].Split('{')[0], second, StringComparison.Ordinal);
    }

    private static string Option(string key) => $"[{Words[key]}]";

    private async Task<string> TalkAsync(params string[] lines)
    {
        await using var chat = KaBotProcess.Start(_folder, ["chat", "--lang", "zh-CN"]);
        await chat.TypeAsync([.. lines, Words["terminal.end"].Split(' ')[0]]);
        Assert.Equal(0, await chat.EndAsync());
        return chat.Output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
