using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>How a matrix keeps its numbers.</summary>
/// <typeparam name="T">What they are kept in.</typeparam>
internal interface IKept<T> where T : struct
{
    /// <summary>How many hold a block of numbers.</summary>
    static abstract int OfBlock { get; }

    /// <summary>The block that begins at a place.</summary>
    static abstract (Vector512<float> First, Vector512<float> Second) Block(ref T at);
}

/// <summary>A matrix to multiply by.</summary>
/// <param name="kept">Its numbers, row by row.</param>
/// <param name="width">Of a row, a multiple of 32.</param>
internal abstract class Matrix<T, TKept>(T[] kept, int width) where T : struct where TKept : struct, IKept<T>
{
    private readonly int _width = width % Matrix.Block == 0 ? width : throw new ArgumentException("Rows are as wide as a multiple of 32.", nameof(width));
    private readonly int _ofRow = width / Matrix.Block * TKept.OfBlock;

    /// <summary>Adds a row for each number of the input, so many times as it says; the sums stay in registers meanwhile. Many numbers are zero, which the processor could not foresee: those that are not are gathered first.</summary>
    /// <param name="input">As many as a multiple of 16.</param>
    /// <param name="sums">As wide as a row.</param>
    /// <param name="from">The row of its first number.</param>
    public void AddProduct(ReadOnlySpan<float> input, Span<float> sums, int from = 0)
    {
        if (input.Length % Vector512<float>.Count != 0 || sums.Length != _width || (from + input.Length) * _ofRow > kept.Length)
            throw new ArgumentException("The input comes by 16, each number of it has a row, and the sums are as wide.", nameof(input));
        Span<int> filled = stackalloc int[Matrix.Gathered + Vector256<int>.Count];
        for (var at = 0; at < input.Length; at += Matrix.Gathered)
        {
            var part = input.Slice(at, Math.Min(Matrix.Gathered, input.Length - at));
            var count = Matrix.Gather(part, filled);
            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(kept), (from + at) * _ofRow);
            ref var first = ref MemoryMarshal.GetReference(sums);
            for (var left = _width; left > 0; left -= 2 * Matrix.Block, first = ref Unsafe.Add(ref first, 2 * Matrix.Block), rows = ref Unsafe.Add(ref rows, 2 * TKept.OfBlock))
                if (left == Matrix.Block) AddBlock(part, filled[..count], ref rows, _ofRow, ref first);
                else AddTwoBlocks(part, filled[..count], ref rows, _ofRow, ref first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTwoBlocks(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref T rows, int ofRow, ref float sums)
    {
        var (a, b, c, d) = (Load(ref sums, 0), Load(ref sums, 1), Load(ref sums, 2), Load(ref sums, 3));
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * ofRow);
            var times = Vector512.Create(input[i]);
            var ((e, f), (g, h)) = (TKept.Block(ref row), TKept.Block(ref Unsafe.Add(ref row, TKept.OfBlock)));
            (a, b) = (Vector512.FusedMultiplyAdd(e, times, a), Vector512.FusedMultiplyAdd(f, times, b));
            (c, d) = (Vector512.FusedMultiplyAdd(g, times, c), Vector512.FusedMultiplyAdd(h, times, d));
        }
        Store(ref sums, 0, a);
        Store(ref sums, 1, b);
        Store(ref sums, 2, c);
        Store(ref sums, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref T rows, int ofRow, ref float sums)
    {
        var (a, b) = (Load(ref sums, 0), Load(ref sums, 1));
        foreach (var i in filled)
        {
            var times = Vector512.Create(input[i]);
            var (e, f) = TKept.Block(ref Unsafe.Add(ref rows, i * ofRow));
            (a, b) = (Vector512.FusedMultiplyAdd(e, times, a), Vector512.FusedMultiplyAdd(f, times, b));
        }
        Store(ref sums, 0, a);
        Store(ref sums, 1, b);
    }

    private static Vector512<float> Load(ref float first, int vector) => Vector512.LoadUnsafe(ref first, (nuint)(vector * Vector512<float>.Count));

    private static void Store(ref float first, int vector, Vector512<float> numbers) => numbers.StoreUnsafe(ref first, (nuint)(vector * Vector512<float>.Count));
}

/// <summary>What all matrices have in common.</summary>
internal static class Matrix
{
    /// <summary>Rows are as wide as a multiple of this.</summary>
    public static int Block => 2 * Vector512<float>.Count;

    /// <summary>So many numbers at most are gathered at once.</summary>
    public const int Gathered = 64;

    // By which lanes of eight count: their numbers, a byte each, side by side.
    private static readonly ulong[] Counting = [.. Enumerable.Range(0, 1 << 8).Select(lanes =>
        Enumerable.Range(0, 8).Where(lane => (lanes >> lane & 1) != 0).Reverse().Aggregate(0UL, (all, lane) => all << 8 | (uint)lane))];

    /// <summary>Finds the numbers that are not zero, eight at a time without a branch.</summary>
    /// <param name="filled">Their places go here; there is room for eight more than there are numbers.</param>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Gather(ReadOnlySpan<float> numbers, Span<int> filled)
    {
        var count = 0;
        for (var i = 0; i < numbers.Length; i += Vector256<float>.Count)
        {
            var lanes = ~Vector256.Equals(Vector256.Create(numbers[i..]), Vector256<float>.Zero).ExtractMostSignificantBits() & byte.MaxValue;
            var places = Vector128.WidenLower(Vector128.CreateScalar(Counting[lanes]).AsByte());
            (Vector128.WidenLower(places) + Vector128.Create((uint)i)).AsInt32().CopyTo(filled[count..]);
            (Vector128.WidenUpper(places) + Vector128.Create((uint)i)).AsInt32().CopyTo(filled[(count + Vector128<int>.Count)..]);
            count += BitOperations.PopCount(lanes);
        }
        return count;
    }
}
