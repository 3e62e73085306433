using KaBot.Understanding.Text;

namespace KaBot.Understanding.Telling;

/// <summary>
/// Learns the weights of <see cref="NewsJudge"/> by logistic regression with AdaGrad and an L2 penalty. The same messages in the same
/// order give the same bytes: nothing is drawn at random.
/// </summary>
public static class NewsLearner
{
    private const int Rounds = 15, Stride = 7919, Folds = 10;
    private const double Rate = 0.1, Penalty = 3e-3;

    /// <param name="examples">Messages, and whether each tells nothing of a deal.</param>
    /// <returns>A signed byte a place.</returns>
    public static byte[] Learn(IReadOnlyList<(string Text, bool Nothing)> examples)
    {
        var (weights, gradients) = (new double[Grams.Buckets], new double[Grams.Buckets]);
        var places = examples.Select(example => Places(example.Text)).ToList();
        for (var step = 0; step < Rounds * examples.Count; step++)
        {
            // A stride that shares no factor with the count visits each once a round, languages and kinds mixed.
            var i = (int)((long)step * Stride % examples.Count);
            var miss = Sigmoid(places[i].Sum(place => weights[place])) - (examples[i].Nothing ? 1 : 0);
            foreach (var place in places[i])
            {
                var gradient = miss + Penalty * weights[place];
                gradients[place] += gradient * gradient;
                weights[place] -= Rate * gradient / Math.Sqrt(gradients[place] + 1e-8);
            }
        }
        return [.. weights.Select(weight => (byte)(sbyte)Math.Clamp(Math.Round(weight / NewsJudge.Step), sbyte.MinValue, sbyte.MaxValue))];
    }

    /// <summary>
    /// How it would do on messages not learnt from: each tenth is judged by what the other nine taught. Returns how many of the empty
    /// messages were silenced, and how many of the others were, which is what it costs.
    /// </summary>
    public static (int Caught, int Empty, int Lost, int Telling) Check(IReadOnlyList<(string Text, bool Nothing)> examples)
    {
        var (caught, lost) = (0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var judge = new NewsJudge(Learn([.. examples.Where((_, i) => i % Folds != fold)]));
            foreach (var (text, nothing) in examples.Where((_, i) => i % Folds == fold))
                if (judge.TellsNothing(Normalizer.Of(text))) (caught, lost) = nothing ? (caught + 1, lost) : (caught, lost + 1);
        }
        return (caught, examples.Count(example => example.Nothing), lost, examples.Count(example => !example.Nothing));
    }

    private static int[] Places(string text)
    {
        var places = new List<int>();
        Grams.Read(Normalizer.Of(text), places);
        return [.. places];
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
