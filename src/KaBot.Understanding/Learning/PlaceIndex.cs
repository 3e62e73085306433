using System.Numerics;
using System.Runtime.CompilerServices;

namespace KaBot.Understanding.Learning;

/// <summary>Which places of <see cref="Features"/> have rows, and which row each has: a bit each, so small that it stays near the core.</summary>
internal sealed class PlaceIndex
{
    private const int BitsOfWord = 64;

    // A bit for each place, and how many rows there are before each word of bits.
    private readonly ulong[] _bits = new ulong[Features.Buckets / BitsOfWord];
    private readonly int[] _before = new int[Features.Buckets / BitsOfWord];

    /// <param name="places">The places that have rows, ascending.</param>
    public PlaceIndex(int[] places)
    {
        Places = places;
        foreach (var place in places) _bits[place / BitsOfWord] |= 1UL << place;
        for (var (word, before) = (0, 0); word < _bits.Length; before += BitOperations.PopCount(_bits[word++])) _before[word] = before;
    }

    public IReadOnlyList<int> Places { get; }

    /// <summary>The rows of those places that have one.</summary>
    /// <param name="rows">As long as there are places.</param>
    /// <returns>How many rows.</returns>
    // A thousand places are looked up for each message, and whether one has a row could not be foreseen: so nothing hangs on it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int RowsOf(ReadOnlySpan<int> places, Span<int> rows)
    {
        // What is written to might be these fields, as far as the compiler knows.
        var (bits, before, count) = (_bits, _before, 0);
        foreach (var place in places)
        {
            var at = (uint)place / BitsOfWord;
            var word = bits[at];
            rows[count] = before[at] + BitOperations.PopCount(word & ((1UL << place) - 1));
            count += (int)(word >> place & 1);
        }
        return count;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Places.Count);
        var before = 0;
        foreach (var place in Places)
        {
            writer.Write7BitEncodedInt(place - before);
            before = place;
        }
    }

    public static PlaceIndex Read(BinaryReader reader)
    {
        var (places, place) = (new int[reader.ReadInt32()], 0);
        for (var row = 0; row < places.Length; row++) places[row] = place += reader.Read7BitEncodedInt();
        return new PlaceIndex(places);
    }
}
