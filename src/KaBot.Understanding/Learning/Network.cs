using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private const int MostRowsOfShorts = 200, CacheLine = 64, BitsOfWord = 64;

    private static readonly int Block = Vector512<float>.Count;

    private readonly record struct Known(ulong Bits, int Before);

    private readonly Dictionary<string, int> _labels;
    // Which places have rows, a bit each, and how many rows there are before each word of bits: small enough to stay near the core.
    private readonly Known[] _known;
    // Rows begin where a line of the cache does: each costs one access to memory, seldom two.
    private readonly sbyte[] _rows;
    private readonly int _start;
    private readonly int[] _places;
    private readonly float[] _hiddenBias;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly int _width;

    /// <param name="places">The places that have rows, ascending.</param>
    /// <param name="rows">One behind the other, as many bytes each as there are hidden units.</param>
    /// <param name="weights">By hidden unit, then by label.</param>
    public Network(string[] labels, int[] places, ReadOnlySpan<sbyte> rows, float[] hiddenBias, float[] weights, float[] bias)
        : this(labels, places, hiddenBias, weights, bias) => rows.CopyTo(Rows);

    // Its rows are still to come: they are many, and are read to where they stay.
    private Network(string[] labels, int[] places, float[] hiddenBias, float[] weights, float[] bias)
    {
        Labels = labels;
        _labels = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        _width = (labels.Length + Block - 1) / Block * Block;
        (_places, _hiddenBias, _weights, _bias) = (places, hiddenBias, Widened(weights, hiddenBias.Length, _width), Widened(bias, 1, _width));
        var bits = new ulong[Features.Buckets / BitsOfWord];
        foreach (var place in places) bits[place / BitsOfWord] |= 1UL << place;
        _known = new Known[bits.Length];
        for (var (word, before) = (0, 0); word < bits.Length; before += BitOperations.PopCount(bits[word++])) _known[word] = new Known(bits[word], before);
        _rows = GC.AllocateUninitializedArray<sbyte>(places.Length * hiddenBias.Length + CacheLine, pinned: true);
        _start = (int)((CacheLine - Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0) % CacheLine) % CacheLine);
    }

    private Span<sbyte> Rows => _rows.AsSpan(_start, _places.Length * Hidden);

    public IReadOnlyList<string> Labels { get; }

    public int Hidden => _hiddenBias.Length;

    /// <summary>Index of a label, or -1 for one that was not learnt.</summary>
    public int Label(string name) => _labels.GetValueOrDefault(name, -1);

    /// <summary>The logarithm of the odds of every label.</summary>
    /// <param name="places">The features that hold.</param>
    /// <param name="scores">As long as there are labels.</param>
    /// <returns>How many of the features it has learnt of.</returns>
    public int Score(List<int> places, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Hidden];
        sums.Clear();
        var known = Add(places, sums);
        Score(sums, places.Count, scores);
        return known;
    }

    /// <summary>Adds the rows of some features to what others gave: what several things have in common is added up once.</summary>
    /// <param name="sums">As long as there are hidden units.</param>
    /// <returns>How many of the features it has learnt of.</returns>
    public int Add(List<int> places, Span<int> sums)
    {
        Span<int> starts = stackalloc int[MostRowsOfShorts];
        var (count, added) = (0, 0);
        foreach (var place in CollectionsMarshal.AsSpan(places))
        {
            ref readonly var known = ref _known[place / BitsOfWord];
            var bit = 1UL << place;
            if ((known.Bits & bit) == 0) continue;
            starts[count++] = _start + (known.Before + BitOperations.PopCount(known.Bits & (bit - 1))) * Hidden;
            if (count < MostRowsOfShorts) continue;
            AddRows(starts, sums);
            (count, added) = (0, added + count);
        }
        AddRows(starts[..count], sums);
        return added + count;
    }

    // As many units at once as a vector has bytes, their sums kept in registers.
    private void AddRows(ReadOnlySpan<int> starts, Span<int> sums)
    {
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (var unit = 0; unit < sums.Length; unit += Vector<sbyte>.Count)
        {
            Vector<short> low = default, high = default;
            foreach (var start in starts)
            {
                Vector.Widen(Vector.LoadUnsafe(ref rows, (nuint)(start + unit)), out var a, out var b);
                (low, high) = (low + a, high + b);
            }
            for (var i = 0; i < Vector<short>.Count; i++) (sums[unit + i], sums[unit + Vector<short>.Count + i]) = (sums[unit + i] + low[i], sums[unit + Vector<short>.Count + i] + high[i]);
        }
    }

    /// <summary>The logarithm of the odds of every label, from the sums of so many features.</summary>
    public void Score(ReadOnlySpan<int> sums, int features, Span<float> scores)
    {
        var scale = Step / MathF.Sqrt(Math.Max(1, features));
        Span<float> on = stackalloc float[Hidden];
        Span<int> rows = stackalloc int[Hidden];
        var count = 0;
        for (var unit = 0; unit < sums.Length; unit += Vector256<int>.Count)
        {
            var values = Vector256.ConvertToSingle(Vector256.Create(sums[unit..])) * scale + Vector256.Create(_hiddenBias.AsSpan(unit));
            for (var above = Vector256.GreaterThan(values, Vector256<float>.Zero).ExtractMostSignificantBits(); above != 0; above &= above - 1)
            {
                var i = BitOperations.TrailingZeroCount(above);
                (on[count], rows[count++]) = (values[i], (unit + i) * _width);
            }
        }
        // As many labels at once as two vectors hold, their sums kept in registers; the last vectors reach over the end.
        Span<float> all = stackalloc float[_width];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (var label = 0; label < _width; label += Block)
        {
            var sum = Vector512.Create(_bias.AsSpan(label));
            for (var i = 0; i < count; i++) sum += Vector512.LoadUnsafe(ref weights, (nuint)(rows[i] + label)) * on[i];
            sum.CopyTo(all[label..]);
        }
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
        Write(writer, _hiddenBias);
        for (var unit = 0; unit < Hidden; unit++) Write(writer, _weights.AsSpan(unit * _width, Labels.Count));
        Write(writer, _bias.AsSpan(0, Labels.Count));
        writer.Write(_places.Length);
        var before = 0;
        foreach (var place in _places)
        {
            writer.Write7BitEncodedInt(place - before);
            before = place;
        }
        writer.Write(MemoryMarshal.AsBytes(Rows));
    }

    public static Network Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var hidden = reader.ReadInt32();
        var (hiddenBias, weights, bias) = (Floats(reader, hidden), Floats(reader, hidden * labels.Length), Floats(reader, labels.Length));
        var (places, place) = (new int[reader.ReadInt32()], 0);
        for (var row = 0; row < places.Length; row++) places[row] = place += reader.Read7BitEncodedInt();
        var network = new Network(labels, places, hiddenBias, weights, bias);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(network.Rows));
        return network;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> numbers) => writer.Write(MemoryMarshal.AsBytes(numbers));

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
