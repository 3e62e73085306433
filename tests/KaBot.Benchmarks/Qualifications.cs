using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Benchmarks;

/// <summary>How fast facts become stages, on one core, in time of the processor.</summary>
internal sealed class Qualifications : IBenchmark
{
    public string Name => "qualify";

    public Task<IReadOnlyList<Row>> RunAsync()
    {
        var playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);
        var at = new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
        var random = new Random(1);
        var sheets = Enumerable.Range(0, 64).Select(_ => FactSheet.Of(playbook.Facts.Where(fact => fact.Kind == FactKind.Flag && random.Next(2) == 0)
            .Select(fact => new Fact(fact.Id, new FactValue.Flag(random.Next(3) > 0), Certainty.Stated, at.AddDays(-random.Next(60)))))).ToArray();
        Run(100_000);
        var (count, clock, before) = (200_000, new Cpu(), GC.GetAllocatedBytesForCurrentThread());
        Run(count);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            new("qualifications", Row.Text($"{count / clock.Elapsed.TotalSeconds:N0} /s")),
            new("… allocation each", Row.Text($"{bytes / 1024.0:0.0} KB")),
        ]);

        void Run(int times)
        {
            for (var i = 0; i < times; i++) Qualifier.Qualify(playbook, sheets[i % sheets.Length], at);
        }
    }
}
