using System.Diagnostics;
using KaBot.Understanding;

namespace KaBot.Benchmarks;

/// <summary>How fast a rep's words are read, on one core, and how long the reader takes to load.</summary>
internal sealed class Readings : IBenchmark
{
    private static readonly string[] Texts =
    [
        "昨天第二次拜访了他们CIO，预算大概50万，三月底上线，竞品用友，还嫌贵", "还没定", "合同已经双方签了，首款下周打过来", "今天太累了，堵车两小时",
        "Met the CFO yesterday, budget is around 500k, they want to go live by end of June, up against SAP", "not yet", "两家在比，主要是金蝶",
    ];

    public string Name => "understand";

    public Task<IReadOnlyList<Row>> RunAsync()
    {
        _ = PlaybookFolder.Open(PlaybookFolder.Shipped);
        var loading = Stopwatch.StartNew();
        var reader = PlaybookFolder.Open(PlaybookFolder.Shipped).Reader;
        loading.Stop();
        var at = new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
        Run(20_000);
        var (count, clock, before) = (140_000, Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        Run(count);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        var rate = count / clock.Elapsed.TotalSeconds;
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            new("messages read", Row.Text($"{rate:N0} /s"), Row.Text($"20,000: {rate / 20_000:0.0} ×")),
            new("… allocation each", Row.Text($"{bytes:N0} bytes")),
            new("… playbook and reader loaded, second time", Row.Text($"{loading.Elapsed.TotalMilliseconds:0} ms"), "100 ms"),
        ]);

        void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var text = Texts[i % Texts.Length];
                reader.Read(new RepMessage(text, text[0] < 128 ? "en" : "zh", at));
            }
        }
    }
}
