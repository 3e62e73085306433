namespace KaBot.Understanding.Learning;

/// <summary>English words that people write with a small letter too, by their hashes: with a capital they are no names.</summary>
internal sealed class CommonWords(HashSet<uint> words)
{
    public bool Has(ReadOnlySpan<char> word) => words.Contains(HashOf(word));

    /// <summary>The words of some texts that stand there with a small letter at least so often.</summary>
    public static CommonWords Of(IEnumerable<string> texts, int least)
    {
        var seen = new Dictionary<uint, int>();
        foreach (var text in texts)
            for (var i = 0; i < text.Length;)
            {
                var start = i;
                while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
                if (i > start && char.IsAsciiLetterLower(text[start]))
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, HashOf(text.AsSpan(start, i - start)), out _)++;
                if (i == start) i++;
            }
        return new CommonWords([.. seen.Where(word => word.Value >= least).Select(word => word.Key)]);
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = Fnv.Basis;
        foreach (var c in word) hash = Fnv.Mix(hash, char.ToLowerInvariant(c));
        return hash;
    }

    public IReadOnlySet<uint> Hashes => words;
}
