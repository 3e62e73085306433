using KaBot.Understanding.Text;

namespace KaBot.Understanding.Judging;

/// <summary>
/// What a message looks like to a linear classifier: Chinese characters by ones, twos and threes, English words by ones and twos,
/// figures, marks and its length, each hashed into one of <see cref="Buckets"/> places. No segmentation, no allocation beyond the list.
/// </summary>
internal static class Grams
{
    public const int Buckets = 1 << 16;
    private const int LongestGram = 3, WeightOfLengthStep = 40, LongestLength = 12;

    /// <summary>The places of a normalised text, in its order; what is said twice counts twice.</summary>
    public static void Read(string text, List<int> places)
    {
        places.Clear();
        var word = 0u;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (Chars.IsHan(c))
            {
                var hash = Fnv.Basis;
                for (var n = 0; n < LongestGram && i + n < text.Length && Chars.IsHan(text[i + n]); n++) places.Add(Place(hash = Fnv.Mix(hash, text[i + n])));
                word = 0;
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                places.Add(Place(Fnv.Mix(Fnv.Basis, '#')));
                while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',')) i++;
                word = 0;
            }
            else if (Chars.IsWord(c))
            {
                var hash = Fnv.Mix(Fnv.Basis, '_');
                for (; i < text.Length && (Chars.IsWord(text[i]) || text[i] == '\'') && !Chars.IsHan(text[i]); i++) hash = Fnv.Mix(hash, text[i]);
                places.Add(Place(hash));
                if (word != 0) places.Add(Place(Fnv.Mix(hash, (char)(word & 0xFFFF))));
                word = hash;
            }
            else
            {
                if (c != ' ') places.Add(Place(Fnv.Mix(Fnv.Mix(Fnv.Basis, '!'), c)));
                if (c is not (' ' or '-' or '/')) word = 0;
                i++;
            }
        }
        places.Add(Place(Fnv.Mix(Fnv.Mix(Fnv.Basis, '~'), (char)Math.Min(LongestLength, Chars.Weight(text, 0, text.Length) / WeightOfLengthStep))));
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 15)) & (Buckets - 1));
}
