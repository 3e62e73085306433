using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary>How many questions the deal quiz takes over fixed sets of deals, beside going down the funnel fact by fact.</summary>
public sealed class DealQuizLengthTests(ITestOutputHelper log)
{
    [Fact]
    public void It_takes_seven_questions_at_most_on_average_and_never_more_than_twelve()
    {
        var sets = new (string Name, List<FactSheet> Deals)[]
        {
            ("wild", Many(RandomDeals.Wild)),
            ("lifelike", Many(RandomDeals.Lifelike)),
            ("complete to a stage", [.. Enumerable.Range(0, Deal.Playbook.Stages.Length + 1).Select(RandomDeals.Complete)]),
        };
        log.WriteLine("| deals | mean | max | facts answered | facts top-down |");
        log.WriteLine("|---|---|---|---|---|");
        foreach (var (name, deals) in sets)
        {
            var runs = deals.Select(deal => DealQuizRun.Play(DealQuiz.Start(Deal.Playbook, RandomDeals.Guide.Deal), id => deal[id])).ToList();
            var (mean, max) = (runs.Average(run => run.Questions), runs.Max(run => run.Questions));
            var naive = deals.Average(deal => NaiveOrder.Length(Deal.Playbook, deal));
            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {mean:0.00} | {max} | {runs.Average(run => run.Asked.Length):0.00} | {naive:0.00} |"));
            Assert.InRange(mean, 1, 7);
            Assert.InRange(max, 1, 12);
            Assert.True(runs.Average(run => run.Asked.Length) < naive, name);
        }
    }

    [Theory]
    [InlineData("contract_signed", "closing repeat target intent initiation recognition negotiation")]
    public void A_stage_is_one_question(string first, string stages)
    {
        var deal = RandomDeals.Complete(Deal.Playbook.Rank("repeat"));
        var (quiz, asked) = (DealQuiz.Start(Deal.Playbook, RandomDeals.Guide.Deal), new List<string>());
        while (quiz.Next is { } question)
        {
            asked.Add(question.Stage.Id);
            while (quiz.Pending(question) is { } fact) quiz = quiz.Answer(fact, deal[fact]);
        }
        Assert.Equal(first, quiz.Asked[asked.IndexOf("closing")..].First(id => id == first));
        Assert.Equal(stages.Split(' ').Order(), asked.Order());
    }

    private static List<FactSheet> Many(Func<Random, FactSheet> deal)
    {
        var dice = new Random(20261123);
        return [.. Enumerable.Range(0, 500).Select(_ => deal(dice))];
    }
}
