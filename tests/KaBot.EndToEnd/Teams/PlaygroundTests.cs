using KaBot.EndToEnd.CheckIn;
using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.Teams;

/// <summary>The Agents Playground, which stands for Teams.</summary>
public sealed class PlaygroundTests(Chromium chromium)
{
    /// <summary>With the bot that repeats: what fails here is how the tests drive it, not KaBot.</summary>
    [Fact]
    public async Task It_brings_words_and_taps()
    {
        await using var server = await EchoServer.StartAsync();
        await using var teams = await Playground.OpenAsync(chromium, server.Address);
        await teams.SayAsync("hello");
        await teams.SeeAsync("echo hello");
        await teams.SayAsync("card");
        await teams.SeeAsync("a card");
        await teams.ShootAsync("playground");
        await teams.TapAsync("tap");
        await teams.SeeAsync("tapped 1");
    }

    [Fact]
    public async Task A_check_in_and_after_a_restart_of_the_server_its_history()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        await using var teams = await Playground.OpenAsync(chromium, kabot.Address, "zh-CN");
        await teams.SayAsync("语言");
        await teams.TapAsync("中文");
        await teams.SeeAsync("之后用中文");
        await FirstCheckIn.TakeAsync(teams, "teams");
        await kabot.KillAsync();
        await kabot.StartAgainAsync();
        await FirstCheckIn.LookBackAsync(teams, "teams");
    }
}
