using KaBot.Understanding.Learning;

namespace KaBot.Tests.Understanding;

/// <summary>The encoder's arithmetic, beside the plain sums that it stands for.</summary>
public sealed class EncoderTests
{
    private const int Width = 16, Hidden = 32, Rows = 5;

    private readonly Random _random = new(7);

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(96)]
    [InlineData(192)]
    public void Rows_in_steps_add_up_to_the_rows(int width)
    {
        var (matrix, sums) = (Numbers(Rows * width), Numbers(width));
        // Each row has steps of its own: those of a small one are not lost beside a large one.
        for (var at = 0; at < width; at++) matrix[4 * width + at] *= 100;
        float[] expected = [.. sums.Select((before, at) => before + matrix[width + at] + matrix[3 * width + at])];
        var (steps, step) = Vectors.InSteps(matrix, width);
        Vectors.AddRows(steps, step, [1, 3], sums);
        AssertClose(expected, sums);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(96)]
    [InlineData(192)]
    public void Rows_of_whole_steps_are_counted(int width)
    {
        var matrix = new sbyte[Rows * width];
        for (var at = 0; at < matrix.Length; at++) matrix[at] = (sbyte)_random.Next(sbyte.MinValue, sbyte.MaxValue + 1);
        int[] sums = [.. Enumerable.Range(0, width)], rows = [.. Enumerable.Range(0, 200).Select(_ => _random.Next(Rows))];
        int[] expected = [.. sums.Select((before, at) => before + rows.Sum(row => matrix[row * width + at]))];
        Vectors.AddRows(matrix, rows, sums);
        Assert.Equal(expected, sums);
    }

    [Fact]
    public void Nothing_but_zeros_stays_so()
    {
        var (steps, step) = Vectors.InSteps(new float[Hidden], Hidden);
        var sums = new float[Hidden];
        Vectors.AddRows(steps, step, [0], sums);
        Assert.All(sums, sum => Assert.Equal(0, sum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_token_means_what_it_and_its_neighbours_are(int tokens)
    {
        // Numbers that rounding leaves as they are: each row is one number of the first layer's, which goes by 127 steps to one, and the second's have few bits.
        var (rows, inner, innerBias, outer, outerBias) = (new float[Rows * Width], Steps(3 * Width * Hidden, 127), Numbers(Hidden), Steps(3 * Hidden * Hidden, 128), Numbers(Hidden));
        for (var row = 0; row < Rows; row++) rows[row * Width + row] = inner[row * Hidden] = 1;
        var encoder = new Encoder(new PlaceIndex([2, 3, 5, 7, 11]), rows, inner, innerBias, outer, outerBias);
        int[][] places = [.. Enumerable.Range(0, tokens).Select(token => new[] { 2, 3, 5, 7, 11 }.Where((_, row) => (token + row) % 3 == 0).Append(13).ToArray())];
        var encoded = new Encoded();
        // What was there before is gone.
        Encode(encoder, encoded, [[2], [3], [5], [7], [11], [2], [3], [5], [7]]);
        Encode(encoder, encoded, places);

        float[][] sums = [.. places.Select(token => Sum(token.Where(place => place != 13).Select(place => Row(Array.IndexOf([2, 3, 5, 7, 11], place)))))];
        var first = Layer(sums, inner, innerBias);
        var second = Layer(first, outer, outerBias);
        float[][] expected = [.. first.Zip(second, (a, b) => Sum([a, b]))];
        for (var token = 0; token < tokens; token++) AssertClose(expected[token], encoder.Token(encoded, token));
        Assert.True(encoder.Token(encoded, tokens).IsEmpty);
        AssertClose(Pooled(expected), encoded.Message);
        var (from, to) = (tokens / 2, tokens);
        AssertClose(Pooled(expected[from..to]), encoder.Clause(encoded, from, to));
        AssertClose(Pooled(expected)[..Hidden], encoded.Highest);

        float[] Row(int row) => rows[(row * Width)..((row + 1) * Width)];
    }

    private static void Encode(Encoder encoder, Encoded encoded, int[][] tokens)
    {
        encoded.Clear(encoder.Hidden);
        foreach (var token in tokens) encoder.Add(encoded, token);
        encoder.Run(encoded);
    }

    // Each token's sum of the one before it, itself and the one behind; below zero counts as zero.
    private static float[][] Layer(float[][] input, float[] weights, float[] bias) => [.. input.Select((_, token) => bias.Select((start, unit) =>
    {
        var sum = start;
        for (var place = 0; place < 3; place++)
            if (token + place - 1 is var at && at >= 0 && at < input.Length)
                for (var i = 0; i < input[at].Length; i++) sum += input[at][i] * weights[(place * input[at].Length + i) * bias.Length + unit];
        return Math.Max(0, sum);
    }).ToArray())];

    private static float[] Pooled(float[][] tokens) =>
        [.. Enumerable.Range(0, Hidden).Select(unit => tokens.Max(token => token[unit])), .. Enumerable.Range(0, Hidden).Select(unit => tokens.Average(token => token[unit]))];

    private static float[] Sum(IEnumerable<float[]> rows) => rows.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);

    private float[] Steps(int count, int ofOne) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(1 - ofOne, ofOne) / (float)ofOne)];

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() - 0.5f)];

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.True(Math.Abs(expected[i] - actual[i]) < 0.01, $"{i}: {expected[i]}, not {actual[i]}");
    }
}
