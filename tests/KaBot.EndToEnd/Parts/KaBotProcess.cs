namespace KaBot.EndToEnd.Parts;

/// <summary>
/// The real program in a process of its own, on a free loopback port with a database in a temporary folder. It can be stopped, killed and
/// started again over the same database and port.
/// </summary>
internal sealed class KaBotProcess : IAsyncDisposable
{
    private readonly (string Key, string? Value)[] _settings;
    private Tool _tool = null!;

    private KaBotProcess(int port, (string Key, string? Value)[] settings)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        _settings = settings;
    }

    public Uri Address { get; }

    /// <summary>Holds the database and all else it keeps.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("kabot-process");

    /// <summary>What it wrote since it was last started.</summary>
    public string Output => _tool.Output;

    public bool HasExited => _tool.HasExited;

    /// <param name="settings">As environment variables, e.g. <c>WebChat__Secret</c>.</param>
    public static async Task<KaBotProcess> StartAsync(params (string Key, string? Value)[] settings)
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "lib", "webchat.js"))) Missing.Skip("Web Chat is not here: the build needs Node.js and a network to bring it in.");
        var process = new KaBotProcess(Tool.FreePort(), settings);
        await process.StartAgainAsync();
        return process;
    }

    public async Task StartAgainAsync()
    {
        _tool = Start(Folder, ["--urls", Address.AbsoluteUri], _settings);
        await _tool.ReadyAsync(Address, anyAnswer: true);
    }

    /// <summary>The program with a command line, over the database in a folder.</summary>
    public static Tool Start(DirectoryInfo folder, string[] arguments, params (string Key, string? Value)[] settings) =>
        Tool.Start("dotnet", [typeof(Web.Server).Assembly.Location, .. arguments], folder.FullName,
            [("HOME", folder.FullName), ("MicrosoftAppId", ""), ("Storage__Path", Path.Combine(folder.FullName, "kabot.db")), .. settings]);

    /// <summary>SIGKILL, in the middle of whatever it does.</summary>
    public Task KillAsync() => _tool.KillAsync();

    /// <summary>SIGTERM; its exit code.</summary>
    public Task<int> StopAsync() => _tool.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _tool.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
