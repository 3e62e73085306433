using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>A matrix to multiply by.</summary>
/// <param name="rows">How many there are.</param>
/// <param name="width">Of a row, a multiple of 32.</param>
internal abstract class Matrix(int rows, int width)
{
    /// <summary>Rows are as wide as a multiple of this.</summary>
    public static int Block => 2 * Lanes;

    private const int Gathered = 64;

    protected static int Lanes => Vector512<float>.Count;

    protected int Width { get; } = width % Block == 0 ? width : throw new ArgumentException("Rows are as wide as a multiple of 32.", nameof(width));

    /// <summary>Adds a row for each number of the input, so many times as it says. Many numbers are zero, which the processor could not foresee: those that are not are gathered first.</summary>
    /// <param name="input">As many as a multiple of 16.</param>
    /// <param name="sums">As wide as a row.</param>
    /// <param name="from">The row of its first number.</param>
    public void AddProduct(ReadOnlySpan<float> input, Span<float> sums, int from = 0)
    {
        if (input.Length % Lanes != 0 || sums.Length != Width || from + input.Length > rows)
            throw new ArgumentException("The input comes by 16, each number of it has a row, and the sums are as wide.", nameof(input));
        Span<int> filled = stackalloc int[Gathered + Vector256<int>.Count];
        for (var at = 0; at < input.Length; at += Gathered)
        {
            var part = input.Slice(at, Math.Min(Gathered, input.Length - at));
            Add(part, filled[..Gather(part, filled)], from + at, sums);
        }
    }

    /// <summary>Adds the rows of some numbers; the sums stay in registers meanwhile.</summary>
    /// <param name="filled">Which of the numbers.</param>
    /// <param name="from">The row of the first number.</param>
    protected abstract void Add(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, int from, Span<float> sums);

    protected static Vector512<float> Load(ref float first, int vector) => Vector512.LoadUnsafe(ref first, (nuint)(vector * Lanes));

    protected static void Store(ref float first, int vector, Vector512<float> numbers) => numbers.StoreUnsafe(ref first, (nuint)(vector * Lanes));

    // By which lanes of eight count: their numbers, a byte each, side by side.
    private static readonly ulong[] Counting = [.. Enumerable.Range(0, 1 << 8).Select(lanes =>
        Enumerable.Range(0, 8).Where(lane => (lanes >> lane & 1) != 0).Reverse().Aggregate(0UL, (all, lane) => all << 8 | (uint)lane))];

    // Eight at a time without a branch.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gather(ReadOnlySpan<float> numbers, Span<int> filled)
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

/// <summary>A matrix of the numbers as they are; they may change.</summary>
/// <param name="numbers">Row by row.</param>
internal sealed class ExactMatrix(float[] numbers, int width) : Matrix(width == 0 ? 0 : numbers.Length / width, width)
{
    protected override void Add(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, int from, Span<float> sums)
    {
        ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), from * Width);
        ref var first = ref MemoryMarshal.GetReference(sums);
        for (var left = Width; left > 0; left -= 2 * Block, first = ref Unsafe.Add(ref first, 2 * Block), rows = ref Unsafe.Add(ref rows, 2 * Block))
            if (left == Block) AddTwo(input, filled, ref rows, ref first);
            else AddFour(input, filled, ref rows, ref first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref float rows, ref float first)
    {
        var (a, b, c, d) = (Load(ref first, 0), Load(ref first, 1), Load(ref first, 2), Load(ref first, 3));
        var width = Width;
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * width);
            var times = Vector512.Create(input[i]);
            (a, b) = (Vector512.FusedMultiplyAdd(Load(ref row, 0), times, a), Vector512.FusedMultiplyAdd(Load(ref row, 1), times, b));
            (c, d) = (Vector512.FusedMultiplyAdd(Load(ref row, 2), times, c), Vector512.FusedMultiplyAdd(Load(ref row, 3), times, d));
        }
        Store(ref first, 0, a);
        Store(ref first, 1, b);
        Store(ref first, 2, c);
        Store(ref first, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTwo(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref float rows, ref float first)
    {
        var (a, b) = (Load(ref first, 0), Load(ref first, 1));
        var width = Width;
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * width);
            var times = Vector512.Create(input[i]);
            (a, b) = (Vector512.FusedMultiplyAdd(Load(ref row, 0), times, a), Vector512.FusedMultiplyAdd(Load(ref row, 1), times, b));
        }
        Store(ref first, 0, a);
        Store(ref first, 1, b);
    }
}
