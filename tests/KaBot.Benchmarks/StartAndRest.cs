using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

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
        using var connector = new Connector();
        for (var time = 0; time < Times; time++)
        {
            var rep = new Rep(connector, $"{time}");
            var clock = Stopwatch.StartNew();
            using var server = await ServerProcess.KaBot().ReadyAsync();
            using var http = new HttpClient();
            using var body = JsonContent.Create(JsonNode.Parse(rep.Say("帮助").Activity));
            using var answer = (await http.PostAsync(server.Messages, body)).EnsureSuccessStatusCode();
            starts.Add(clock.Elapsed.TotalSeconds);
            if (!rep.Answered) throw new InvalidOperationException("It did not answer.");
            await Task.Delay(TimeSpan.FromSeconds(2));
            rest = Math.Max(rest, server.MemoryMb);
        }
        starts.Sort();
        return
        [
            new("start to first answer, new database, median of 5", Row.Text($"{starts[Times / 2]:0.00} s"), "1.5 s"),
            new("memory at rest, the most of 5", Row.Text($"{rest:0} MB"), "120 MB"),
        ];
    }
}
