using System.Numerics;
using System.Runtime.InteropServices;

namespace KaBot.Understanding.Learning;

/// <summary>An example for a network.</summary>
/// <param name="Places">The features that hold.</param>
/// <param name="Labels">Labels that hold.</param>
/// <param name="Unsure">Labels of which it teaches nothing.</param>
/// <param name="Sure">Labels that surely do not hold, where <paramref name="Rest"/> is below 1.</param>
/// <param name="Rest">How much a label that is not named counts as not holding, from 0 to 1.</param>
/// <param name="Teacher">A network that did not learn from this example: what it makes of it counts as half of what there is to learn. People label
/// alike things in unlike ways, and a single label hides it.</param>
internal readonly record struct Example(
    int[] Places, IReadOnlyCollection<string> Labels, IReadOnlyCollection<string> Unsure, IReadOnlyCollection<string> Sure, float Rest = 1, Network? Teacher = null)
{
    public static Example Of(Features features, params IReadOnlyCollection<string> labels) => new([.. features.Places], labels, [], []);
}

/// <summary>How a network learns.</summary>
/// <param name="Hidden">Hidden units, a multiple of 32.</param>
/// <param name="Rounds">How often it sees each example.</param>
/// <param name="Rate">AdaGrad's first step.</param>
/// <param name="LeastSeen">A feature must occur in so many examples.</param>
internal sealed record Lessons(int Hidden = 64, int Rounds = 12, float Rate = 0.1f, float Penalty = 1e-5f, float Dropped = 0.2f, int LeastSeen = 2);

/// <summary>
/// Learns a <see cref="Network"/>: logistic loss of all labels at once, AdaGrad (Duchi, Hazan, Singer 2011), features dropped at random.
/// Randomness comes from a generator of its own with a fixed seed: the same examples in the same order give the same network.
/// </summary>
internal sealed class NetworkLearner
{
    private const int Stride = 7919, MostOnStack = 4096;
    private const float Tiny = 1e-6f, OutputRate = 0.3f, FirstBias = -3, Guessed = 0.5f;

    private readonly Lessons _lessons;
    private readonly int _hidden;
    private readonly string[] _names;
    private readonly int _labels;
    private readonly float[] _rows, _rowGradients, _hiddenBias, _hiddenGradients, _weights, _weightGradients, _bias, _biasGradients;
    private readonly float[] _on, _back, _miss;
    private readonly float[][] _means;
    private int _averaged;
    private Dice _dice = new(12345);

    private NetworkLearner(Lessons lessons, string[] names, int rows)
    {
        (_lessons, _hidden, _names, _labels) = (lessons, lessons.Hidden, names, (names.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count);
        (_rows, _rowGradients) = (new float[(long)rows * _hidden], new float[(long)rows * _hidden]);
        (_hiddenBias, _hiddenGradients, _on, _back) = (new float[_hidden], new float[_hidden], new float[_hidden], new float[_hidden]);
        (_weights, _weightGradients) = (new float[_hidden * _labels], new float[_hidden * _labels]);
        (_bias, _biasGradients, _miss) = (new float[_labels], new float[_labels], new float[_labels]);
        Parts = [_rows, _hiddenBias, _weights, _bias];
        _means = [.. Parts.Select(part => new float[part.Length])];
        for (var i = 0; i < _rows.Length; i++) _rows[i] = (_dice.Share() - 0.5f) * 0.5f;
        for (var i = 0; i < _weights.Length; i++) _weights[i] = (_dice.Share() - 0.5f) / MathF.Sqrt(_hidden);
        Array.Fill(_hiddenBias, 0.1f);
        Array.Fill(_bias, FirstBias);
    }

    // All that is learnt.
    private float[][] Parts { get; }

    /// <param name="senses">Places that mean about the same: what is learnt of one of a class helps the others. Place → its classes' places.</param>
    public static Network Learn(IReadOnlyList<Example> examples, Lessons lessons, IReadOnlyDictionary<int, int[]>? senses = null)
    {
        string[] names = [.. examples.SelectMany(example => example.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var (seen, rowOf, rows) = (new int[Features.Buckets], new int[Features.Buckets], 0);
        foreach (var example in examples)
            foreach (var place in example.Places.SelectMany(place => Senses(senses, place).Prepend(place)).Distinct()) seen[place]++;
        for (var place = 0; place < seen.Length; place++) rowOf[place] = seen[place] >= lessons.LeastSeen ? rows++ : -1;
        var learner = new NetworkLearner(lessons, names, rows);
        var (inputs, lessonsOf) = (examples.Select(example => Rows(example, rowOf, senses)).ToArray(), examples.Select(example => learner.LessonOf(example, index)).ToArray());
        for (var step = 0L; step < (long)lessons.Rounds * examples.Count; step++)
        {
            // A stride that shares no factor with the count visits each once a round.
            var each = (int)(step * Stride % examples.Count);
            learner.Learn(inputs[each], examples[each].Places.Length, lessonsOf[each]);
            if ((step + 1) % examples.Count == 0 && (step + 1) / examples.Count > lessons.Rounds / 2) learner.Average();
        }
        learner.TakeAverage();
        return learner.Finish(rowOf, rows, senses);
    }

    private static IEnumerable<int> Senses(IReadOnlyDictionary<int, int[]>? senses, int place) => senses is not null && senses.TryGetValue(place, out var classes) ? classes : [];

    private static int[] Rows(in Example example, int[] rowOf, IReadOnlyDictionary<int, int[]>? senses) =>
        [.. example.Places.SelectMany(place => Senses(senses, place).Prepend(place)).Select(place => rowOf[place]).Where(row => row >= 0)];

    // How likely each label holds, and how much that counts.
    private (float Likely, float Counts)[] LessonOf(in Example example, Dictionary<string, int> index)
    {
        var lesson = new (float Likely, float Counts)[_names.Length];
        Array.Fill(lesson, (0f, example.Rest));
        foreach (var label in example.Sure)
            if (index.TryGetValue(label, out var at)) lesson[at] = (0, 1);
        foreach (var label in example.Unsure)
            if (index.TryGetValue(label, out var at)) lesson[at] = (0, 0);
        foreach (var label in example.Labels) lesson[index[label]] = (1, 1);
        if (example.Teacher is not { } teacher) return lesson;
        Span<float> guesses = stackalloc float[teacher.Labels.Count];
        teacher.Score([.. example.Places], guesses);
        for (var guess = 0; guess < guesses.Length; guess++)
            if (index.TryGetValue(teacher.Labels[guess], out var at))
            {
                var (likely, counts) = lesson[at];
                // Where the label says nothing, the guess is all there is.
                var share = counts > 0 ? Guessed : 1;
                lesson[at] = (likely + share * (1 / (1 + MathF.Exp(-guesses[guess])) - likely), Math.Max(counts, Guessed));
            }
        return lesson;
    }

    // What is kept is the mean of the weights behind each of the later rounds: it carries over better than the last ones (Polyak, Juditsky 1992).
    private void Average()
    {
        _averaged++;
        for (var part = 0; part < Parts.Length; part++)
            for (var i = 0; i < Parts[part].Length; i++) _means[part][i] += (Parts[part][i] - _means[part][i]) / _averaged;
    }

    private void TakeAverage()
    {
        for (var part = 0; part < Parts.Length && _averaged > 0; part++) _means[part].CopyTo(Parts[part], 0);
    }

    private void Learn(int[] rows, int length, (float Likely, float Counts)[] lesson)
    {
        Span<int> kept = rows.Length <= MostOnStack ? stackalloc int[rows.Length] : new int[rows.Length];
        var count = 0;
        foreach (var row in rows)
            if (_dice.Share() >= _lessons.Dropped) kept[count++] = row;
        kept = kept[..count];
        var scale = 1 / (MathF.Sqrt(Math.Max(1, length)) * (1 - _lessons.Dropped));
        Forward(kept, scale);
        for (var label = 0; label < lesson.Length; label++)
        {
            _miss[label] = lesson[label].Counts * (1 / (1 + MathF.Exp(-_miss[label])) - lesson[label].Likely);
            _biasGradients[label] += _miss[label] * _miss[label];
            _bias[label] -= _lessons.Rate * _miss[label] / MathF.Sqrt(_biasGradients[label] + Tiny);
        }
        _miss.AsSpan(lesson.Length).Clear();
        Backward(kept, scale);
    }

    private void Forward(ReadOnlySpan<int> rows, float scale)
    {
        _on.AsSpan().Clear();
        foreach (var row in rows) Add(_on, _rows.AsSpan(row * _hidden, _hidden), 1);
        _bias.CopyTo(_miss.AsSpan());
        for (var unit = 0; unit < _hidden; unit++)
        {
            _on[unit] = Math.Max(0, _on[unit] * scale + _hiddenBias[unit]);
            if (_on[unit] > 0) Add(_miss, _weights.AsSpan(unit * _labels, _labels), _on[unit]);
        }
    }

    private void Backward(ReadOnlySpan<int> rows, float scale)
    {
        _back.AsSpan().Clear();
        for (var unit = 0; unit < _hidden; unit++)
        {
            if (_on[unit] <= 0) continue;
            var weights = _weights.AsSpan(unit * _labels, _labels);
            for (var label = 0; label < _labels; label++) _back[unit] += weights[label] * _miss[label];
            Step(weights, _weightGradients.AsSpan(unit * _labels, _labels), _miss, _on[unit], _lessons.Rate * OutputRate);
            _hiddenGradients[unit] += _back[unit] * _back[unit];
            _hiddenBias[unit] -= _lessons.Rate * OutputRate * _back[unit] / MathF.Sqrt(_hiddenGradients[unit] + Tiny);
        }
        foreach (var row in rows) Step(_rows.AsSpan(row * _hidden, _hidden), _rowGradients.AsSpan(row * _hidden, _hidden), _back, scale, _lessons.Rate);
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> row, float times)
    {
        for (var i = 0; i < row.Length; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..]) * times).CopyTo(sums[i..]);
    }

    private void Step(Span<float> weights, Span<float> gradients, ReadOnlySpan<float> miss, float times, float rate)
    {
        var (penalty, tiny) = (new Vector<float>(_lessons.Penalty), new Vector<float>(Tiny));
        for (var i = 0; i < weights.Length; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[i..]);
            var gradient = new Vector<float>(miss[i..]) * times + weight * penalty;
            var sum = new Vector<float>(gradients[i..]) + gradient * gradient;
            sum.CopyTo(gradients[i..]);
            (weight - gradient * rate / Vector.SquareRoot(sum + tiny)).CopyTo(weights[i..]);
        }
    }

    // What was learnt of a class is added to each that is of it, so that reading need not know of classes.
    private Network Finish(int[] rowOf, int rows, IReadOnlyDictionary<int, int[]>? senses)
    {
        var (places, learnt) = (new List<int>(rows), new List<sbyte>(rows * _hidden));
        for (var place = 0; place < rowOf.Length; place++)
        {
            if (rowOf[place] < 0 && senses?.ContainsKey(place) != true) continue;
            int[] parts = [.. Senses(senses, place).Prepend(place).Select(part => rowOf[part]).Where(row => row >= 0)];
            if (parts.Length == 0) continue;
            places.Add(place);
            for (var unit = 0; unit < _hidden; unit++)
                learnt.Add((sbyte)Math.Clamp(MathF.Round(parts.Sum(row => _rows[row * _hidden + unit]) / Network.Step), sbyte.MinValue, sbyte.MaxValue));
        }
        var weights = new float[_hidden * _names.Length];
        for (var unit = 0; unit < _hidden; unit++) _weights.AsSpan(unit * _labels, _names.Length).CopyTo(weights.AsSpan(unit * _names.Length));
        return new Network(_names, [.. places], CollectionsMarshal.AsSpan(learnt), _hiddenBias, weights, _bias[.._names.Length]);
    }
}
