using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>
/// How much an answer is expected to tell, in bits. A deal has come some way up the funnel; given how far, its facts are independent.
/// The answers so far say how far it probably is (Bayes), and so how likely each further answer is.
/// </summary>
internal sealed class Expectation
{
    private readonly DealQuizGuide _guide;
    private readonly Board _board;
    private readonly double[] _depths;

    public Expectation(DealQuizGuide guide, Board board)
    {
        (_guide, _board) = (guide, board);
        _depths = Normal([.. guide.Depths.Select((share, depth) => share * board.Counts
            .Aggregate(1.0, (product, fact) => product * (fact.Value ? Odds(fact.Key, depth) : 1 - Odds(fact.Key, depth))))]);
    }

    /// <summary>What settling a stage is expected to tell of the result: which stages are earned and solid.</summary>
    public double OfStage(StageDefinition stage)
    {
        var (rank, stages) = (_board.Playbook.Rank(stage.Id), _board.Playbook.Stages.Select(one => Chances(one).Now()).ToArray());
        return Results(_depths, stages) - Either(stages[rank], (outcome, depths) =>
            Results(depths, [.. stages.Select((chances, index) => index != rank ? chances : [.. chances.Select(_ => outcome ? 1.0 : 0)])]));
    }

    /// <summary>What each fact is expected to tell of whether a stage holds.</summary>
    public IEnumerable<(string FactId, double Bits)> OfFacts(StageDefinition stage)
    {
        var chances = Chances(stage);
        var now = Holding(_depths, chances.Now());
        return chances.Facts.Select(id => (id, now - Either([.. _depths.Select((_, depth) => Odds(id, depth))],
            (outcome, depths) => Holding(depths, chances.If(id, outcome)))));
    }

    /// <summary>The uncertainty that is left after something with these chances has turned out so or not.</summary>
    private double Either(double[] chances, Func<bool, double[], double> left)
    {
        return Of(true) + Of(false);

        double Of(bool outcome)
        {
            double[] joint = [.. _depths.Select((share, depth) => share * (outcome ? chances[depth] : 1 - chances[depth]))];
            var likely = joint.Sum();
            return likely <= 0 ? 0 : likely * left(outcome, Normal(joint));
        }
    }

    private StageChances Chances(StageDefinition stage) => new(_guide, _board, stage, Odds);

    // A fact of no stage, such as the size, says nothing of how far a deal has come.
    private double Odds(string factId, int depth) => _guide.Facts.GetValueOrDefault(factId)?.At(depth) ?? 0.5;

    private static double Holding(double[] depths, double[] chances)
    {
        var holds = depths.Zip(chances, (share, chance) => share * chance).Sum();
        return Bits(holds) + Bits(1 - holds);
    }

    /// <summary>The uncertainty of the result, over every pattern of stages that hold.</summary>
    private static double Results(double[] depths, double[][] stages)
    {
        var results = new double[stages.Length + 1, stages.Length + 1];
        for (var held = 0; held < 1 << stages.Length; held++)
            for (var depth = 0; depth < depths.Length; depth++)
            {
                var likely = depths[depth];
                for (var rank = 0; rank < stages.Length && likely > 0; rank++)
                    likely *= (held >> rank & 1) == 1 ? stages[rank][depth] : 1 - stages[rank][depth];
                results[32 - int.LeadingZeroCount(held), int.TrailingZeroCount(~held)] += likely;
            }
        return results.Cast<double>().Sum(Bits);
    }

    private static double[] Normal(double[] shares)
    {
        var sum = shares.Sum();
        return sum <= 0 ? shares : [.. shares.Select(share => share / sum)];
    }

    private static double Bits(double chance) => chance <= 0 ? 0 : -chance * Math.Log2(chance);
}
