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
    // For each place, where its pairs start; a pair is a label and its weight.
    private readonly int[] _starts;
    private readonly byte[] _pairs;

    internal Senses(string[] labels, float[] bias, int[] starts, byte[] pairs) =>
        (_labels, _bias, _starts, _pairs) = (labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal), bias, starts, pairs);

    /// <summary>Those that ship with the assembly.</summary>
    internal static Senses Shipped { get; } = Open();

    public int Count => _bias.Length;

    /// <summary>Index of a label such as <c>budget+</c>, or -1 for one it has not learnt.</summary>
    public int Label(string name) => _labels.GetValueOrDefault(name, -1);

    /// <summary>The logarithm of the odds of every label.</summary>
    /// <param name="places">Of a clause.</param>
    /// <param name="scores">As many as there are labels.</param>
    internal void Score(List<int> places, Span<float> scores)
    {
        scores.Clear();
        foreach (var place in places)
            for (var i = _starts[place]; i < _starts[place + 1]; i += 2) scores[_pairs[i]] += (sbyte)_pairs[i + 1];
        var scale = Step / MathF.Sqrt(Math.Max(1, places.Count));
        for (var label = 0; label < scores.Length; label++) scores[label] = scores[label] * scale + _bias[label];
    }

    /// <summary>What <see cref="SenseLearner"/> wrote.</summary>
    public static Senses Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var labels = new string[reader.ReadInt32()];
        var bias = new float[labels.Length];
        for (var i = 0; i < labels.Length; i++) (labels[i], bias[i]) = (reader.ReadString(), reader.ReadSingle());
        var starts = new int[ClauseGrams.Buckets + 1];
        for (var place = 0; place < ClauseGrams.Buckets; place++) starts[place + 1] = starts[place] + 2 * reader.ReadByte();
        return new Senses(labels, bias, starts, reader.ReadBytes(starts[^1]));
    }

    private static Senses Open()
    {
        using var stream = typeof(Senses).Assembly.GetManifestResourceStream("KaBot.Understanding.Judging.senses.bin")!;
        return Read(stream);
    }
}
