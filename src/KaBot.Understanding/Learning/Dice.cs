namespace KaBot.Understanding.Learning;

/// <summary>Chance that is the same each time: a linear congruential generator of a given seed, of which the upper bits are used.</summary>
internal struct Dice(uint seed)
{
    private const int Bits = 24;

    private uint _state = seed;

    /// <summary>From 0 up to, and without, 1.</summary>
    public float Share() => Roll() * (1f / (1 << Bits));

    /// <summary>From 0 up to, and without, a number.</summary>
    public int Below(int number) => (int)(Roll() % (uint)number);

    private uint Roll() => (_state = _state * 1664525 + 1013904223) >> (32 - Bits);
}
