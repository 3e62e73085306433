using System.Runtime.InteropServices;

namespace KaBot.Understanding.Words;

/// <summary>
/// Aho-Corasick over all words of the playbook: one pass finds every place of every word, however many words there are.
/// Immutable once built, so many threads may run it.
/// </summary>
internal sealed class Automaton
{
    private readonly Dictionary<long, int> _next;
    private readonly int[] _root;
    private readonly int[] _fail;
    // The word that ends at a node, or -1; and the nearest node on the way of failures where another word ends.
    private readonly int[] _word;
    private readonly int[] _shorter;

    private Automaton(Dictionary<long, int> next, int[] root, int[] fail, int[] word, int[] shorter) =>
        (_next, _root, _fail, _word, _shorter) = (next, root, fail, word, shorter);

    /// <param name="words">Normalised, distinct; a match names a word by its index here.</param>
    public static Automaton Of(IReadOnlyList<string> words)
    {
        var next = new Dictionary<long, int>(words.Sum(word => word.Length));
        var (parent, by, word) = (new List<int> { 0 }, new List<char> { '\0' }, new List<int> { -1 });
        for (var index = 0; index < words.Count; index++)
        {
            var node = 0;
            foreach (var c in words[index])
            {
                ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(next, Key(node, c), out var known);
                if (!known)
                {
                    child = word.Count;
                    (parent, by, word).Add(node, c);
                }
                node = child;
            }
            word[node] = index;
        }
        return Link(next, parent, by, [.. word]);
    }

    private static Automaton Link(Dictionary<long, int> next, List<int> parent, List<char> by, int[] word)
    {
        var root = new int[char.MaxValue + 1];
        foreach (var (key, node) in next)
            if (key >> 16 == 0) root[(char)key] = node;

        var (fail, shorter) = (new int[word.Length], new int[word.Length]);
        var depth = new int[word.Length];
        for (var node = 1; node < word.Length; node++) depth[node] = depth[parent[node]] + 1;
        // Shallow nodes first: a failure always leads to a shallower one.
        foreach (var node in Enumerable.Range(1, word.Length - 1).OrderBy(node => depth[node]))
        {
            var c = by[node];
            var back = parent[node] == 0 ? -1 : fail[parent[node]];
            while (back > 0 && !next.ContainsKey(Key(back, c))) back = fail[back];
            fail[node] = back < 0 ? 0 : back == 0 ? root[c] : next[Key(back, c)];
            shorter[node] = word[fail[node]] >= 0 ? fail[node] : shorter[fail[node]];
        }
        return new Automaton(next, root, fail, word, shorter);
    }

    /// <summary>Goes on by one character.</summary>
    public int Step(int node, char c)
    {
        while (node != 0)
        {
            if (_next.TryGetValue(Key(node, c), out var next)) return next;
            node = _fail[node];
        }
        return _root[c];
    }

    /// <summary>The first node, from this one on, where a word ends; 0 when there is none.</summary>
    public int Ending(int node) => _word[node] >= 0 ? node : _shorter[node];

    public int Shorter(int node) => _shorter[node];

    public int Word(int node) => _word[node];

    private static long Key(int node, char c) => ((long)node << 16) | c;
}

file static class Columns
{
    public static void Add(this (List<int> Parent, List<char> By, List<int> Word) columns, int parent, char by)
    {
        columns.Parent.Add(parent);
        columns.By.Add(by);
        columns.Word.Add(-1);
    }
}
