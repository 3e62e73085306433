using System.Numerics;

namespace KaBot.Understanding.Learning;

/// <summary>A <see cref="Network"/> as it is being learnt: logistic loss of all labels at once, AdaGrad (Duchi, Hazan, Singer 2011), features dropped at random.</summary>
internal sealed class Head
{
    private const int MostOnStack = 4096;
    private const float OutputRate = 0.3f, FirstBias = -3, Guessed = 0.5f;

    private readonly Lessons _lessons;
    private readonly int _hidden, _labels;
    private readonly string[] _names;
    // By row: its place, and in how many examples it occurs.
    private readonly int[] _places, _seen;
    private readonly int[] _rowOf;
    private readonly Dictionary<string, int> _index;
    private readonly Weights _rows, _dense, _hiddenBias, _weights, _bias;
    private readonly ExactMatrix _ofDense;
    private readonly float[] _on, _back, _miss;
    private Dice _dice = new(12345);

    /// <param name="examples">All that it will see.</param>
    /// <param name="dense">How many numbers an encoder gives.</param>
    public Head(IReadOnlyList<Example> examples, Lessons lessons, int dense = 0)
    {
        _names = [.. examples.SelectMany(example => example.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _index = _names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        (_places, _seen, _rowOf) = Seen(examples.Select(example => example.Places), lessons.LeastSeen);
        (_lessons, _hidden, _labels) = (lessons, lessons.Hidden, (_names.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count);
        (_rows, _dense, _hiddenBias, _weights, _bias) = (new(_places.Length * _hidden), new(dense * _hidden), new(_hidden), new(_hidden * _labels), new(_labels));
        _ofDense = new ExactMatrix(_dense.Values, _hidden);
        (_on, _back, _miss) = (new float[_hidden], new float[_hidden], new float[_labels]);
        for (var i = 0; i < _rows.Values.Length; i++) _rows.Values[i] = (_dice.Share() - 0.5f) * 0.5f;
        for (var i = 0; i < _weights.Values.Length; i++) _weights.Values[i] = (_dice.Share() - 0.5f) / MathF.Sqrt(_hidden);
        for (var i = 0; i < _dense.Values.Length; i++) _dense.Values[i] = (_dice.Share() - 0.5f) * 2 / MathF.Sqrt(dense);
        Array.Fill(_hiddenBias.Values, 0.1f);
        Array.Fill(_bias.Values, FirstBias);
    }

    /// <summary>All that is learnt.</summary>
    public IEnumerable<Weights> Parts => [_rows, _dense, _hiddenBias, _weights, _bias];

    /// <summary>The places that occur in so many examples or more, ascending, in how many each does, and the row of each place or -1.</summary>
    public static (int[] Places, int[] Seen, int[] RowOf) Seen(IEnumerable<int[]> examples, int least)
    {
        var (seen, rowOf, places) = (new int[Features.Buckets], new int[Features.Buckets], new List<int>());
        foreach (var example in examples)
            foreach (var place in example.Distinct()) seen[place]++;
        for (var place = 0; place < seen.Length; place++)
        {
            rowOf[place] = seen[place] >= least ? places.Count : -1;
            if (rowOf[place] >= 0) places.Add(place);
        }
        return ([.. places], [.. places.Select(place => seen[place])], rowOf);
    }

    /// <summary>An example, with its places as rows.</summary>
    public Prepared Prepare(in Example example) => new([.. example.Places.Select(place => _rowOf[place]).Where(row => row >= 0)], example.Places.Length, LessonOf(example));

    // How likely each label holds, and how much that counts.
    private (float Likely, float Counts)[] LessonOf(in Example example)
    {
        var lesson = new (float Likely, float Counts)[_names.Length];
        Array.Fill(lesson, (0f, example.Rest));
        foreach (var label in example.Sure)
            if (_index.TryGetValue(label, out var at)) lesson[at] = (0, 1);
        foreach (var label in example.Unsure)
            if (_index.TryGetValue(label, out var at)) lesson[at] = (0, 0);
        foreach (var label in example.Labels) lesson[_index[label]] = (1, 1);
        if (example.Guess is not { } guess) return lesson;
        for (var label = 0; label < guess.Odds.Length; label++)
            if (_index.TryGetValue(guess.Labels[label], out var at))
            {
                var (likely, counts) = lesson[at];
                // Where the label says nothing, the guess is all there is.
                var share = counts > 0 ? Guessed : 1;
                lesson[at] = (likely + share * (1 / (1 + MathF.Exp(-guess.Odds[label])) - likely), Math.Max(counts, Guessed));
            }
        return lesson;
    }

    /// <summary>Learns from an example.</summary>
    /// <param name="dense">What the encoder gives.</param>
    /// <param name="back">What it should have given, rather: the loss's slope.</param>
    public void Learn(in Prepared example, ReadOnlySpan<float> dense = default, Span<float> back = default)
    {
        Span<int> kept = example.Rows.Length <= MostOnStack ? stackalloc int[example.Rows.Length] : new int[example.Rows.Length];
        var count = 0;
        foreach (var row in example.Rows)
            if (_dice.Share() >= _lessons.Dropped) kept[count++] = row;
        kept = kept[..count];
        var (scale, lesson) = (1 / (MathF.Sqrt(Math.Max(1, example.Length)) * (1 - _lessons.Dropped)), example.Lesson);
        Forward(kept, scale, dense);
        for (var label = 0; label < lesson.Length; label++) _miss[label] = lesson[label].Counts * (1 / (1 + MathF.Exp(-_miss[label])) - lesson[label].Likely);
        _miss.AsSpan(lesson.Length).Clear();
        _bias.Step(0, _miss, 1, _lessons.Rate, penalty: 0);
        Backward(kept, scale, dense, back);
    }

    private void Forward(ReadOnlySpan<int> rows, float scale, ReadOnlySpan<float> dense)
    {
        _on.AsSpan().Clear();
        foreach (var row in rows) Vectors.Add(_on, _rows.Values.AsSpan(row * _hidden, _hidden), scale);
        _ofDense.AddProduct(dense, _on);
        _bias.Values.CopyTo(_miss.AsSpan());
        for (var unit = 0; unit < _hidden; unit++)
        {
            _on[unit] = Math.Max(0, _on[unit] + _hiddenBias.Values[unit]);
            if (_on[unit] > 0) Vectors.Add(_miss, _weights.Values.AsSpan(unit * _labels, _labels), _on[unit]);
        }
    }

    private void Backward(ReadOnlySpan<int> rows, float scale, ReadOnlySpan<float> dense, Span<float> back)
    {
        _back.AsSpan().Clear();
        for (var unit = 0; unit < _hidden; unit++)
        {
            if (_on[unit] <= 0) continue;
            _back[unit] = Vectors.Dot(_weights.Values.AsSpan(unit * _labels, _labels), _miss);
            _weights.Step(unit * _labels, _miss, _on[unit], _lessons.Rate * OutputRate, _lessons.Penalty);
        }
        _hiddenBias.Step(0, _back, 1, _lessons.Rate * OutputRate, penalty: 0);
        for (var i = 0; i < dense.Length; i++)
        {
            if (dense[i] == 0) continue;
            back[i] = Vectors.Dot(_dense.Values.AsSpan(i * _hidden, _hidden), _back);
            _dense.Step(i * _hidden, _back, dense[i], _lessons.DenseRate, _lessons.Penalty);
        }
        foreach (var row in rows) _rows.Step(row * _hidden, _back, scale, _lessons.Rate, _lessons.Penalty);
    }

    /// <summary>The network as it was learnt, its rows in steps, without those of features too rare to keep.</summary>
    public Network Finish()
    {
        int[] kept = [.. Enumerable.Range(0, _places.Length).Where(row => _seen[row] >= _lessons.LeastKept)];
        var learnt = new sbyte[kept.Length * _hidden];
        for (var i = 0; i < learnt.Length; i++)
            learnt[i] = (sbyte)Math.Clamp(MathF.Round(_rows.Values[kept[i / _hidden] * _hidden + i % _hidden] / Network.Step), sbyte.MinValue, sbyte.MaxValue);
        var weights = new float[_hidden * _names.Length];
        for (var unit = 0; unit < _hidden; unit++) _weights.Values.AsSpan(unit * _labels, _names.Length).CopyTo(weights.AsSpan(unit * _names.Length));
        return new Network(_names, new PlaceIndex([.. kept.Select(row => _places[row])]), learnt, _dense.Values, _hiddenBias.Values, weights, _bias.Values[.._names.Length]);
    }
}

/// <summary>An example as a <see cref="Head"/> sees it.</summary>
/// <param name="Rows">Of the features it learns of.</param>
/// <param name="Length">How many features there were.</param>
/// <param name="Lesson">By label: how likely it holds, and how much that counts.</param>
internal readonly record struct Prepared(int[] Rows, int Length, (float Likely, float Counts)[] Lesson);
