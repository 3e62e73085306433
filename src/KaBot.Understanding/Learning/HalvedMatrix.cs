using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>
/// A matrix whose numbers are rounded to two bytes, the upper half of a float (bfloat16), for what is large and deep within: most of the time goes by as
/// the numbers are fetched, and so more of them stay near the core.
/// </summary>
internal sealed class HalvedMatrix : Matrix
{
    private const int BitsOfHalf = 16;
    private const uint Upper = 0xFFFF0000;

    // Of two vectors of a row, one stands in the lower halves, the other in the upper.
    private readonly uint[] _pairs;

    /// <param name="numbers">Row by row.</param>
    /// <param name="width">Of a row, a multiple of 32.</param>
    public HalvedMatrix(ReadOnlySpan<float> numbers, int width) : base(numbers.Length / width, width)
    {
        _pairs = new uint[numbers.Length / 2];
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            var number = pair / Lanes * Block + pair % Lanes;
            _pairs[pair] = Rounded(numbers[number]) >> BitsOfHalf | Rounded(numbers[number + Lanes]);
        }
    }

    // To the nearest that ends in as many zeros.
    private static uint Rounded(float number) => BitConverter.SingleToUInt32Bits(number) + (1u << BitsOfHalf - 1) & Upper;

    protected override void Add(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, int from, Span<float> sums)
    {
        ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pairs), from * (Width >> 1));
        ref var first = ref MemoryMarshal.GetReference(sums);
        for (var left = Width; left > 0; left -= 2 * Block, first = ref Unsafe.Add(ref first, 2 * Block), rows = ref Unsafe.Add(ref rows, Block))
            if (left == Block) AddTwo(input, filled, ref rows, ref first);
            else AddFour(input, filled, ref rows, ref first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFour(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref uint rows, ref float first)
    {
        var (a, b, c, d) = (Load(ref first, 0), Load(ref first, 1), Load(ref first, 2), Load(ref first, 3));
        var pairs = Width >> 1;
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * pairs);
            var times = Vector512.Create(input[i]);
            var (ab, cd) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, (nuint)Lanes));
            (a, b) = (Vector512.FusedMultiplyAdd(InLower(ab), times, a), Vector512.FusedMultiplyAdd(InUpper(ab), times, b));
            (c, d) = (Vector512.FusedMultiplyAdd(InLower(cd), times, c), Vector512.FusedMultiplyAdd(InUpper(cd), times, d));
        }
        Store(ref first, 0, a);
        Store(ref first, 1, b);
        Store(ref first, 2, c);
        Store(ref first, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTwo(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref uint rows, ref float first)
    {
        var (a, b) = (Load(ref first, 0), Load(ref first, 1));
        var pairs = Width >> 1;
        foreach (var i in filled)
        {
            var (ab, times) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref rows, i * pairs)), Vector512.Create(input[i]));
            (a, b) = (Vector512.FusedMultiplyAdd(InLower(ab), times, a), Vector512.FusedMultiplyAdd(InUpper(ab), times, b));
        }
        Store(ref first, 0, a);
        Store(ref first, 1, b);
    }

    private static Vector512<float> InLower(Vector512<uint> pairs) => (pairs << BitsOfHalf).AsSingle();

    private static Vector512<float> InUpper(Vector512<uint> pairs) => (pairs & Vector512.Create(Upper)).AsSingle();
}
