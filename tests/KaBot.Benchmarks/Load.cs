using System.Diagnostics;
using System.Text;

namespace KaBot.Benchmarks;

/// <summary>What a run of turns came to.</summary>
/// <param name="CpuMsPerTurn">Of the server's process, all its threads.</param>
internal sealed record LoadResult(double PerSecond, double P50Ms, double P99Ms, double CpuMsPerTurn);

/// <summary>Turns over HTTP: some connections at once, each sending its next activity when the one before is answered.</summary>
internal static class Load
{
    /// <summary>How many at once: as many as the SDK was measured with.</summary>
    public const int Connections = 8;

    /// <summary>Turns until the server has compiled what is hot, also on a busy machine; only then the clock runs.</summary>
    private const int WarmUp = 20_000;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    /// <param name="turns">The activities of a connection, without end; asked for the next one when the one before is answered.</param>
    public static async Task<LoadResult> RunAsync(ServerProcess server, Connector connector, Func<int, IEnumerable<Spoken>> turns)
    {
        var talks = Enumerable.Range(0, Connections).Select(connection => turns(connection).GetEnumerator()).ToList();
        var wires = await Task.WhenAll(talks.Select(_ => Wire.ConnectAsync(server.Messages)));
        await RunAsync((_, turns) => turns < WarmUp / Connections);
        var cpu = server.Cpu;
        var (seconds, times) = await RunAsync((clock, _) => clock.Elapsed < Measured);
        var result = new LoadResult(times.Length / seconds, times[times.Length / 2], times[(int)(times.Length * 0.99)], (server.Cpu - cpu).TotalMilliseconds / times.Length);
        foreach (var wire in wires) wire.Dispose();
        return result;

        async Task<(double Seconds, double[] Times)> RunAsync(Func<Stopwatch, int, bool> goesOn)
        {
            var clock = Stopwatch.StartNew();
            var all = await Task.WhenAll(wires.Zip(talks, (wire, talk) => TalkAsync(wire, talk, connector, turns => goesOn(clock, turns))));
            return (clock.Elapsed.TotalSeconds, [.. all.SelectMany(each => each).Order()]);
        }
    }

    private static async Task<List<double>> TalkAsync(Wire wire, IEnumerator<Spoken> talk, Connector connector, Func<int, bool> goesOn)
    {
        await Task.Yield();
        var times = new List<double>();
        while (goesOn(times.Count) && talk.MoveNext())
        {
            var (conversation, activity) = talk.Current;
            var start = Stopwatch.GetTimestamp();
            await wire.SendAsync("POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8", activity);
            var (status, body) = await wire.ReadAsync() ?? throw new EndOfStreamException("The server hung up.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!status.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal)) throw new InvalidOperationException($"{status}: {Encoding.UTF8.GetString(body)}");
            if (body.Length > 0) connector.Keep(conversation, body);
        }
        return times;
    }
}
