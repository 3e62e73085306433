using System.Text;

namespace KaBot.Understanding.Judging;

/// <summary>
/// What clauses speak of: for each fact, or choice of it, how likely it is that a clause affirms it (<c>budget+</c>) or denies it
/// (<c>budget-</c>). Linear classifiers over <see cref="ClauseGrams"/>, learnt from phrases and labelled messages by <see cref="SenseLearner"/>.
/// They know no fact by their own say: they are asked whether they agree with a pattern.
/// </summary>
public sealed class Senses
{
    // A weight is one signed byte, in steps.
    internal const float Step = 1f / 16;

    private readonly Dictionary<string, int> _labels;
    private readonly float[] _bias;
    // For each place, where its labels and their weights start; the two run side by side.
    private readonly int[] _starts;
    private readonly byte[] _ofLabel;
    private readonly byte[] _weights;

    internal Senses(string[] labels, float[] bias, int[] starts, byte[] ofLabel, byte[] weights) =>
        (_labels, _bias, _starts, _ofLabel, _weights) = (labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal), bias, starts, ofLabel, weights);

    /// <summary>Those that ship with the assembly.</summary>
    internal static Senses Shipped { get; } = Open();

    /// <summary>Index of a label such as <c>budget+</c>, or -1 for one it has not learnt.</summary>
    public int Label(string name) => _labels.GetValueOrDefault(name, -1);

    /// <summary>The logarithm of the odds that a clause carries a label.</summary>
    /// <param name="places">Of the clause.</param>
    /// <param name="label">By its index.</param>
    internal float Score(ReadOnlySpan<int> places, int label)
    {
        var sum = 0;
        foreach (var place in places)
        {
            var start = _starts[place];
            var at = _ofLabel.AsSpan(start, _starts[place + 1] - start).IndexOf((byte)label);
            if (at >= 0) sum += (sbyte)_weights[start + at];
        }
        return sum * Step / MathF.Sqrt(Math.Max(1, places.Length)) + _bias[label];
    }

    /// <summary>What <see cref="SenseLearner"/> wrote.</summary>
    public static Senses Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var labels = new string[reader.ReadInt32()];
        var bias = new float[labels.Length];
        for (var i = 0; i < labels.Length; i++) (labels[i], bias[i]) = (reader.ReadString(), reader.ReadSingle());
        var starts = new int[ClauseGrams.Buckets + 1];
        for (var place = 0; place < ClauseGrams.Buckets; place++) starts[place + 1] = starts[place] + reader.ReadByte();
        return new Senses(labels, bias, starts, reader.ReadBytes(starts[^1]), reader.ReadBytes(starts[^1]));
    }

    private static Senses Open()
    {
        using var stream = typeof(Senses).Assembly.GetManifestResourceStream("KaBot.Understanding.Judging.senses.bin")!;
        return Read(stream);
    }
}
