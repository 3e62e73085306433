using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KaBot.Tests.Storage;

/// <summary>
/// A PostgreSQL of one's own on a loopback port, its data in a temporary folder, from the programs that are installed. It stops and
/// removes itself with the process that started it, even when that one is killed.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Why there is none, for a test that is skipped.</summary>
    public const string Missing = "PostgreSQL is not here: install it (apt-get install postgresql), or put its programs on the PATH.";

    // Waits for the end of its input: the starting process is done, or dead. Then it asks the server to stop at once, and tidies up.
    private const string Guard = """
        "$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c log_min_messages=fatal & server=$!
        read -r _
        kill -INT $server; wait $server; rm -rf "${2%/*}"
        """;

    private readonly Process _guard;
    private readonly int _port;
    private int _databases;

    private PostgresServer(Process guard, int port) => (_guard, _port) = (guard, port);

    /// <summary>A server that answers; null when PostgreSQL is not installed.</summary>
    public static async Task<PostgresServer?> StartAsync()
    {
        if (Programs() is not { } programs) return null;
        var folder = Directory.CreateTempSubdirectory("kabot-postgres-").FullName;
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, "secret");
        if (IsRoot) Run("chown", "-R", "nobody", folder);
        var data = Path.Combine(folder, "data");
        Run(AsNobody(Path.Combine(programs, "initdb"), "-D", data, "-U", "kabot", "-A", "scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));
        var port = FreePort();
        var guard = Start(AsNobody("sh", "-c", Guard, "guard", programs, data, $"{port}"), input: true);
        var server = new PostgresServer(guard, port);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=kabot;Password=secret";

    private async Task ReadyAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_guard.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>The folder of the newest that Debian installed, or of the one on the PATH.</summary>
    private static string? Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian).OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return OperatingSystem.IsWindows() ? null : installed.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] AsNobody(params string[] command) => IsRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. command] : command;

    private static void Run(params string[] command)
    {
        using var process = Start(command, input: false);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {errors}");
    }

    private static Process Start(string[] command, bool input)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/", RedirectStandardInput = input, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        if (!input) return process;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
