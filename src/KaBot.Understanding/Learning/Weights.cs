using System.Numerics;

namespace KaBot.Understanding.Learning;

/// <summary>Numbers that are learnt, each with the sum of its squared slopes, by which AdaGrad shortens its steps.</summary>
internal sealed class Weights(int length)
{
    private const float Tiny = 1e-6f;

    private readonly float[] _slopes = new float[length], _mean = new float[length];
    private int _averaged;

    public float[] Values { get; } = new float[length];

    /// <summary>A step of a row against a slope, so many times.</summary>
    public void Step(int start, ReadOnlySpan<float> slope, float times, float rate, float penalty)
    {
        var values = Values.AsSpan(start, slope.Length);
        var slopes = _slopes.AsSpan(start, slope.Length);
        var (tiny, shrink) = (new Vector<float>(Tiny), new Vector<float>(penalty));
        for (var i = 0; i < slope.Length; i += Vector<float>.Count)
        {
            var value = new Vector<float>(values[i..]);
            var step = new Vector<float>(slope[i..]) * times + value * shrink;
            var sum = new Vector<float>(slopes[i..]) + step * step;
            sum.CopyTo(slopes[i..]);
            (value - step * rate / Vector.SquareRoot(sum + tiny)).CopyTo(values[i..]);
        }
    }

    /// <summary>What is kept is the mean of the weights behind each of the later rounds: it carries over better than the last ones (Polyak, Juditsky 1992).</summary>
    public void Average()
    {
        _averaged++;
        for (var i = 0; i < _mean.Length; i++) _mean[i] += (Values[i] - _mean[i]) / _averaged;
    }

    public void TakeAverage()
    {
        if (_averaged > 0) _mean.CopyTo(Values, 0);
    }
}
