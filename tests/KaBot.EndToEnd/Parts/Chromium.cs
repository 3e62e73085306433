using KaBot.EndToEnd.Parts;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace KaBot.EndToEnd.Parts;

/// <summary>One headless Chromium for all tests, started by the first that needs it. <c>CHROMIUM</c> names another executable.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];

    // No sandbox for root in containers; nothing of the browser's own goes to the network.
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
    ];

    private readonly SemaphoreSlim _one = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh browser profile: nothing kept from another test.</summary>
    public async Task<IBrowserContext> NewAsync(string locale, int width, int height = 800)
    {
        await _one.WaitAsync();
        try
        {
            _browser ??= await StartAsync();
        }
        finally
        {
            _one.Release();
        }
        return await _browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
    }

    private async Task<IBrowser> StartAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Usual.FirstOrDefault(File.Exists);
        if (executable is null) Missing.Skip("No Chromium is here: install it, or name one in CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Switches });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }
}
