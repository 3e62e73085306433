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

    /// <summary>The row of a place, or -1.</summary>
    // It is asked a thousand times for each message.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(int place)
    {
        var (word, bit) = (_bits[place / BitsOfWord], 1UL << place);
        return (word & bit) == 0 ? -1 : _before[place / BitsOfWord] + BitOperations.PopCount(word & (bit - 1));
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
