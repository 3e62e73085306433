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
        var (low, high) = (0, placed.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placed[middle].Start < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
