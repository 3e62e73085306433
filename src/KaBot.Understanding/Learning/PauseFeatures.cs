namespace KaBot.Understanding.Learning;

/// <summary>What the place in front of a unit looks like to the network that knows where people pause: the units around it, and how long the last pause is ago.</summary>
internal static class PauseFeatures
{
    private const int Ahead = 4, Back = 3, Longest = 20;

    /// <param name="at">The unit behind the place; there is one in front of it.</param>
    /// <param name="since">Units since the last pause.</param>
    public static void Read(ReadOnlySpan<Unit> units, int at, int since, Features features)
    {
        features.Clear();
        var (behind, ahead) = (Fnv.Mix(Fnv.Basis, (uint)Trait.Behind), Fnv.Mix(Fnv.Basis, (uint)Trait.Ahead));
        for (var i = 0; i < Ahead && at + i < units.Length; i++) features.Add(behind = Fnv.Mix(behind, units[at + i].Hash));
        for (var i = 1; i <= Back && at - i >= 0; i++) features.Add(ahead = Fnv.Mix(ahead, units[at - i].Hash));
        var (left, right) = (units[at - 1].Hash, units[at].Hash);
        features.Add(Trait.Pair, left, right);
        if (at > 1) features.Add(Trait.PairBefore, Fnv.Mix(units[at - 2].Hash, left), right);
        if (at + 1 < units.Length) features.Add(Trait.PairBehind, left, Fnv.Mix(right, units[at + 1].Hash));
        if (at > 1 && at + 1 < units.Length) features.Add(Trait.Joint, Fnv.Mix(units[at - 2].Hash, left), Fnv.Mix(right, units[at + 1].Hash));
        features.Add(Trait.Length, (uint)Math.Min(since, Longest));
        features.Add(Trait.Left, (uint)Math.Min(since, Longest) / 3, left);
        features.Add(Trait.Right, (uint)Math.Min(since, Longest) / 3, right);
    }
}
