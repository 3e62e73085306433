namespace KaBot.Understanding.Learning;

/// <summary>
/// Learns an <see cref="Encoder"/> together with the networks that go by it: each message's tokens are encoded once; every clause, value and word of it and
/// the message as a whole tell what they would rather have been given, and the encoder follows.
/// </summary>
internal sealed class SequenceLearner
{
    private const int Batch = 8, Reach = Encoder.Reach;

    private readonly EncoderLessons _lessons;
    private readonly int _width, _hidden;
    private readonly int[] _places, _rowOf;
    private readonly Head _clauses, _messages, _values, _words;
    private readonly Weights _rows, _inner, _innerBias, _outer, _outerBias;
    private readonly ExactMatrix _ofTokens, _ofInner;
    private readonly float[] _innerSlope, _innerBiasSlope, _outerSlope, _outerBiasSlope;
    private float[] _tokens = [], _first = [], _second = [], _sum = [], _back = [], _backSecond = [], _backFirst = [], _backTokens = [];
    private readonly List<(int Token, int Row)> _heard = [];
    private int _pending;
    private Dice _dice = new(54321);

    private SequenceLearner(IReadOnlyList<Sample> samples, EncoderLessons lessons, SequenceLessons of)
    {
        (_lessons, _width, _hidden) = (lessons, lessons.Width, lessons.Hidden);
        _clauses = new Head([.. samples.SelectMany(sample => sample.Clauses.Select(clause => clause.Example))], of.Clauses, Encoder.OfClause * _hidden);
        _messages = new Head([.. samples.Select(sample => sample.Message).OfType<Example>()], of.Messages, Encoder.OfMessage * _hidden);
        _values = new Head([.. samples.SelectMany(sample => sample.Values.Select(value => value.Example))], of.Values, _hidden);
        _words = new Head([.. samples.SelectMany(sample => sample.Words)], of.Words, _hidden);
        (_places, _, _rowOf) = Head.Seen(samples.Select(sample => sample.Tokens.SelectMany(token => token).ToArray()), lessons.LeastSeen);
        (_rows, _inner, _innerBias, _outer, _outerBias) = (new(_places.Length * _width), new(Reach * _width * _hidden), new(_hidden), new(Reach * _hidden * _hidden), new(_hidden));
        (_ofTokens, _ofInner) = (new ExactMatrix(_inner.Values, _hidden), new ExactMatrix(_outer.Values, _hidden));
        (_innerSlope, _innerBiasSlope, _outerSlope, _outerBiasSlope) = (new float[_inner.Values.Length], new float[_hidden], new float[_outer.Values.Length], new float[_hidden]);
        Begin(_rows, 0.2f);
        Begin(_inner, 1 / MathF.Sqrt(Reach * _width));
        Begin(_outer, 1 / MathF.Sqrt(Reach * _hidden));
    }

    private IEnumerable<Weights> Parts => [.. _clauses.Parts, .. _messages.Parts, .. _values.Parts, .. _words.Parts, _rows, _inner, _innerBias, _outer, _outerBias];

    public static Sequences Learn(IReadOnlyList<Sample> samples, EncoderLessons lessons, SequenceLessons of)
    {
        var learner = new SequenceLearner(samples, lessons, of);
        Ready[] ready = [.. samples.Select(learner.Prepare)];
        Learning.Rounds.Run(lessons.Rounds, ready.Length, each => learner.Learn(ready[each]), learner.Parts);
        var encoder = new Encoder(new PlaceIndex(learner._places), learner._rows.Values, learner._inner.Values, learner._innerBias.Values, learner._outer.Values, learner._outerBias.Values);
        return new Sequences(encoder, learner._clauses.Finish(), learner._messages.Finish(), learner._values.Finish(), learner._words.Finish());
    }

    private sealed record Ready(int[][] Tokens, (int First, int End, Prepared Example)[] Clauses, Prepared? Message, (int Token, Prepared Example)[] Values, Prepared[] Words);

    private Ready Prepare(Sample sample) => new(
        [.. sample.Tokens.Select(token => token.Select(place => _rowOf[place]).Where(row => row >= 0).ToArray())],
        [.. sample.Clauses.Select(clause => (clause.First, clause.End, _clauses.Prepare(clause.Example)))],
        sample.Message is { } message ? _messages.Prepare(message) : null,
        [.. sample.Values.Select(value => (value.Token, _values.Prepare(value.Example)))], [.. sample.Words.Select(word => _words.Prepare(word))]);

    private void Begin(Weights weights, float width)
    {
        for (var i = 0; i < weights.Values.Length; i++) weights.Values[i] = (_dice.Share() * 2 - 1) * width;
    }

    private void Learn(Ready sample)
    {
        var count = sample.Tokens.Length;
        Forward(sample.Tokens, count);
        Zeroed(ref _back, count * _hidden);
        Span<float> all = stackalloc float[2 * _hidden], dense = stackalloc float[Encoder.OfClause * _hidden], back = stackalloc float[Encoder.OfClause * _hidden], toAll = stackalloc float[2 * _hidden];
        Span<int> topOfAll = stackalloc int[_hidden], top = stackalloc int[_hidden];
        toAll.Clear();
        Pool(0, count, all, topOfAll);
        foreach (ref readonly var clause in sample.Clauses.AsSpan())
        {
            var (first, end) = (Math.Min(clause.First, count), Math.Min(clause.End, count));
            Pool(first, end, dense, top);
            all[.._hidden].CopyTo(dense[(2 * _hidden)..]);
            Learn(_clauses, clause.Example, dense, back);
            Spread(first, end, back, top);
            Vectors.Add(toAll[.._hidden], back[(2 * _hidden)..], 1);
        }
        if (sample.Message is { } message)
        {
            all.CopyTo(dense);
            Learn(_messages, message, dense[..all.Length], back[..all.Length]);
            Vectors.Add(toAll, back[..all.Length], 1);
        }
        foreach (var (token, value) in sample.Values) LearnToken(_values, value, token, count, dense, back);
        for (var token = 0; token < sample.Words.Length; token++) LearnToken(_words, sample.Words[token], token, count, dense, back);
        Spread(0, count, toAll, topOfAll);
        Backward(count);
        if (++_pending == Batch) StepLayers();
    }

    private void LearnToken(Head head, in Prepared example, int token, int count, Span<float> dense, Span<float> back)
    {
        if (token >= count) return;
        _sum.AsSpan(token * _hidden, _hidden).CopyTo(dense);
        Learn(head, example, dense[.._hidden], back[.._hidden]);
        Vectors.Add(_back.AsSpan(token * _hidden, _hidden), back[.._hidden], 1);
    }

    // A network learns from some of what it is given, and tells what it would rather have been given. What was dropped counted nothing; what was kept counted more.
    private void Learn(Head head, in Prepared example, Span<float> dense, Span<float> back)
    {
        Drop(dense, _lessons.Dropped);
        back.Clear();
        head.Learn(example, dense, back);
        for (var i = 0; i < back.Length; i++) back[i] /= 1 - _lessons.Dropped;
    }

    private void Forward(int[][] tokens, int count)
    {
        Zeroed(ref _tokens, count * _width);
        _heard.Clear();
        for (var token = 0; token < count; token++)
        {
            var sum = _tokens.AsSpan(token * _width, _width);
            foreach (var row in tokens[token])
            {
                if (_dice.Share() < _lessons.Unheard) continue;
                _heard.Add((token, row));
                Vectors.Add(sum, _rows.Values.AsSpan(row * _width, _width), 1);
            }
            Drop(sum, _lessons.DroppedOfTokens);
        }
        Zeroed(ref _first, count * _hidden);
        Zeroed(ref _second, count * _hidden);
        Zeroed(ref _sum, count * _hidden);
        Layer(_tokens, _width, count, _ofTokens, _innerBias.Values, _first);
        Drop(_first.AsSpan(0, count * _hidden), _lessons.DroppedInside);
        Layer(_first, _hidden, count, _ofInner, _outerBias.Values, _second);
        Vectors.Add(_sum.AsSpan(0, count * _hidden), _first.AsSpan(0, count * _hidden), 1);
        Vectors.Add(_sum.AsSpan(0, count * _hidden), _second.AsSpan(0, count * _hidden), 1);
    }

    // Each token's sums from it and its two neighbours; what is below zero counts as zero.
    private static void Layer(ReadOnlySpan<float> input, int width, int count, ExactMatrix weights, ReadOnlySpan<float> bias, Span<float> output)
    {
        for (var token = 0; token < count; token++)
        {
            var sums = output.Slice(token * bias.Length, bias.Length);
            bias.CopyTo(sums);
            for (var place = 0; place < Reach; place++)
                if (token + place - Reach / 2 is var at && at >= 0 && at < count) weights.AddProduct(input.Slice(at * width, width), sums, place * width);
            Vectors.Rectify(sums);
        }
    }

    // The highest and the mean of some tokens, and which token was the highest.
    private void Pool(int first, int end, Span<float> into, Span<int> top)
    {
        into[..(2 * _hidden)].Clear();
        top.Fill(-1);
        for (var token = first; token < end; token++)
            for (var i = 0; i < _hidden; i++)
            {
                var value = _sum[token * _hidden + i];
                if (value > into[i]) (into[i], top[i]) = (value, token);
                into[_hidden + i] += value / (end - first);
            }
    }

    private void Spread(int first, int end, ReadOnlySpan<float> back, ReadOnlySpan<int> top)
    {
        if (first >= end) return;
        for (var i = 0; i < _hidden; i++)
            if (top[i] >= 0) _back[top[i] * _hidden + i] += back[i];
        for (var token = first; token < end; token++) Vectors.Add(_back.AsSpan(token * _hidden, _hidden), back.Slice(_hidden, _hidden), 1f / (end - first));
    }

    private void Backward(int count)
    {
        Zeroed(ref _backFirst, count * _hidden);
        Zeroed(ref _backSecond, count * _hidden);
        Zeroed(ref _backTokens, count * _width);
        for (var i = 0; i < count * _hidden; i++) (_backFirst[i], _backSecond[i]) = (_back[i], _second[i] > 0 ? _back[i] : 0);
        BackLayer(_first, _hidden, count, _outer.Values, _backSecond, _outerSlope, _outerBiasSlope, _backFirst);
        // What was dropped, or was below zero, has no say.
        for (var i = 0; i < count * _hidden; i++) _backFirst[i] = _first[i] > 0 ? _backFirst[i] / (1 - _lessons.DroppedInside) : 0;
        BackLayer(_tokens, _width, count, _inner.Values, _backFirst, _innerSlope, _innerBiasSlope, _backTokens);
        for (var token = 0; token < count; token++)
        {
            var back = _backTokens.AsSpan(token * _width, _width);
            for (var i = 0; i < _width; i++)
                if (_tokens[token * _width + i] == 0) back[i] = 0;
        }
        foreach (var (token, row) in _heard) _rows.Step(row * _width, _backTokens.AsSpan(token * _width, _width), 1 / (1 - _lessons.DroppedOfTokens), _lessons.Rate, _lessons.Penalty);
    }

    private void BackLayer(float[] input, int width, int count, float[] weights, float[] back, float[] slope, float[] biasSlope, float[] backInput)
    {
        for (var token = 0; token < count; token++)
        {
            var given = back.AsSpan(token * _hidden, _hidden);
            if (given.IndexOfAnyExcept(0f) < 0) continue;
            Vectors.Add(biasSlope, given, 1);
            for (var place = 0; place < Reach; place++)
            {
                var at = token + place - Reach / 2;
                if (at < 0 || at >= count) continue;
                for (var i = 0; i < width; i++)
                {
                    var value = input[at * width + i];
                    if (value == 0) continue;
                    var row = (place * width + i) * _hidden;
                    backInput[at * width + i] += Vectors.Dot(weights.AsSpan(row, _hidden), given);
                    Vectors.Add(slope.AsSpan(row, _hidden), given, value);
                }
            }
        }
    }

    private void StepLayers()
    {
        _pending = 0;
        foreach (var (weights, slope) in new[] { (_inner, _innerSlope), (_innerBias, _innerBiasSlope), (_outer, _outerSlope), (_outerBias, _outerBiasSlope) })
        {
            weights.Step(0, slope, 1, _lessons.DenseRate, _lessons.Penalty);
            slope.AsSpan().Clear();
        }
    }

    private void Drop(Span<float> numbers, float share)
    {
        if (share == 0) return;
        for (var i = 0; i < numbers.Length; i++) numbers[i] = numbers[i] != 0 && _dice.Share() >= share ? numbers[i] / (1 - share) : 0;
    }

    private static void Zeroed(ref float[] numbers, int length)
    {
        if (numbers.Length < length) numbers = new float[length * 2];
        else numbers.AsSpan(0, length).Clear();
    }
}
