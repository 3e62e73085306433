namespace KaBot.Understanding.Text;

/// <summary>What begins somewhere in the text.</summary>
internal interface IPlaced
{
    /// <summary>Offset of its first character.</summary>
    int Start { get; }
}

/// <summary>Finds its way among things in the order of their places.</summary>
internal static class Placed
{
    /// <summary>Index of the first that begins at a place or behind it; their count where none does.</summary>
    public static int FirstFrom<T>(this ReadOnlySpan<T> placed, int place) where T : struct, IPlaced
    {
        // Halved without a branch: which half it is could not be foreseen.
        var first = 0;
        for (var left = placed.Length; left > 0;)
        {
            var half = left >> 1;
            var before = (placed[first + half].Start - place) >> 31;
            first += half + 1 & before;
            left = half + (left - 2 * half - 1 & before);
        }
        return first;
    }
}
