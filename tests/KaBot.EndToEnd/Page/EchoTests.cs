using KaBot.EndToEnd.Parts;
using Microsoft.Playwright;

namespace KaBot.EndToEnd.Page;

/// <summary>The chat page in a real browser, with a bot that repeats.</summary>
public sealed class EchoTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh-CN", ChatTab.Desktop)]
    [InlineData("zh-CN", ChatTab.Phone)]
    [InlineData("en-US", ChatTab.Desktop)]
    [InlineData("en-US", ChatTab.Phone)]
    public async Task The_page_talks_shows_cards_and_has_no_serious_faults(string language, int width)
    {
        await using var server = await EchoServer.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, server.Address, language, width);
        await tab.SayAsync("hello");
        await tab.SeeAsync("echo hello");
        await tab.SayAsync("card");
        await tab.SeeAsync("a card");
        await tab.Page.Locator(".webchat__connectivityStatus").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await tab.ShootAsync($"echo-{language}-{width}");
        Assert.Equal([], await tab.AxeAsync());
        Assert.Equal(language, await tab.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.True(tab.Complaints.IsEmpty, string.Join("\n", tab.Complaints));
    }

    [Fact]
    public async Task A_tapped_card_is_replaced_where_it_stands()
    {
        await using var server = await EchoServer.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, server.Address, "en-US");
        await tab.SayAsync("card");
        await tab.SeeAsync("a card");
        await tab.SayAsync("after");
        await tab.SeeAsync("echo after");
        await tab.Transcript.GetByLabel("name").FillAsync("Li");
        await tab.TapAsync("tap");
        await tab.SeeAsync("tapped 1 Li");
        Assert.Equal(1, await tab.Page.Locator(".ac-adaptiveCard").CountAsync());
        var card = await tab.Page.Locator(".ac-adaptiveCard").BoundingBoxAsync();
        var after = await tab.Page.Locator("#webchat").GetByText("echo after").Last.BoundingBoxAsync();
        Assert.True(card!.Y < after!.Y, "The new card stands below what was said after the old one.");
        await tab.TapAsync("tap");
        await tab.SeeAsync("tapped 2");
        await tab.Transcript.GetByLabel("name").FillAsync("fail");
        await tab.TapAsync("tap");
        await tab.SeeAsync("Sorry, that did not work");
        Assert.True(tab.Complaints.IsEmpty, string.Join("\n", tab.Complaints));
    }

    [Fact]
    public async Task A_restart_of_the_server_and_a_reload_go_on_in_the_same_conversation()
    {
        var server = await EchoServer.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, server.Address, "en-US");
        await tab.SayAsync("one");
        await tab.SeeAsync("echo one");
        var conversation = await ConversationAsync(tab);
        await tab.Page.ReloadAsync();
        await tab.SeeAsync("echo one");

        await server.DisposeAsync();
        await tab.SeeStateAsync("Reconnecting");
        await using var next = await EchoServer.StartAsync(server.Port);
        await tab.SeeStateAsync("");
        await tab.SayAsync("two");
        await tab.SeeAsync("echo two");
        Assert.Equal(1, await tab.Transcript.GetByText("echo one", new() { Exact = true }).CountAsync());
        Assert.Equal(conversation, await ConversationAsync(tab));
    }

    [Fact]
    public async Task What_could_not_be_sent_says_so_and_can_be_sent_again()
    {
        await using var server = await EchoServer.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, server.Address, "en-US");
        await tab.SayAsync("one");
        await tab.SeeAsync("echo one");
        server.Broken = true;
        await tab.SayAsync("two");
        var retry = tab.Transcript.GetByRole(AriaRole.Button, new() { Name = "Retry" });
        await retry.WaitForAsync();
        server.Broken = false;
        await retry.ClickAsync();
        await tab.SeeAsync("echo two");
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_and_the_language_can_be_switched()
    {
        await using var server = await EchoServer.StartAsync();
        await using var tab = await ChatTab.OpenAsync(chromium, server.Address, "zh-CN");
        await tab.Box.WaitForAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByText("Key-account deals").WaitForAsync();
        // What is pressed before the page is connected is lost.
        await tab.SeeStateAsync("");
        var hint = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Help" });
        await hint.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SeeAsync("echo Help");
        await tab.Box.FocusAsync();
        await tab.Page.Keyboard.TypeAsync("typed");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SeeAsync("echo typed");
        Assert.True(tab.Complaints.IsEmpty, string.Join("\n", tab.Complaints));
    }

    private static Task<string> ConversationAsync(ChatTab tab) => tab.Page.EvaluateAsync<string>("localStorage.getItem('kabot.conversation')");
}
