using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.Teams;

/// <summary>The Agents Playground with the bot that repeats: what fails here is how the tests drive it, not KaBot.</summary>
public sealed class PlaygroundTests(Chromium chromium)
{
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
}
