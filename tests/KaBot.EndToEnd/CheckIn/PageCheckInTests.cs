using KaBot.EndToEnd.Parts;
using KaBot.Language;

namespace KaBot.EndToEnd.CheckIn;

/// <summary>Whole check-ins on the chat page of the real program.</summary>
public sealed class PageCheckInTests(Chromium chromium)
{
    private static readonly LanguageFiles Files = LanguageFiles.Load(LanguageFiles.Shipped);
    private static readonly Texts Chinese = Files.For("zh-CN");
    private static readonly Texts English = Files.For("en-US");

    [Theory]
    [InlineData(ChatTab.Desktop)]
    [InlineData(ChatTab.Phone)]
    public async Task A_check_in_and_after_a_restart_of_the_server_its_history(int width)
    {
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, width: width);
        await tab.SeeAsync(Chinese["welcome.first"]);
        await FirstCheckIn.TakeAsync(tab, $"page-{width}");
        await tab.PassesAsync();

        Assert.Equal(0, await kabot.StopAsync());
        await tab.SeeStateAsync("重新连接");
        await kabot.StartAgainAsync();
        await tab.Page.ReloadAsync();
        await tab.SeeStateAsync("");
        await FirstCheckIn.LookBackAsync(tab, $"page-{width}");
    }

    [Fact]
    public async Task Begun_in_English_and_ended_in_Chinese()
    {
        await using var kabot = await KaBotProcess.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, kabot.Address, "en-US");
        await tab.SeeAsync(English["welcome.first"]);
        await tab.SayAsync("new Northwind");
        await tab.FillAsync(English["newdeal.name"], "Warehouse robots");
        await tab.TapAsync(English["newdeal.create"]);
        await tab.TapAsync(English["answer.yes"]);
        await tab.SeeAsync(English.Say("question.progress", ("number", 2), ("of", KaBot.CheckIn.Draft.Round)));
        await tab.ShootAsync("english-1-question");
        await tab.SayAsync("Visited their CFO yesterday, the budget is 500k USD and they are comparing vendors");
        await tab.SeeAsync(English["readings.title"]);
        await tab.ShootAsync("english-2-readings");
        await tab.SayAsync("language");
        await tab.TapAsync(Chinese["language.name"]);
        await tab.SeeAsync(Chinese["language.changed"]);
        await tab.SayAsync("保存");
        await tab.SeeAsync(Chinese["stage.saved"]);
        await tab.ShootAsync("english-3-saved-in-chinese");
        await tab.PassesAsync();
    }
}
