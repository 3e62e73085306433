namespace KaBot.Understanding.Words;

/// <summary>
/// Aho-Corasick over all words of the playbook: one pass finds every place of every word, however many words there are.
/// Immutable once built, so many threads may run it.
/// </summary>
internal sealed class Automaton
{
    private readonly Edges _next;
    private readonly int[] _root;
    private readonly int[] _fail;
    // The word that ends at a node, or -1; and the nearest node on the way of failures where another word ends.
    private readonly int[] _word;
    private readonly int[] _shorter;

    private Automaton(Edges next, int[] root, int[] fail, int[] word, int[] shorter) =>
        (_next, _root, _fail, _word, _shorter) = (next, root, fail, word, shorter);

    /// <param name="words">Normalised, distinct; a match names a word by its index here.</param>
    public static Automaton Of(IReadOnlyList<string> words)
    {
        var most = words.Sum(word => word.Length) + 1;
        var next = new Edges(most);
        var (parent, by, word) = (new int[most], new char[most], new int[most]);
        word.AsSpan().Fill(-1);
        var nodes = 1;
        for (var index = 0; index < words.Count; index++)
        {
            var node = 0;
            foreach (var c in words[index])
            {
                var child = next.Of(node, c);
                if (child == 0)
                {
                    next.Add(node, c, child = nodes++);
                    (parent[child], by[child]) = (node, c);
                }
                node = child;
            }
            word[node] = index;
        }
        return Link(next, parent, by, word, nodes);
    }

    private static Automaton Link(Edges next, int[] parent, char[] by, int[] word, int nodes)
    {
        var root = new int[char.MaxValue + 1];
        var (fail, shorter, depth) = (new int[nodes], new int[nodes], new int[nodes]);
        var order = new int[nodes - 1];
        // A child is made after its parent.
        for (var node = 1; node < nodes; node++)
        {
            if (parent[node] == 0) root[by[node]] = node;
            (order[node - 1], depth[node]) = (node, depth[parent[node]] + 1);
        }
        // Shallow nodes first: a failure always leads to a shallower one.
        Array.Sort([.. order.Select(node => depth[node])], order);
        foreach (var node in order)
        {
            var c = by[node];
            var back = parent[node] == 0 ? -1 : fail[parent[node]];
            while (back > 0 && next.Of(back, c) == 0) back = fail[back];
            fail[node] = back < 0 ? 0 : back == 0 ? root[c] : next.Of(back, c);
            shorter[node] = word[fail[node]] >= 0 ? fail[node] : shorter[fail[node]];
        }
        return new Automaton(next, root, fail, word, shorter);
    }

    /// <summary>Goes on by one character.</summary>
    public int Step(int node, char c)
    {
        for (; node != 0; node = _fail[node])
            if (_next.Of(node, c) is var next && next != 0) return next;
        return _root[c];
    }

    /// <summary>The first node, from this one on, where a word ends; 0 when there is none.</summary>
    public int Ending(int node) => _word[node] >= 0 ? node : _shorter[node];

    public int Shorter(int node) => _shorter[node];

    public int Word(int node) => _word[node];
}
