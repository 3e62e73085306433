using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KaBot.EndToEnd.Parts;

/// <summary>The chat page in a tab, as a person uses it: says, taps, reads. Waits for what it looks for.</summary>
internal sealed class ChatTab : IChat, IAsyncDisposable
{
    public const int Desktop = 1280;
    public const int Phone = 390;
    private readonly IBrowserContext _context;

    private ChatTab(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the page complained of: errors in its console, and requests to anywhere but its own server.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<ChatTab> OpenAsync(Chromium chromium, Uri address, string locale = "zh-CN", int width = Desktop)
    {
        var context = await chromium.NewAsync(locale, width);
        var tab = new ChatTab(context, await context.NewPageAsync());
        tab.Page.SetDefaultTimeout(30_000);
        tab.Page.Console += (_, message) => { if (message.Type == "error") tab.Complaints.Enqueue(message.Text); };
        tab.Page.PageError += (_, error) => tab.Complaints.Enqueue(error);
        tab.Page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Authority != address.Authority && url.Scheme is "http" or "https" or "ws" or "wss") tab.Complaints.Enqueue($"asked {request.Url}");
        };
        await tab.Page.GotoAsync(address.AbsoluteUri);
        // What is typed before the page is connected is lost. A page that only asks for its secret has no such line.
        await tab.SeeStateAsync("");
        return tab;
    }

    public ILocator Box => Page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>All that the conversation shows.</summary>
    public ILocator Transcript => Page.Locator("#webchat");

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Waits until the words stand in the conversation, below those that were there before.</summary>
    public Task SeeAsync(string text) => Shown(text).UntilSeenAsync();

    /// <summary>Waits until the line about the connection says this; empty: until there is none.</summary>
    public Task SeeStateAsync(string text) => text.Length == 0
        ? Page.Locator("#state").WaitForAsync(new() { State = WaitForSelectorState.Hidden })
        : Page.Locator("#state", new() { HasText = text }).WaitForAsync();

    public ILocator Shown(string text) => Transcript.GetByText(text).Last;

    /// <summary>Presses the newest button of a title that can be pressed.</summary>
    public Task TapAsync(string title) => Button(title).ClickAsync();

    public ILocator Button(string title) => Transcript.GetByRole(AriaRole.Button, new() { Name = title, Exact = true, Disabled = false }).Last;

    public Task FillAsync(string label, string text) => Transcript.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(text);

    /// <summary>What is on screen has no serious faults, and the page complained of nothing.</summary>
    public async Task PassesAsync()
    {
        Assert.True(!(await AxeAsync()).Any(), string.Join("\n", await AxeAsync()));
        Assert.True(Complaints.IsEmpty, string.Join("\n", Complaints));
    }

    /// <summary>Serious and critical faults that axe finds, a line each.</summary>
    public async Task<IEnumerable<string>> AxeAsync() => (await Page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical")
        .Select(fault => $"{fault.Id}: {fault.Help}: {string.Join(" | ", fault.Nodes.Select(node => node.Html))}");

    /// <summary>Saves what is on screen, once it stands still, for a person to look at.</summary>
    public async Task ShootAsync(string name)
    {
        await Page.EvaluateAsync(Still);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots(), $"{name}.png") });
    }

    // Ten frames in which nothing grew or scrolled.
    private const string Still = """
        () => new Promise(done => {
          const look = () => [...document.querySelectorAll('#webchat *')].map(e => e.scrollTop + e.scrollHeight).reduce((a, b) => a + b, 0);
          let [before, frames] = [look(), 0];
          const frame = () => { const now = look(); frames = now === before ? frames + 1 : 0; before = now; frames > 9 ? done() : requestAnimationFrame(frame); };
          requestAnimationFrame(frame);
        })
        """;

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    /// <summary>Where pictures go: <c>TestResults/screenshots</c> of this project.</summary>
    public static string Screenshots([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "TestResults", "screenshots"));
}
