using System.Text;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Judging;

/// <summary>A clause to learn from.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="True">Labels it carries.</param>
/// <param name="False">Labels it does not carry for sure.</param>
/// <param name="Rest">How sure it is, from 0 to 1, that it carries none of the others.</param>
public sealed record SenseSample(string Text, IReadOnlyList<string> True, IReadOnlyList<string> False, float Rest);

/// <summary>
/// Learns <see cref="Senses"/>: logistic regression of all labels at once, by AdaGrad with an L2 penalty. The same samples in the same
/// order give the same bytes: nothing is drawn at random.
/// </summary>
public static class SenseLearner
{
    private const int Rounds = 12, Stride = 7919, LeastSeen = 4, SmallestWeight = 4;
    private const float Rate = 0.5f, Penalty = 1e-4f, Tiny = 1e-8f;

    public static byte[] Learn(IReadOnlyList<SenseSample> samples)
    {
        string[] labels = [.. samples.SelectMany(sample => sample.True).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        var (places, rows) = (samples.Select(sample => PlacesOf(sample.Text)).ToArray(), new int[ClauseGrams.Buckets]);
        foreach (var place in places.SelectMany(each => each.Distinct())) rows[place]++;
        var seen = 0;
        for (var place = 0; place < rows.Length; place++) rows[place] = rows[place] < LeastSeen ? -1 : seen++;
        var model = new Weights(labels.Length, seen);
        for (var step = 0; step < Rounds * samples.Count; step++)
        {
            // A stride that shares no factor with the count visits each once a round.
            var each = (int)((long)step * Stride % samples.Count);
            model.Learn([.. places[each].Select(place => rows[place]).Where(row => row >= 0)], Targets(samples[each], index), places[each].Length);
        }
        return Write(labels, rows, model);
    }

    /// <summary>The logarithm of the odds of a label for a text that is one clause.</summary>
    public static float ScoreOf(Senses senses, string text, string label) => senses.Score(PlacesOf(text), senses.Label(label));

    private static int[] PlacesOf(string text)
    {
        var (normal, values, places) = (Normalizer.Of(text), new List<Spotted>(), new List<int>());
        ValueFinder.Find(normal, text, new DateOnly(2026, 1, 1), values);
        ClauseGrams.Read(normal, values, 0, normal.Length, places);
        return [.. places];
    }

    private static (float Target, float Weight)[] Targets(SenseSample sample, Dictionary<string, int> index)
    {
        var targets = new (float, float)[index.Count];
        Array.Fill(targets, (0f, sample.Rest));
        foreach (var label in sample.False)
            if (index.TryGetValue(label, out var at)) targets[at] = (0f, 1f);
        foreach (var label in sample.True) targets[index[label]] = (1f, 1f);
        return targets;
    }

    private static byte[] Write(string[] labels, int[] rows, Weights model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(labels.Length);
        for (var label = 0; label < labels.Length; label++)
        {
            writer.Write(labels[label]);
            writer.Write(model.Bias[label]);
        }
        var (carried, weights) = (new List<byte>(), new List<byte>());
        foreach (var row in rows)
        {
            var before = carried.Count;
            for (var label = 0; row >= 0 && label < labels.Length; label++)
            {
                var weight = (int)Math.Clamp(MathF.Round(model.At(row)[label] / Senses.Step), sbyte.MinValue, sbyte.MaxValue);
                if (Math.Abs(weight) < SmallestWeight || carried.Count - before == byte.MaxValue) continue;
                carried.Add((byte)label);
                weights.Add((byte)(sbyte)weight);
            }
            writer.Write((byte)(carried.Count - before));
        }
        writer.Write([.. carried, .. weights]);
        return stream.ToArray();
    }

    private sealed class Weights(int labels, int rows)
    {
        private readonly float[] _weights = new float[labels * rows];
        private readonly float[] _gradients = new float[labels * rows];
        private readonly float[] _biasGradients = new float[labels];
        private readonly float[] _miss = new float[labels];

        public float[] Bias { get; } = new float[labels];

        public Span<float> At(int row) => _weights.AsSpan(row * labels, labels);

        public void Learn(int[] rows, (float Target, float Weight)[] targets, int length)
        {
            var scale = 1 / MathF.Sqrt(Math.Max(1, length));
            _miss.AsSpan().Clear();
            foreach (var row in rows)
            {
                var weights = At(row);
                for (var label = 0; label < labels; label++) _miss[label] += weights[label];
            }
            for (var label = 0; label < labels; label++)
            {
                var (target, weight) = targets[label];
                _miss[label] = weight * (1 / (1 + MathF.Exp(-_miss[label] * scale - Bias[label])) - target);
                _biasGradients[label] += _miss[label] * _miss[label];
                Bias[label] -= Rate * _miss[label] / MathF.Sqrt(_biasGradients[label] + Tiny);
            }
            foreach (var row in rows)
            {
                var weights = At(row);
                var gradients = _gradients.AsSpan(row * labels, labels);
                for (var label = 0; label < labels; label++)
                {
                    var gradient = _miss[label] * scale + Penalty * weights[label];
                    gradients[label] += gradient * gradient;
                    weights[label] -= Rate * gradient / MathF.Sqrt(gradients[label] + Tiny);
                }
            }
        }
    }
}
