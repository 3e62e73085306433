using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>
/// A matrix whose numbers are rounded to two bytes, the upper half of a float (bfloat16), for what is large and deep within: most of the time goes by as
/// the numbers are fetched, and so more of them stay near the core.
/// </summary>
/// <param name="numbers">Row by row.</param>
/// <param name="width">Of a row, a multiple of 32.</param>
internal sealed class HalvedMatrix(ReadOnlySpan<float> numbers, int width) : Matrix<uint, HalvedMatrix.Halves>(Pairs(numbers), width)
{
    private const int BitsOfHalf = 16;
    private const uint Upper = 0xFFFF0000;

    // Of the two vectors of a block, one stands in the lower halves, the other in the upper.
    private static uint[] Pairs(ReadOnlySpan<float> numbers)
    {
        var (pairs, lanes) = (new uint[numbers.Length / 2], Vector512<float>.Count);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var number = pair / lanes * Matrix.Block + pair % lanes;
            pairs[pair] = Rounded(numbers[number]) >> BitsOfHalf | Rounded(numbers[number + lanes]);
        }
        return pairs;
    }

    // To the nearest that ends in as many zeros.
    private static uint Rounded(float number) => BitConverter.SingleToUInt32Bits(number) + (1u << BitsOfHalf - 1) & Upper;

    internal readonly struct Halves : IKept<uint>
    {
        public static int OfBlock => Matrix.Block / 2;

        public static (Vector512<float> First, Vector512<float> Second) Block(ref uint at)
        {
            var pairs = Vector512.LoadUnsafe(ref at);
            return ((pairs << BitsOfHalf).AsSingle(), (pairs & Vector512.Create(Upper)).AsSingle());
        }
    }
}
