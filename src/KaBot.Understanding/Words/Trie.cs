namespace KaBot.Understanding.Words;

/// <summary>
/// A set of words by their letters. Nodes are numbered breadth first, so that the children of a node lie side by side, in the order of their letters:
/// tens of thousands of words fit near the core, and a step is a look at a few letters. Immutable, so many threads may use it.
/// </summary>
internal sealed class Trie
{
    /// <summary>No word goes on like this.</summary>
    public const int None = 0;

    private readonly ushort[] _root = new ushort[char.MaxValue + 1];
    // By node: its letter, the word that ends there or -1, and its first child; the next node's first child is one past its last.
    private readonly char[] _letter;
    private readonly int[] _word;
    private readonly int[] _child;

    /// <param name="words">Distinct, none empty; a word is named by its index here.</param>
    public Trie(IReadOnlyList<string> words)
    {
        string[] sorted = [.. words];
        int[] order = [.. Enumerable.Range(0, words.Count)];
        Array.Sort(sorted, order, StringComparer.Ordinal);
        var most = words.Sum(word => word.Length) + 1;
        var (letter, word, child) = (new List<char>(most) { '\0' }, new List<int>(most) { -1 }, new List<int>(most));
        // Of each node: the words in order that begin with its letters.
        var spans = new List<(int From, int To)>(most) { (0, order.Length) };
        for (var (node, depth, last) = (0, 0, 0); node < spans.Count; node++)
        {
            child.Add(spans.Count);
            for (var (from, to) = spans[node]; from < to;)
            {
                // The node's own word is the shortest of its span, so the first.
                if (sorted[from].Length == depth) word[node] = order[from++];
                else
                {
                    var (c, first) = (sorted[from][depth], from);
                    while (from < to && sorted[from][depth] == c) from++;
                    letter.Add(c);
                    word.Add(-1);
                    spans.Add((first, from));
                }
            }
            if (node < last) continue;
            (depth, last) = (depth + 1, spans.Count - 1);
        }
        child.Add(spans.Count);
        (_letter, _word, _child) = ([.. letter], [.. word], [.. child]);
        for (var node = _child[0]; node < _child[1]; node++) _root[_letter[node]] = (ushort)node;
    }

    /// <summary>The node of a first letter, or <see cref="None"/>.</summary>
    public int First(char c) => _root[c];

    /// <summary>Goes on by one letter; <see cref="None"/> where no word does.</summary>
    public int Next(int node, char c)
    {
        var (first, end) = (_child[node], _child[node + 1]);
        var at = _letter.AsSpan(first, end - first).IndexOf(c);
        return at < 0 ? None : first + at;
    }

    /// <summary>The word that ends at a node, or -1.</summary>
    public int Word(int node) => _word[node];
}
