using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// What people write often, by its hash: English words with a small letter, which are no names even with a capital, and pairs of Chinese characters.
/// What is none of these may well be a name.
/// </summary>
internal sealed class CommonWords(HashSet<uint> words)
{
    private const int LeastWords = 2, LeastPairs = 3;

    public bool Has(ReadOnlySpan<char> word) => words.Contains(HashOf(word));

    /// <summary>The words and pairs that stand often enough in some texts.</summary>
    public static CommonWords Of(IEnumerable<string> texts)
    {
        var (seen, pairs) = (new Dictionary<uint, int>(), new Dictionary<uint, int>());
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Length;)
            {
                var start = i;
                while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
                if (i > start && char.IsAsciiLetterLower(text[start])) Count(seen, text.AsSpan(start, i - start));
                if (i == start) i++;
            }
            var plain = Normalizer.Of(text);
            for (var i = 0; i + 1 < plain.Length; i++)
                if (Chars.IsHan(plain[i]) && Chars.IsHan(plain[i + 1])) Count(pairs, plain.AsSpan(i, 2));
        }
        return new CommonWords([.. seen.Where(word => word.Value >= LeastWords).Concat(pairs.Where(pair => pair.Value >= LeastPairs)).Select(word => word.Key)]);
    }

    private static void Count(Dictionary<uint, int> seen, ReadOnlySpan<char> word) => CollectionsMarshal.GetValueRefOrAddDefault(seen, HashOf(word), out _)++;

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = Fnv.Basis;
        foreach (var c in word) hash = Fnv.Mix(hash, char.ToLowerInvariant(c));
        return hash;
    }

    public IReadOnlySet<uint> Hashes => words;
}
