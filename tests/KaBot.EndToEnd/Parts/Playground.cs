using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace KaBot.EndToEnd.Parts;

/// <summary>
/// The Microsoft 365 Agents Playground, which stands for Teams: its npm package is brought in at test time only, below <c>obj</c>, and
/// used as it is. Drives its web page in a tab.
/// </summary>
internal sealed class Playground : IChat, IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";
    private readonly Tool _tool;
    private readonly DirectoryInfo _folder;
    private readonly IBrowserContext _context;

    private Playground(Tool tool, DirectoryInfo folder, IBrowserContext context, IPage page) => (_tool, _folder, _context, Page) = (tool, folder, context, page);

    public IPage Page { get; }

    public static async Task<Playground> OpenAsync(Chromium chromium, Uri bot, string locale = "en-US", int width = ChatTab.Desktop)
    {
        var cli = Path.Combine(await InstallAsync(), "node_modules", ".bin", "agentsplayground");
        var folder = Directory.CreateTempSubdirectory("kabot-playground");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".m365agentsplayground.yml"), Config);
        var port = Tool.FreePort();
        var own = new Uri($"http://127.0.0.1:{port}");
        var tool = Tool.Start("node",
            [cli, "start", "-e", new Uri(bot, "/api/messages").AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--su", new Uri(own, "/_connector").AbsoluteUri, "--dt"],
            folder.FullName, ("BROWSER", "none"));
        await tool.ReadyAsync(new Uri(own, "/_debug/ping"));
        var context = await chromium.NewAsync(locale, width);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(own.AbsoluteUri);
        // Its log says when it has told the bot of the person; what is typed before is lost.
        await page.GetByText("installationUpdate").First.WaitForAsync();
        return new Playground(tool, folder, context, page);
    }

    public async Task SayAsync(string text)
    {
        var box = Page.GetByRole(AriaRole.Textbox).Last;
        await box.ClickAsync();
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task SeeAsync(string text) => Page.GetByText(text).Last.UntilSeenAsync();

    public async Task TapAsync(string title)
    {
        var button = Page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;
        await button.UntilSeenAsync();
        await button.ClickAsync();
    }

    public Task FillAsync(string label, string text) => Page.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(text);

    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(ChatTab.Screenshots(), $"{name}.png") });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await _tool.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<string> InstallAsync([CallerFilePath] string file = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "obj", "playground"));
        Directory.CreateDirectory(folder);
        var done = Path.Combine(folder, "installed.txt");
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == Package) return folder;
        try
        {
            await using var npm = Tool.Start("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", ".", Package], folder);
            if (await npm.EndAsync() != 0) Missing.Skip($"npm could not install {Package}: {npm.Output}");
        }
        catch (Win32Exception missing)
        {
            Missing.Skip($"Node.js is not here: {missing.Message}");
        }
        await File.WriteAllTextAsync(done, Package);
        return folder;
    }

    /// <summary>Its settings: the person is Li Lei; five colleagues are the fewest it takes. Its own ids are no GUIDs; Teams' are.</summary>
    private static string Config => $$"""
        version: "0.1.1"
        tenantId: {{Guid(1)}}
        bot: { id: {{Guid(2)}}, name: KaBot }
        currentUser: {{User(10, "Li Lei")}}
        users:
          - {{User(11, "Han Meimei")}}
          - {{User(12, "Wang Wei")}}
          - {{User(13, "Zhang San")}}
          - {{User(14, "Li Si")}}
          - {{User(15, "Zhao Liu")}}
        personalChat: { id: "19:kabot-personal@unq.gbl.spaces" }
        groupChat: { id: "19:kabot-group@thread.v2", name: Deals }
        team:
          id: "19:kabot-team@thread.tacv2"
          aadGroupId: {{Guid(20)}}
          name: Sales
          channels:
            - { id: "19:kabot-general@thread.tacv2", name: General }
        """;

    private static string Guid(int n) => $"6f0d8d1e-5b0a-4f43-9d55-0d2f3a0c1b{n:00}";

    private static string User(int n, string name)
    {
        var mail = name.ToLowerInvariant().Replace(' ', '.') + "@example.com";
        var parts = name.Split(' ');
        return $"{{ id: user-id-{n}, name: {name}, userPrincipleName: {mail}, aadObjectId: {Guid(n)}, givenName: {parts[1]}, surname: {parts[0]}, email: {mail} }}";
    }
}
