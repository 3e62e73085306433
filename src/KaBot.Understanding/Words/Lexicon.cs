using System.Runtime.CompilerServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Words;

/// <summary>A word as it is looked for.</summary>
/// <param name="OpenRight">The word may go on: <c>send*</c>.</param>
internal readonly record struct Entry(bool OpenRight, Meaning Meaning);

/// <summary>Words to look for at a place. All that belongs together lies side by side: where a word is found, memory is waited for as seldom as can be.</summary>
internal sealed class WordSet
{
    private readonly Entry[] _entries;
    // By word; the next word's first entry is one past its last.
    private readonly int[] _first;

    public WordSet(Dictionary<string, List<Entry>> words)
    {
        (Trie, _entries, _first) = (new Trie([.. words.Keys]), [.. words.Values.SelectMany(entries => entries)], new int[words.Count + 1]);
        foreach (var (word, entries) in words.Values.Index()) _first[word + 1] = _first[word] + entries.Count;
    }

    public Trie Trie { get; }

    /// <summary>What is looked for by the letters of a word of the trie.</summary>
    public ReadOnlySpan<Entry> Of(int word) => _entries.AsSpan(_first[word].._first[word + 1]);
}

/// <summary>The finished vocabulary: finds every word of a text, each place by itself.</summary>
/// <param name="words">All words: what is not open to the left begins where a word does.</param>
/// <param name="anywhere">Those that are open to the left, for places within a word.</param>
/// <param name="meanings">The symbols of all words and values.</param>
/// <param name="symbols">How many different symbols there are.</param>
internal sealed class Lexicon(WordSet words, WordSet anywhere, int[] meanings, int symbols)
{
    public int Symbols => symbols;

    /// <summary>The symbols of a word or value.</summary>
    public ReadOnlySpan<int> SymbolsOf(in Meaning meaning) => meanings.AsSpan(meaning.From, meaning.Count);

    /// <summary>Those that are word classes of the playbook.</summary>
    public ReadOnlySpan<int> ClassesOf(in Meaning meaning) => meanings.AsSpan(meaning.From, meaning.Classes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<char> text, Hits hits)
    {
        for (var start = 0; start < text.Length; start++) Find(text, start, Chars.AtWordStart(text, start) ? words : anywhere, hits);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Find(ReadOnlySpan<char> text, int start, WordSet set, Hits hits)
    {
        var node = set.Trie.First(text[start]);
        for (var end = start + 1; node != Trie.None; end++)
        {
            if (set.Trie.Word(node) is >= 0 and var word) Add(text, start, end, set.Of(word), hits);
            if (end == text.Length) return;
            node = set.Trie.Next(node, text[end]);
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, ReadOnlySpan<Entry> entries, Hits hits)
    {
        foreach (ref readonly var entry in entries)
        {
            if (!entry.OpenRight && !Chars.AtWordEnd(text, end)) continue;
            var last = end;
            // send*: the evidence is the whole word.
            while (entry.OpenRight && last < text.Length && Chars.IsWord(text[last]) && Chars.IsWord(text[end - 1])) last++;
            hits.Add(entry.Meaning, start, last);
        }
    }
}
