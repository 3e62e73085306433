using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace KaBot.Benchmarks;

/// <summary>From starting the process to its first answer, and the memory it holds once it rests.</summary>
internal sealed class StartAndRest : IBenchmark
{
    private const int Times = 5;

    public string Name => "start";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        var starts = new List<double>();
        double rest = 0;
        for (var time = 0; time < Times; time++)
        {
            await using var connector = await Connector.StartAsync();
            var clock = Stopwatch.StartNew();
            using var server = ServerProcess.KaBot();
            await server.ReadyAsync();
            using var http = new HttpClient();
            using var body = JsonContent.Create(Load.Message(connector.Address, 0, time, "帮助"));
            using var answer = (await http.PostAsync(server.Messages, body)).EnsureSuccessStatusCode();
            starts.Add(clock.Elapsed.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(2));
            server.Process.Refresh();
            rest = Math.Max(rest, server.Process.WorkingSet64 / 1024.0 / 1024.0);
        }
        starts.Sort();
        return
        [
            new("start to first answer, new database, median of 5", string.Create(CultureInfo.InvariantCulture, $"{starts[Times / 2]:0.00} s"), "1.5 s"),
            new("memory at rest, the most of 5", string.Create(CultureInfo.InvariantCulture, $"{rest:0} MB"), "120 MB"),
        ];
    }
}
