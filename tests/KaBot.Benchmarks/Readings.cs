using System.Globalization;
using System.Text.Json;
using KaBot.Understanding;

namespace KaBot.Benchmarks;

/// <summary>How fast reps' words are read, on one core, and how long the reader takes to load, in time of the processor. The messages are those of the labelled corpus.</summary>
internal sealed class Readings : IBenchmark
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public string Name => "understand";

    public Task<IReadOnlyList<Row>> RunAsync()
    {
        var (playbook, reader) = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var texts = Directory.GetFiles(PlaybookFolder.Shipped, "*.yaml").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        var loading = new Cpu();
        _ = MessageReader.Load(playbook, texts);
        var loaded = loading.Elapsed;
        var messages = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "corpus.jsonl")).Select(Message).ToArray();
        Run(Measured);
        var (clock, before) = (new Cpu(), GC.GetAllocatedBytesForCurrentThread());
        var count = Run(Measured);
        var rate = count / clock.Elapsed.TotalSeconds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            new(Row.Text($"messages read, {messages.Length} different ones"), Row.Text($"{rate:N0} /s"), Row.Text($"20,000: {rate / 20_000:0.0} ×")),
            new("… allocation each", Row.Text($"{bytes:N0} bytes")),
            new("… reader loaded from its files, second time", Row.Text($"{loaded.TotalMilliseconds:0} ms"), "100 ms"),
        ]);

        long Run(TimeSpan time)
        {
            var read = 0L;
            for (var spent = new Cpu(); spent.Elapsed < time; read += messages.Length)
                foreach (var message in messages) reader.Read(message);
            return read;
        }
    }

    private static RepMessage Message(string line)
    {
        using var json = JsonDocument.Parse(line);
        var message = json.RootElement;
        return new RepMessage(message.GetProperty("text").GetString()!, message.GetProperty("lang").GetString()!,
            DateTimeOffset.Parse(message.GetProperty("at").GetString()!, CultureInfo.InvariantCulture), message.GetProperty("asked").GetString());
    }
}
