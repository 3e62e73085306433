using System.Numerics;
using System.Runtime.CompilerServices;

namespace KaBot.Understanding.Learning;

/// <summary>The tokens of a message as an <see cref="Encoder"/> sees them. Used again for the next message of the thread.</summary>
internal sealed class Encoded
{
    private float[] _inner = [], _outer = [], _message = [], _clause = [];
    private int _width;

    public int Count { get; private set; }

    public Span<float> Inner => _inner.AsSpan(_width, Count * _width);

    public Span<float> Outer => _outer.AsSpan(_width, Count * _width);

    /// <summary>The highest and the mean of all tokens.</summary>
    public Span<float> Message => _message;

    /// <summary>The highest and the mean of a clause's tokens.</summary>
    public Span<float> Clause => _clause;

    /// <summary>The highest of all tokens, which counts for every clause besides its own.</summary>
    public Span<float> Highest => _message.AsSpan(0, _width);

    public void Clear(int width)
    {
        if (width != _width) (_inner, _outer, _message, _clause) = ([], [], new float[Encoder.OfMessage * width], new float[Encoder.OfMessage * width]);
        _width = width;
        Count = 0;
        Grow();
    }

    /// <summary>One token more; what it gives the one before it, itself and the one behind, side by side.</summary>
    public Span<float> Next()
    {
        Count++;
        Grow();
        return InnerAround(Count - 1);
    }

    /// <summary>A token of the first layer with the one before and the one behind; the first and the last have a neighbour that is never looked at.</summary>
    public Span<float> InnerAround(int token) => _inner.AsSpan(token * _width, Encoder.Reach * _width);

    /// <summary>The same of the second.</summary>
    public Span<float> OuterAround(int token) => _outer.AsSpan(token * _width, Encoder.Reach * _width);

    // Room for the last token and the one behind it, which is cleared; of none yet, for the one before the first and the first.
    private void Grow()
    {
        var (end, kept) = ((Count + 2) * _width, Count == 0 ? 0 : (Count + 1) * _width);
        Grow(ref _inner, end);
        Grow(ref _outer, end);
        _inner.AsSpan(kept, end - kept).Clear();
        _outer.AsSpan(kept, end - kept).Clear();
    }

    private static void Grow(ref float[] numbers, int length)
    {
        if (numbers.Length < length) Array.Resize(ref numbers, length * 2);
    }
}

/// <summary>
/// What each token of a message means where it stands: the sum of its features' rows, and two layers that each look at a token and its two
/// neighbours (a convolution; below zero counts as zero). What a clause or the whole message looks like is the highest and the mean over its tokens.
/// Learnt by <see cref="SequenceLearner"/> together with the networks that go by it.
/// </summary>
internal sealed class Encoder
{
    // Of a message the highest and the mean; of a clause these and the highest of all.
    public const int Reach = 3, OfMessage = 2, OfClause = 3;

    // A token has fewer, however many classes of words a playbook adds.
    private const int MostFeatures = 64;

    private readonly PlaceIndex _index;
    private readonly float[] _rows, _inner, _innerBias, _outer, _outerBias;
    // What a row gives the first layer of the token before, of its own and of the one behind, side by side: known beforehand, for nothing but sums comes before.
    // It is much, so it stands in steps of a byte, as large as each row has them.
    private readonly sbyte[] _given;
    private readonly float[] _step;
    // What each number of the first layer gives the second, in the same order.
    private readonly HalvedMatrix _passed;
    private readonly int _width;

    /// <param name="index">The features that have rows.</param>
    /// <param name="inner">For each number of the token before, the token itself and the one behind, a row as long as <paramref name="innerBias"/>.</param>
    /// <param name="outer">The same of the first layer.</param>
    public Encoder(PlaceIndex index, float[] rows, float[] inner, float[] innerBias, float[] outer, float[] outerBias)
    {
        (_index, _rows, _inner, _innerBias, _outer, _outerBias, Hidden, _width) = (index, rows, inner, innerBias, outer, outerBias, innerBias.Length, inner.Length / Reach / innerBias.Length);
        var (given, inside) = (new float[index.Places.Count * Around], new ExactMatrix(inner, Hidden));
        for (var row = 0; row < index.Places.Count; row++)
            for (var place = 0; place < Reach; place++)
                inside.AddProduct(rows.AsSpan(row * _width, _width), given.AsSpan((row * Reach + Reach - 1 - place) * Hidden, Hidden), place * _width);
        (_given, _step) = Vectors.InSteps(given, Around);
        var passed = new float[outer.Length];
        for (var number = 0; number < Hidden; number++)
            for (var place = 0; place < Reach; place++)
                outer.AsSpan((place * Hidden + number) * Hidden, Hidden).CopyTo(passed.AsSpan((number * Reach + Reach - 1 - place) * Hidden));
        _passed = new HalvedMatrix(passed, Around);
    }

    /// <summary>How wide it is inside, and what comes out of it.</summary>
    public int Hidden { get; }

    private int Around => Reach * Hidden;

    /// <summary>The next token of a message, by its features.</summary>
    public void Add(Encoded message, ReadOnlySpan<int> places)
    {
        Span<int> rows = stackalloc int[MostFeatures];
        var count = _index.RowsOf(places[..Math.Min(places.Length, MostFeatures)], rows);
        Vectors.AddRows(_given, _step, rows[..count], message.Next());
    }

    /// <summary>What all tokens mean, when the last was added.</summary>
    public void Run(Encoded message)
    {
        Finish(message.Inner, _innerBias);
        for (var token = 0; token < message.Count; token++) _passed.AddProduct(message.Inner.Slice(token * Hidden, Hidden), message.OuterAround(token));
        Finish(message.Outer, _outerBias);
        Vectors.Add(message.Outer, message.Inner, 1);
        Pool(message, 0, message.Count, message.Message);
    }

    /// <summary>What a clause of some tokens looks like; it stands until the next is asked for.</summary>
    public ReadOnlySpan<float> Clause(Encoded message, int first, int end)
    {
        Pool(message, first, end, message.Clause);
        return message.Clause;
    }

    /// <summary>What a token means where it stands; nothing of one far behind.</summary>
    public ReadOnlySpan<float> Token(Encoded message, int token) => token < message.Count ? message.Outer.Slice(token * Hidden, Hidden) : default;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pool(Encoded message, int first, int end, Span<float> into)
    {
        var highest = into[..Hidden];
        var mean = into.Slice(Hidden, Hidden);
        highest.Clear();
        mean.Clear();
        end = Math.Min(end, message.Count);
        for (var token = first; token < end; token++)
        {
            var outer = message.Outer.Slice(token * Hidden, Hidden);
            for (var i = 0; i < Hidden; i += Vector<float>.Count)
            {
                var values = new Vector<float>(outer[i..]);
                Vector.Max(new Vector<float>(highest[i..]), values).CopyTo(highest[i..]);
                (new Vector<float>(mean[i..]) + values * (1f / (end - first))).CopyTo(mean[i..]);
            }
        }
    }

    private void Finish(Span<float> layer, ReadOnlySpan<float> bias)
    {
        for (var token = 0; token < layer.Length; token += Hidden) Vectors.Add(layer.Slice(token, Hidden), bias, 1);
        Vectors.Rectify(layer);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_width);
        writer.Write(Hidden);
        foreach (var numbers in (float[][])[_inner, _innerBias, _outer, _outerBias]) Network.Write(writer, numbers);
        _index.Write(writer);
        Network.Write(writer, _rows);
    }

    public static Encoder Read(BinaryReader reader)
    {
        var (width, hidden) = (reader.ReadInt32(), reader.ReadInt32());
        var (inner, innerBias, outer, outerBias) = (Network.Floats(reader, Reach * width * hidden), Network.Floats(reader, hidden), Network.Floats(reader, Reach * hidden * hidden), Network.Floats(reader, hidden));
        var index = PlaceIndex.Read(reader);
        return new Encoder(index, Network.Floats(reader, index.Places.Count * width), inner, innerBias, outer, outerBias);
    }
}
