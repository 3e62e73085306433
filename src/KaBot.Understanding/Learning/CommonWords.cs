using System.Numerics;
using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// What people write often, by its hash: English words with a small letter, which are no names even with a capital, and pairs of Chinese characters.
/// What is none of these may well be a name.
/// </summary>
internal sealed class CommonWords
{
    private const int LeastWords = 2, LeastPairs = 3;

    private readonly IReadOnlySet<uint> _words;
    // Every pair of characters is looked up here: where its hash points to, or shortly behind. 0 is room.
    private readonly uint[] _slots;

    public CommonWords(IReadOnlySet<uint> words)
    {
        (_words, _slots) = (words, new uint[BitOperations.RoundUpToPowerOf2((uint)(words.Count * 5 / 4 + 1))]);
        foreach (var word in words)
            if (word != 0) _slots[Slot(word)] = word;
    }

    public bool Has(ReadOnlySpan<char> word) => HashOf(word) is not 0 and var hash && _slots[Slot(hash)] == hash;

    private int Slot(uint hash)
    {
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0 && _slots[slot] != hash) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

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
        return new CommonWords(new HashSet<uint>(seen.Where(word => word.Value >= LeastWords).Concat(pairs.Where(pair => pair.Value >= LeastPairs)).Select(word => word.Key)));
    }

    private static void Count(Dictionary<uint, int> seen, ReadOnlySpan<char> word) => CollectionsMarshal.GetValueRefOrAddDefault(seen, HashOf(word), out _)++;

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = Fnv.Basis;
        // Chinese has no capitals.
        foreach (var c in word) hash = Fnv.Mix(hash, Chars.IsHan(c) ? c : char.ToLowerInvariant(c));
        return hash;
    }

    public IReadOnlySet<uint> Hashes => _words;
}
