using System.Diagnostics;

namespace KaBot.Benchmarks;

/// <summary>A server in a process of its own: KaBot itself, or a bot of this project, on a database in a temporary folder.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-benchmark-");

    private readonly Process _process;

    private ServerProcess(string assembly, string[] arguments, params (string Key, string Value)[] settings)
    {
        Address = new Uri($"http://127.0.0.1:{Connector.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, "--urls", Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName,
            Environment = { ["Storage__Path"] = Database, ["MicrosoftAppId"] = "" },
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>The file of its database.</summary>
    public string Database => Path.Combine(_folder.FullName, "kabot.db");

    /// <summary>The processor time that all its threads have used.</summary>
    public TimeSpan Cpu => Fresh.TotalProcessorTime;

    /// <summary>The memory it holds, in MB of 2^20 bytes.</summary>
    public double MemoryMb => Fresh.WorkingSet64 / 1024.0 / 1024.0;

    private Process Fresh
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    public Uri Messages => new(Address, "/api/messages");

    /// <summary>KaBot, started; not yet ready.</summary>
    /// <param name="settings">As environment variables, e.g. <c>Storage__Provider</c>.</param>
    public static ServerProcess KaBot(params (string Key, string Value)[] settings) => new(typeof(Web.Server).Assembly.Location, [], settings);

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
            catch (HttpRequestException) when (attempt < 2000 && !_process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>SIGKILL: no time to finish anything.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
