using System.Runtime.InteropServices;

namespace KaBot.Understanding.Learning;

/// <summary>
/// A small neural network over a bag of features: each feature that holds adds its row to a hidden layer, what is below zero there counts
/// as zero, and every label is a weighted sum of the rest. Rows are signed bytes in steps of <see cref="Step"/>; a feature never
/// learnt has none. Made by <see cref="NetworkLearner"/>.
/// </summary>
internal sealed class Network
{
    public const float Step = 1f / 32;

    // So many rows of signed bytes a sum of shorts surely holds.
    private const int MostRowsOfShorts = 200, CacheLine = 64;

    private readonly Dictionary<string, int> _labels;
    private readonly PlaceIndex _index;
    // Rows begin where a line of the cache does: each costs one access to memory, seldom two.
    private readonly sbyte[] _rows;
    private readonly int _start;
    private readonly float[] _dense;
    private readonly float[] _hiddenBias;
    private readonly float[] _weights;
    private readonly float[] _bias;
    // The same as they are multiplied by. What decides is exact.
    private readonly HalvedMatrix _ofDense;
    private readonly ExactMatrix _ofHidden;
    private readonly int _width;

    /// <param name="index">The places that have rows.</param>
    /// <param name="rows">One behind the other, as many bytes each as there are hidden units.</param>
    /// <param name="dense">What an <see cref="Encoder"/> gives counts too: by what it gives, then by hidden unit; empty where it plays no part.</param>
    /// <param name="weights">By hidden unit, then by label.</param>
    public Network(string[] labels, PlaceIndex index, ReadOnlySpan<sbyte> rows, float[] dense, float[] hiddenBias, float[] weights, float[] bias)
        : this(labels, index, dense, hiddenBias, weights, bias) => rows.CopyTo(Rows);

    // Its rows are still to come: they are many, and are read to where they stay.
    private Network(string[] labels, PlaceIndex index, float[] dense, float[] hiddenBias, float[] weights, float[] bias)
    {
        Labels = labels;
        _labels = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        _width = (labels.Length + Matrix.Block - 1) / Matrix.Block * Matrix.Block;
        (_index, _dense, _hiddenBias, _weights, _bias) = (index, dense, hiddenBias, Widened(weights, hiddenBias.Length, _width), Widened(bias, 1, _width));
        (_ofDense, _ofHidden) = (new HalvedMatrix(dense, hiddenBias.Length), new ExactMatrix(_weights, _width));
        _rows = GC.AllocateUninitializedArray<sbyte>(index.Places.Count * hiddenBias.Length + CacheLine, pinned: true);
        _start = (int)((CacheLine - Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0) % CacheLine) % CacheLine);
    }

    private Span<sbyte> Rows => _rows.AsSpan(_start, _index.Places.Count * Hidden);

    public IReadOnlyList<string> Labels { get; }

    public int Hidden => _hiddenBias.Length;

    /// <summary>Index of a label, or -1 for one that was not learnt.</summary>
    public int Label(string name) => _labels.GetValueOrDefault(name, -1);

    /// <summary>The logarithm of the odds of every label.</summary>
    /// <param name="places">The features that hold.</param>
    /// <param name="scores">As long as there are labels.</param>
    /// <param name="dense">What an encoder gives, or the first of it where <see cref="Begin"/> took the last.</param>
    /// <param name="begun">What that made of it.</param>
    /// <returns>How many of the features it has learnt of.</returns>
    public int Score(ReadOnlySpan<int> places, Span<float> scores, ReadOnlySpan<float> dense = default, ReadOnlySpan<float> begun = default)
    {
        Span<int> sums = stackalloc int[Hidden];
        sums.Clear();
        var known = Add(places, sums);
        Score(sums, places.Length, scores, dense, begun);
        return known;
    }

    /// <summary>What the last numbers that an encoder gives come to in the hidden layer: where they are the same for several things, that is worked out once.</summary>
    /// <param name="begun">As long as there are hidden units.</param>
    public void Begin(ReadOnlySpan<float> last, Span<float> begun)
    {
        _hiddenBias.CopyTo(begun);
        _ofDense.AddProduct(last, begun, _dense.Length / Hidden - last.Length);
    }

    /// <summary>Adds the rows of some features to what others gave: what several things have in common is added up once.</summary>
    /// <param name="sums">As long as there are hidden units.</param>
    /// <returns>How many of the features it has learnt of.</returns>
    public int Add(ReadOnlySpan<int> places, Span<int> sums)
    {
        Span<int> rows = stackalloc int[MostRowsOfShorts];
        var added = 0;
        for (var all = places; !all.IsEmpty; all = all[Math.Min(all.Length, MostRowsOfShorts)..])
        {
            var count = _index.RowsOf(all[..Math.Min(all.Length, MostRowsOfShorts)], rows);
            Vectors.AddRows(Rows, rows[..count], sums);
            added += count;
        }
        return added;
    }

    /// <summary>The logarithm of the odds of every label, from the sums of so many features.</summary>
    public void Score(ReadOnlySpan<int> sums, int features, Span<float> scores, ReadOnlySpan<float> dense = default, ReadOnlySpan<float> begun = default)
    {
        var scale = Step / MathF.Sqrt(Math.Max(1, features));
        Span<float> on = stackalloc float[Hidden], all = stackalloc float[_width];
        (begun.IsEmpty ? _hiddenBias : begun).CopyTo(on);
        _ofDense.AddProduct(dense, on);
        Vectors.Add(on, sums, scale);
        Vectors.Rectify(on);
        _bias.CopyTo(all);
        _ofHidden.AddProduct(on, all);
        all[..scores.Length].CopyTo(scores);
    }

    // Rows of weights as wide as whole blocks.
    private static float[] Widened(ReadOnlySpan<float> weights, int rows, int width)
    {
        var (wide, labels) = (new float[rows * width], weights.Length / rows);
        for (var row = 0; row < rows; row++) weights.Slice(row * labels, labels).CopyTo(wide.AsSpan(row * width));
        return wide;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels.Count);
        foreach (var label in Labels) writer.Write(label);
        writer.Write(Hidden);
        writer.Write(_dense.Length);
        Write(writer, _hiddenBias);
        for (var unit = 0; unit < Hidden; unit++) Write(writer, _weights.AsSpan(unit * _width, Labels.Count));
        Write(writer, _bias.AsSpan(0, Labels.Count));
        Write(writer, _dense);
        _index.Write(writer);
        writer.Write(MemoryMarshal.AsBytes(Rows));
    }

    public static Network Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var (hidden, inputs) = (reader.ReadInt32(), reader.ReadInt32());
        var (hiddenBias, weights, bias) = (Floats(reader, hidden), Floats(reader, hidden * labels.Length), Floats(reader, labels.Length));
        var dense = Floats(reader, inputs);
        var network = new Network(labels, PlaceIndex.Read(reader), dense, hiddenBias, weights, bias);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(network.Rows));
        return network;
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<float> numbers) => writer.Write(MemoryMarshal.AsBytes(numbers));

    public static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
