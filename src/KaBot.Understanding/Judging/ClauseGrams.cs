using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Judging;

/// <summary>
/// What a clause looks like to a linear classifier: Chinese characters by ones to fours, English words cut to their stems by ones to
/// threes, and each value by its kind alone. Hashed into one of <see cref="Buckets"/> places.
/// </summary>
internal static class ClauseGrams
{
    public const int Buckets = 1 << 17;
    private const int LongestHan = 4, Stem = 7;

    /// <param name="text">Normalised.</param>
    /// <param name="values">Of the whole text, in order.</param>
    /// <param name="places">Emptied, then filled; what is said twice counts twice.</param>
    public static void Read(ReadOnlySpan<char> text, IReadOnlyList<Spotted> values, int start, int end, List<int> places)
    {
        places.Clear();
        var (next, word, before) = (0, 0u, 0u);
        for (var i = start; i < end;)
        {
            while (next < values.Count && values[next].End <= i) next++;
            var stop = next < values.Count ? Math.Clamp(values[next].Start, i, end) : end;
            if (next < values.Count && values[next].Start <= i)
            {
                places.Add(Place(Fnv.Mix(Fnv.Mix(Fnv.Basis, '$'), (uint)values[next].Kind)));
                (word, before) = (0, 0);
                i = Math.Max(i + 1, values[next].End);
            }
            else if (Chars.IsHan(text[i]))
            {
                var hash = Fnv.Basis;
                for (var n = i; n < i + LongestHan && n < stop && Chars.IsHan(text[n]); n++) places.Add(Place(hash = Fnv.Mix(hash, text[n])));
                (word, before) = (0, 0);
                i++;
            }
            else if (Chars.IsWord(text[i]))
            {
                var (hash, first) = (Fnv.Mix(Fnv.Basis, '_'), i);
                for (; i < stop && (Chars.IsWord(text[i]) || text[i] == '\''); i++)
                    if (i - first < Stem) hash = Fnv.Mix(hash, text[i]);
                places.Add(Place(hash));
                if (word != 0) places.Add(Place(Fnv.Mix(word, hash)));
                if (before != 0) places.Add(Place(Fnv.Mix(Fnv.Mix(before, word), hash)));
                (before, word) = (word, hash);
                if (i == first) i++;
            }
            else
            {
                if (text[i] != ' ' && !char.IsSurrogate(text[i])) places.Add(Place(Fnv.Mix(Fnv.Mix(Fnv.Basis, '!'), text[i])));
                if (text[i] is not (' ' or '-' or '/')) (word, before) = (0, 0);
                i++;
            }
        }
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 15)) & (Buckets - 1));
}
