using System.Diagnostics;
using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;
using KaBot.Tests.Quizzes;

namespace KaBot.Benchmarks;

/// <summary>How many questions the deal quiz takes, beside a form filled in from the top of the funnel, one fact a question.</summary>
internal sealed class DealQuizzes : IBenchmark
{
    private const int Many = 1000;

    public string Name => "quiz";

    public Task<IReadOnlyList<Row>> RunAsync() => Task.FromResult<IReadOnlyList<Row>>(
    [
        .. Of("any facts", RandomDeals.Wild),
        .. Of("lifelike", RandomDeals.Lifelike),
    ]);

    private static IEnumerable<Row> Of(string name, Func<Random, FactSheet> deal)
    {
        var dice = new Random(20261123);
        var deals = Enumerable.Range(0, Many).Select(_ => deal(dice)).ToList();
        var clock = Stopwatch.StartNew();
        var runs = deals.Select(known => DealQuizRun.Play(DealQuiz.Start(Deal.Playbook, RandomDeals.Guide.Deal), id => known[id])).ToList();
        var took = clock.Elapsed;
        var naive = deals.Average(known => NaiveOrder.Length(Deal.Playbook, known));
        yield return new($"deal quiz, {name}: questions, mean (max)", Figure($"{runs.Average(run => run.Questions):0.0} ({runs.Max(run => run.Questions)})"), "at most 7 (12)");
        yield return new("… facts answered, mean", Figure($"{runs.Average(run => run.Asked.Length):0.0}"), Figure($"top-down, one by one: {naive:0.0}"));
        yield return new("… a whole quiz, thinking time", Figure($"{took.TotalMilliseconds / Many:0.0} ms"));
    }

    private static string Figure(FormattableString figure) => figure.ToString(CultureInfo.InvariantCulture);
}
