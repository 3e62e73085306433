using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KaBot.EndToEnd.Parts;

/// <summary>A program that a test starts, listens to and stops.</summary>
internal sealed class Tool : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private Tool(Process process) => _process = process;

    /// <summary>All it wrote so far.</summary>
    public string Output => string.Join('\n', _lines);

    public bool HasExited => _process.HasExited;

    public static Tool Start(string program, IEnumerable<string> arguments, string folder, params (string Key, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, StandardInputEncoding = new UTF8Encoding(false),
            RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, RedirectStandardError = true,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var process = new Process { StartInfo = start };
        var tool = new Tool(process);
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) tool._lines.Enqueue(line.Data); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) tool._lines.Enqueue(line.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return tool;
    }

    /// <summary>Types lines, and no more after them.</summary>
    public async Task TypeAsync(params IEnumerable<string> lines)
    {
        foreach (var line in lines) await _process.StandardInput.WriteLineAsync(line);
        _process.StandardInput.Close();
    }

    /// <summary>Waits until an address answers 200, or anything at all where that is enough; fails with the program's output when it ends or takes a minute.</summary>
    public async Task<Tool> ReadyAsync(Uri address, bool anyAnswer = false)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(address, patience.Token);
                if (anyAnswer || answer.StatusCode == HttpStatusCode.OK) return this;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                // It is still starting.
            }
            Assert.False(_process.HasExited || patience.IsCancellationRequested, $"{_process.StartInfo.FileName} did not come up:\n{Output}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits for its end; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no time to finish anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an operator stops it; killed when it does not obey.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await term.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
                Assert.Fail($"{_process.StartInfo.FileName} did not stop when asked to:\n{Output}");
            }
        }
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    /// <summary>A port nobody listens at just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
