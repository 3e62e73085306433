namespace KaBot.Understanding.Learning;

/// <summary>The FNV-1a hash, by which features find their places; the same on every machine, as string.GetHashCode is not.</summary>
internal static class Fnv
{
    public const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Mix(uint hash, uint next) => (hash ^ next) * Prime;

    public static uint Of(ReadOnlySpan<char> text, uint hash = Basis)
    {
        foreach (var c in text) hash = Mix(hash, c);
        return hash;
    }
}
