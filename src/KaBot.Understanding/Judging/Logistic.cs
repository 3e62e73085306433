namespace KaBot.Understanding.Judging;

/// <summary>An example to learn from: the places that are true of it, and whether it is of the kind sought.</summary>
/// <param name="Places">Each below the number of weights.</param>
public readonly record struct Sample(int[] Places, bool Positive);

/// <summary>
/// Logistic regression over places that hold or do not, by AdaGrad with an L2 penalty. The same samples in the same order give the same
/// bytes: nothing is drawn at random. A weight is one signed byte, in steps of <see cref="Step"/>.
/// </summary>
public static class Logistic
{
    public const float Step = 1f / 32;
    private const int Rounds = 15, Stride = 7919, Folds = 10;
    private const double Rate = 0.1, Penalty = 3e-3, Tiny = 1e-8;

    public static byte[] Learn(IReadOnlyList<Sample> samples, int size)
    {
        var (weights, gradients) = (new double[size], new double[size]);
        for (var step = 0; step < Rounds * samples.Count; step++)
        {
            // A stride that shares no factor with the count visits each once a round, languages and kinds mixed.
            var sample = samples[(int)((long)step * Stride % samples.Count)];
            var miss = Odds(sample.Places, weights) - (sample.Positive ? 1 : 0);
            foreach (var place in sample.Places)
            {
                var gradient = miss + Penalty * weights[place];
                gradients[place] += gradient * gradient;
                weights[place] -= Rate * gradient / Math.Sqrt(gradients[place] + Tiny);
            }
        }
        return [.. weights.Select(weight => (byte)(sbyte)Math.Clamp(Math.Round(weight / Step), sbyte.MinValue, sbyte.MaxValue))];
    }

    /// <summary>The score of every sample by weights learnt from the samples of nine other tenths: how it would do on what it has not seen.</summary>
    public static float[] CrossValidate(IReadOnlyList<Sample> samples, int size)
    {
        var scores = new float[samples.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Learn([.. samples.Where((_, i) => i * Folds / samples.Count != fold)], size);
            for (var i = 0; i < samples.Count; i++)
                if (i * Folds / samples.Count == fold) scores[i] = Score(weights, samples[i].Places);
        }
        return scores;
    }

    /// <summary>The logarithm of the odds that it is of the kind sought.</summary>
    public static float Score(ReadOnlySpan<byte> weights, ReadOnlySpan<int> places)
    {
        var sum = 0;
        foreach (var place in places) sum += (sbyte)weights[place];
        return sum * Step;
    }

    private static double Odds(int[] places, double[] weights) => 1 / (1 + Math.Exp(-places.Sum(place => weights[place])));

    /// <summary>Weights that ship with the assembly.</summary>
    internal static byte[] Shipped(string name, int size)
    {
        using var stream = typeof(Logistic).Assembly.GetManifestResourceStream($"KaBot.Understanding.Judging.{name}.bin")!;
        var weights = new byte[size];
        stream.ReadExactly(weights);
        return weights;
    }
}
