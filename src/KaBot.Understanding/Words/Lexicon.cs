using KaBot.Understanding.Text;

namespace KaBot.Understanding.Words;

/// <summary>A word as it is looked for.</summary>
/// <param name="OpenRight">The word may go on: <c>send*</c>.</param>
internal readonly record struct Entry(string Text, bool OpenRight, Meaning Meaning);

/// <summary>Words to look for at a place.</summary>
internal sealed record WordSet(Trie Trie, Entry[][] Entries)
{
    public static WordSet Of(Dictionary<string, List<Entry>> words) => new(new Trie([.. words.Keys]), [.. words.Values.Select(entries => entries.ToArray())]);
}

/// <summary>The finished vocabulary: finds every word of a text, each place by itself.</summary>
/// <param name="words">All words: what is not open to the left begins where a word does.</param>
/// <param name="anywhere">Those that are open to the left, for places within a word.</param>
/// <param name="symbols">How many symbols there are.</param>
internal sealed class Lexicon(WordSet words, WordSet anywhere, int symbols)
{
    public int Symbols => symbols;

    public void Find(ReadOnlySpan<char> text, Hits hits)
    {
        for (var start = 0; start < text.Length; start++) Find(text, start, Chars.AtWordStart(text, start) ? words : anywhere, hits);
    }

    private static void Find(ReadOnlySpan<char> text, int start, WordSet set, Hits hits)
    {
        var node = set.Trie.First(text[start]);
        for (var end = start + 1; node != Trie.None; end++)
        {
            if (set.Trie.Word(node) is >= 0 and var word) Add(text, start, end, set.Entries[word], hits);
            if (end == text.Length) return;
            node = set.Trie.Next(node, text[end]);
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, Entry[] entries, Hits hits)
    {
        foreach (var entry in entries)
        {
            if (!entry.OpenRight && !Chars.AtWordEnd(text, end)) continue;
            var last = end;
            // send*: the evidence is the whole word.
            while (entry.OpenRight && last < text.Length && Chars.IsWord(text[last]) && Chars.IsWord(text[end - 1])) last++;
            hits.Add(entry.Meaning, start, last);
        }
    }
}
