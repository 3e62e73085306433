using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KaBot.Understanding.Learning;

/// <summary>Sums over rows of numbers, as many at once as a vector holds; lengths are multiples of that.</summary>
internal static class Vectors
{
    private const int Gathered = 64;

    private static readonly int Lanes = Vector512<float>.Count;

    /// <summary>By so many numbers <see cref="AddProduct"/> takes its sums.</summary>
    public static readonly int Block = 2 * Lanes;

    /// <summary>Adds a row, so many times.</summary>
    public static void Add(Span<float> sums, ReadOnlySpan<float> row, float times)
    {
        for (var i = 0; i < row.Length; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..]) * times).CopyTo(sums[i..]);
    }

    /// <summary>Adds whole numbers, so many times.</summary>
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

    /// <summary>
    /// Adds a row of a matrix for each number of the input, so many times as it says; the sums stay in registers meanwhile. Many numbers are zero, which
    /// the processor could not foresee: those that are not are gathered first.
    /// </summary>
    /// <param name="input">As many as a multiple of 16.</param>
    /// <param name="matrix">A row for each number of the input, one behind the other, each as long as the sums.</param>
    /// <param name="sums">As many as a multiple of 32.</param>
    public static void AddProduct(ReadOnlySpan<float> input, ReadOnlySpan<float> matrix, Span<float> sums)
    {
        if (input.Length % Lanes != 0 || sums.Length % Block != 0 || matrix.Length < input.Length * sums.Length)
            throw new ArgumentException("The input comes by 16, sums by 32, and every number of the input has a row.", nameof(sums));
        Span<int> filled = stackalloc int[Gathered + Vector256<int>.Count];
        for (var from = 0; from < input.Length; from += Gathered)
        {
            var part = input.Slice(from, Math.Min(Gathered, input.Length - from));
            var count = Gather(part, filled);
            ref var rows = ref MemoryMarshal.GetReference(matrix[(from * sums.Length)..]);
            var start = 0;
            for (; start + 4 * Lanes <= sums.Length; start += 4 * Lanes) AddFour(part, filled[..count], ref rows, start, sums);
            if (start < sums.Length) AddTwo(part, filled[..count], ref rows, start, sums);
        }
    }

    // By which lanes of eight count: their numbers, a byte each, side by side.
    private static readonly ulong[] Counting = [.. Enumerable.Range(0, 1 << 8).Select(lanes =>
        Enumerable.Range(0, 8).Where(lane => (lanes >> lane & 1) != 0).Reverse().Aggregate(0UL, (all, lane) => all << 8 | (uint)lane))];

    // Eight at a time without a branch: which numbers are zero could not be foreseen.
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

    private static void AddFour(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref float rows, int start, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(sums[start..]);
        var (a, b, c, d) = (Load(ref first, 0), Load(ref first, 1), Load(ref first, 2), Load(ref first, 3));
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * sums.Length + start);
            var times = Vector512.Create(input[i]);
            a = Vector512.FusedMultiplyAdd(Load(ref row, 0), times, a);
            b = Vector512.FusedMultiplyAdd(Load(ref row, 1), times, b);
            c = Vector512.FusedMultiplyAdd(Load(ref row, 2), times, c);
            d = Vector512.FusedMultiplyAdd(Load(ref row, 3), times, d);
        }
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, (nuint)Lanes);
        c.StoreUnsafe(ref first, (nuint)(2 * Lanes));
        d.StoreUnsafe(ref first, (nuint)(3 * Lanes));
    }

    private static void AddTwo(ReadOnlySpan<float> input, ReadOnlySpan<int> filled, ref float rows, int start, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(sums[start..]);
        var (a, b) = (Load(ref first, 0), Load(ref first, 1));
        foreach (var i in filled)
        {
            ref var row = ref Unsafe.Add(ref rows, i * sums.Length + start);
            var times = Vector512.Create(input[i]);
            a = Vector512.FusedMultiplyAdd(Load(ref row, 0), times, a);
            b = Vector512.FusedMultiplyAdd(Load(ref row, 1), times, b);
        }
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, (nuint)Lanes);
    }

    private static Vector512<float> Load(ref float first, int vector) => Vector512.LoadUnsafe(ref first, (nuint)(vector * Lanes));

    /// <summary>Raises each number to another, where that is higher; of any length.</summary>
    public static void Raise(Span<float> numbers, ReadOnlySpan<float> to)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= numbers.Length; i += Vector<float>.Count) Vector.Max(new Vector<float>(numbers[i..]), new Vector<float>(to[i..])).CopyTo(numbers[i..]);
        for (; i < numbers.Length; i++) numbers[i] = MathF.Max(numbers[i], to[i]);
    }

    /// <summary>What is below zero counts as zero.</summary>
    public static void Rectify(Span<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i += Vector<float>.Count) Vector.Max(new Vector<float>(numbers[i..]), default).CopyTo(numbers[i..]);
    }
}
