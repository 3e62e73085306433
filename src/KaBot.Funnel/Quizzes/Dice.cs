namespace KaBot.Funnel.Quizzes;

/// <summary>
/// Throws that a number decides: the same number gives the same throws on every machine and in every version, so that a stored number
/// names a situation for good. The generator is SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal sealed class Dice(int number)
{
    private ulong _state = unchecked((ulong)number);

    /// <summary>From 0, below a bound.</summary>
    public int Next(int below) => (int)(Throw() % (ulong)below);

    /// <summary>From a bound, below another.</summary>
    public int Next(int from, int below) => from + Next(below - from);

    /// <summary>Any number, to put things in order by.</summary>
    public ulong Next() => Throw();

    /// <summary>From 0, below 1.</summary>
    public double NextDouble() => (Throw() >> 11) * (1.0 / (1UL << 53));

    private ulong Throw() => unchecked(Mixed(_state += 0x9E3779B97F4A7C15));

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
            z = (z ^ z >> 27) * 0x94D049BB133111EB;
            return z ^ z >> 31;
        }
    }
}
