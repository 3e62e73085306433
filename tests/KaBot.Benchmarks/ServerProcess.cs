using System.Diagnostics;

namespace KaBot.Benchmarks;

/// <summary>A server in a process of its own: KaBot itself, or a bot of this project, on a database in a temporary folder.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-benchmark-");

    private ServerProcess(string assembly, string[] arguments)
    {
        Address = new Uri($"http://127.0.0.1:{Connector.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName,
            Environment = { ["Storage__Path"] = Path.Combine(_folder.FullName, "kabot.db"), ["Logging__LogLevel__Default"] = "Warning", ["DOTNET_TieredPGO"] = "1" },
        };
        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, _) => { };
        Process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public Uri Address { get; }

    public Uri Messages => new(Address, "/api/messages");

    /// <summary>KaBot, started; not yet ready.</summary>
    public static ServerProcess KaBot() => new(typeof(Web.Server).Assembly.Location, []);

    /// <summary>The bare waterfall of this project, started; not yet ready.</summary>
    public static ServerProcess Bare() => new(typeof(ServerProcess).Assembly.Location, [Waterfall.ServeArgument]);

    /// <summary>Waits until it answers at all.</summary>
    public async Task<ServerProcess> ReadyAsync()
    {
        using var http = new HttpClient();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(Messages);
                return this;
            }
            catch (HttpRequestException) when (attempt < 2000 && !Process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    public void Dispose()
    {
        Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
        _folder.Delete(recursive: true);
    }
}
