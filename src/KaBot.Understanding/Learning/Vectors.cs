using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Sums over rows of numbers, as many at once as a vector holds; lengths are multiples of that. What runs thousands of times a message is compiled at once
/// for good, here and wherever it says AggressiveOptimization: before that, vectors are slower by orders, and loading and the first messages would wait for it.
/// </summary>
internal static class Vectors
{
    private static int Lanes => Vector512<float>.Count;

    private static int Block => 2 * Lanes;

    /// <summary>Adds a row, so many times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sums, ReadOnlySpan<float> row, float times)
    {
        for (var i = 0; i < row.Length; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..]) * times).CopyTo(sums[i..]);
    }

    /// <summary>Adds whole numbers, so many times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sums, ReadOnlySpan<int> row, float times)
    {
        for (var i = 0; i < row.Length; i += Vector<int>.Count)
            (new Vector<float>(sums[i..]) + Vector.ConvertToSingle(new Vector<int>(row[i..])) * times).CopyTo(sums[i..]);
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        return Vector.Sum(sum);
    }

    /// <summary>The rows of a matrix in steps, and how large a step is in each: as fine as the largest of its numbers allows.</summary>
    public static (sbyte[] Steps, float[] Step) InSteps(ReadOnlySpan<float> matrix, int width)
    {
        var (steps, step) = (new sbyte[matrix.Length], new float[matrix.Length / width]);
        for (var row = 0; row < step.Length; row++)
        {
            var numbers = matrix.Slice(row * width, width);
            var most = float.Epsilon;
            foreach (var number in numbers) most = MathF.Max(most, MathF.Abs(number));
            for (var i = 0; i < width; i++) steps[row * width + i] = (sbyte)MathF.Round(numbers[i] / most * sbyte.MaxValue);
            step[row] = most / sbyte.MaxValue;
        }
        return (steps, step);
    }

    /// <summary>Adds some rows of a matrix that stands in steps; the sums stay in registers meanwhile.</summary>
    /// <param name="step">How large a step is in each row.</param>
    /// <param name="rows">Their numbers.</param>
    /// <param name="sums">As many as a row has, a multiple of 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(ReadOnlySpan<sbyte> matrix, ReadOnlySpan<float> step, ReadOnlySpan<int> rows, Span<float> sums)
    {
        var at = 0;
        for (; at + 2 * Block <= sums.Length; at += 2 * Block)
        {
            Vector512<float> a = default, b = default, c = default, d = default;
            foreach (var row in rows)
            {
                ref var numbers = ref Steps(matrix, row * sums.Length + at);
                var size = Vector512.Create(step[row]);
                AddSteps(ref numbers, size, ref a, ref b);
                AddSteps(ref Unsafe.Add(ref numbers, Block), size, ref c, ref d);
            }
            Add(a, b, sums[at..]);
            Add(c, d, sums[(at + Block)..]);
        }
        if (at == sums.Length) return;
        Vector512<float> low = default, high = default;
        foreach (var row in rows) AddSteps(ref Steps(matrix, row * sums.Length + at), Vector512.Create(step[row]), ref low, ref high);
        Add(low, high, sums[at..]);
    }

    private static ref sbyte Steps(ReadOnlySpan<sbyte> matrix, int at) => ref Unsafe.Add(ref MemoryMarshal.GetReference(matrix), at);

    private static void AddSteps(ref sbyte steps, Vector512<float> size, ref Vector512<float> low, ref Vector512<float> high)
    {
        var (first, second) = Vector512.Widen(Shorts(ref steps));
        low = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(first), size, low);
        high = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(second), size, high);
    }

    private static Vector512<short> Shorts(ref sbyte steps) => Vector512.WidenLower(Vector256.LoadUnsafe(ref steps).ToVector512Unsafe());

    private static void Add(Vector512<float> low, Vector512<float> high, Span<float> sums)
    {
        (low + Vector512.Create<float>(sums)).CopyTo(sums);
        (high + Vector512.Create<float>(sums[Lanes..])).CopyTo(sums[Lanes..]);
    }

    /// <summary>The same for steps that are all alike, counted in whole ones: no more than 256 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(ReadOnlySpan<sbyte> matrix, ReadOnlySpan<int> rows, Span<int> sums)
    {
        var at = 0;
        for (; at + 2 * Block <= sums.Length; at += 2 * Block)
        {
            Vector512<short> a = default, b = default;
            foreach (var row in rows)
            {
                ref var steps = ref Steps(matrix, row * sums.Length + at);
                (a, b) = (a + Shorts(ref steps), b + Shorts(ref Unsafe.Add(ref steps, Block)));
            }
            Add(a, sums[at..]);
            Add(b, sums[(at + Block)..]);
        }
        if (at == sums.Length) return;
        Vector512<short> last = default;
        foreach (var row in rows) last += Shorts(ref Steps(matrix, row * sums.Length + at));
        Add(last, sums[at..]);
    }

    private static void Add(Vector512<short> steps, Span<int> sums)
    {
        var (low, high) = Vector512.Widen(steps);
        (low + Vector512.Create<int>(sums)).CopyTo(sums);
        (high + Vector512.Create<int>(sums[Lanes..])).CopyTo(sums[Lanes..]);
    }

    /// <summary>Raises each number to another, where that is higher; of any length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise(Span<float> numbers, ReadOnlySpan<float> to)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= numbers.Length; i += Vector<float>.Count) Vector.Max(new Vector<float>(numbers[i..]), new Vector<float>(to[i..])).CopyTo(numbers[i..]);
        for (; i < numbers.Length; i++) numbers[i] = MathF.Max(numbers[i], to[i]);
    }

    /// <summary>What is below zero counts as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i += Vector<float>.Count) Vector.Max(new Vector<float>(numbers[i..]), default).CopyTo(numbers[i..]);
    }
}
