using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>A matrix of the numbers as they are; they may change.</summary>
/// <param name="numbers">Row by row.</param>
/// <param name="width">Of a row, a multiple of 32.</param>
internal sealed class ExactMatrix(float[] numbers, int width) : Matrix<float, ExactMatrix.Exact>(numbers, width)
{
    internal readonly struct Exact : IKept<float>
    {
        public static int OfBlock => Matrix.Block;

        public static (Vector512<float> First, Vector512<float> Second) Block(ref float at) => (Vector512.LoadUnsafe(ref at), Vector512.LoadUnsafe(ref at, (nuint)Vector512<float>.Count));
    }
}
