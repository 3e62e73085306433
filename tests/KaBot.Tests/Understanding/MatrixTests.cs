using KaBot.Understanding.Learning;

namespace KaBot.Tests.Understanding;

/// <summary>Products of matrices, exact and in rounded numbers, beside the plain sums that they stand for.</summary>
public sealed class MatrixTests
{
    private readonly Random _random = new(7);

    [Theory]
    [InlineData(16, 32, 0.5)]
    [InlineData(64, 64, 0)]
    [InlineData(64, 64, 1)]
    [InlineData(80, 96, 0.9)]
    [InlineData(192, 160, 0.5)]
    public void A_product_is_the_sum_of_rows_each_so_many_times(int inputs, int width, double zeros)
    {
        float[] input = [.. Numbers(inputs).Select(number => _random.NextDouble() < zeros ? 0 : number)];
        var (numbers, exact) = (Numbers(inputs * width), Numbers(width));
        float[] rounded = [.. exact], expected = [.. exact.Select((before, sum) => before + Enumerable.Range(0, inputs).Sum(at => input[at] * numbers[at * width + sum]))];
        new ExactMatrix(numbers, width).AddProduct(input, exact);
        new HalvedMatrix(numbers, width).AddProduct(input, rounded);
        for (var sum = 0; sum < width; sum++)
        {
            Assert.Equal(expected[sum], exact[sum], 0.0001);
            Assert.Equal(expected[sum], rounded[sum], 0.02);
        }
    }

    [Fact]
    public void A_product_may_begin_at_a_later_row()
    {
        float[] numbers = [.. Enumerable.Repeat(1f, 16 * 32), .. Enumerable.Repeat(2f, 16 * 32)], ones = [.. Enumerable.Repeat(1f, 16)], sums = new float[32];
        new ExactMatrix(numbers, 32).AddProduct(ones, sums, 16);
        Assert.All(sums, sum => Assert.Equal(32, sum));
        new HalvedMatrix(numbers, 32).AddProduct(ones, sums, 16);
        Assert.All(sums, sum => Assert.Equal(64, sum));
    }

    // A float has 24 bits of number, its half has 8: no number is off by more than half of the last.
    [Fact]
    public void Numbers_are_rounded_to_the_nearest()
    {
        float[] numbers = [.. Numbers(32 * 31), .. Enumerable.Range(-16, 32).Select(power => MathF.ScaleB(1.999f, power))];
        var matrix = new HalvedMatrix(numbers, 32);
        for (var row = 0; row < 32; row++)
        {
            var (input, sums) = (new float[16], new float[32]);
            input[row % 16] = 1;
            matrix.AddProduct(input, sums, row / 16 * 16);
            for (var at = 0; at < 32; at++) Assert.True(Math.Abs(sums[at] - numbers[row * 32 + at]) <= Math.Abs(numbers[row * 32 + at]) / 256, $"{numbers[row * 32 + at]} became {sums[at]}");
        }
    }

    [Theory]
    [InlineData(15, 32, 0)]
    [InlineData(32, 32, 0)]
    [InlineData(16, 64, 0)]
    [InlineData(16, 32, 1)]
    public void A_product_of_what_does_not_fit_is_refused(int inputs, int sums, int from) =>
        Assert.Throws<ArgumentException>(() => new ExactMatrix(new float[16 * 32], 32).AddProduct(new float[inputs], new float[sums], from));

    [Fact]
    public void Rows_come_by_32()
    {
        Assert.Throws<ArgumentException>(() => new ExactMatrix(new float[48 * 2], 48));
        Assert.Throws<ArgumentException>(() => new HalvedMatrix(new float[48 * 2], 48));
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() - 0.5f)];
}
