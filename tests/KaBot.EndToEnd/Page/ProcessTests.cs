using KaBot.EndToEnd.Parts;

namespace KaBot.EndToEnd.Page;

/// <summary>The built program: comes up, serves the page in a production-like environment, stops when told, comes back after a kill.</summary>
public sealed class ProcessTests(Chromium chromium)
{
    [Fact]
    public async Task It_comes_up_stops_and_comes_back()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address);
        await tab.Box.WaitForAsync();
        Assert.Equal(0, await kabot.StopAsync());
        await tab.SeeStateAsync("重新连接");
        await kabot.StartAgainAsync();
        await tab.SeeStateAsync("");
        await kabot.KillAsync();
        Assert.True(kabot.HasExited);
        await tab.SeeStateAsync("重新连接");
        await kabot.StartAgainAsync();
        await tab.SeeStateAsync("");
    }

    [Fact]
    public async Task With_a_secret_it_asks_for_it()
    {
        const string secret = "correct horse battery staple";
        await using var kabot = await KaBotProcess.StartAsync(("WebChat__Secret", secret));
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, "en-US", ChatTab.Phone);
        await tab.Page.GetByLabel("Passphrase").FillAsync("wrong");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByText("That is not the passphrase").WaitForAsync();
        await tab.ShootAsync("sign-in");
        Assert.Equal([], await tab.AxeAsync());
        await tab.Page.GetByLabel("Passphrase").FillAsync(secret);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Box.WaitForAsync();
        await tab.SeeStateAsync("");
        Assert.True(tab.Complaints.IsEmpty, string.Join("\n", tab.Complaints));
    }
}
