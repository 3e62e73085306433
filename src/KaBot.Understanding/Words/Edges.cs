using System.Numerics;

namespace KaBot.Understanding.Words;

/// <summary>
/// Which node a node and a character lead to: a hash table in one array, for this is asked for every character of every message and
/// a dictionary's generality costs half of the time.
/// </summary>
internal sealed class Edges
{
    // Twice as many places as edges at least, so that a search ends soon.
    private const int Spare = 2;
    private readonly (ulong Key, int To)[] _table;
    private readonly int _shift;

    /// <param name="most">How many edges there will be at most.</param>
    public Edges(int most)
    {
        var bits = BitOperations.Log2((uint)most * Spare) + 1;
        (_table, _shift) = (new (ulong, int)[1 << bits], 64 - bits);
    }

    /// <param name="to">Above 0.</param>
    public void Add(int node, char c, int to)
    {
        var place = Place(Key(node, c));
        while (_table[place].To != 0) place = (place + 1) & (_table.Length - 1);
        _table[place] = (Key(node, c), to);
    }

    /// <summary>0 when there is none.</summary>
    public int Of(int node, char c)
    {
        var table = _table;
        var key = Key(node, c);
        for (var place = Place(key); ; place++)
        {
            ref readonly var edge = ref table[place & (table.Length - 1)];
            if (edge.To == 0 || edge.Key == key) return edge.To;
        }
    }

    private static ulong Key(int node, char c) => ((ulong)(uint)node << 16) | c;

    // Fibonacci hashing: the upper bits of a product with 2^64 ÷ the golden ratio.
    private int Place(ulong key) => (int)((key * 11400714819323198485) >> _shift);
}
