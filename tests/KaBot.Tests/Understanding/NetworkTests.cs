using KaBot.Understanding.Learning;
using KaBot.Understanding.Text;

namespace KaBot.Tests.Understanding;

/// <summary>A network's arithmetic beside the plain sums that it stands for, what it keeps of what it learnt, and how it finds its way.</summary>
public sealed class NetworkTests
{
    private const int Hidden = 64, Labels = 35, Dense = 32;

    private static readonly string[] Names = [.. Enumerable.Range(0, Labels).Select(label => $"l{label}")];

    private readonly Random _random = new(11);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(450)]
    public void Scores_are_the_sums_of_what_is_above_zero(int features)
    {
        int[] known = [.. Enumerable.Range(0, 300).Select(row => row * 7 + 3)];
        var rows = new sbyte[known.Length * Hidden];
        for (var i = 0; i < rows.Length; i++) rows[i] = (sbyte)_random.Next(sbyte.MinValue, sbyte.MaxValue + 1);
        var (dense, bias, weights, labelBias, given) = (Numbers(Dense * Hidden), Numbers(Hidden), Numbers(Hidden * Labels), Numbers(Labels), Numbers(Dense));
        var network = new Network(Names, new PlaceIndex(known), rows, dense, bias, weights, labelBias);
        // One in five is of a feature that it never learnt of.
        int[] places = [.. Enumerable.Range(0, features).Select(_ => _random.Next(5) == 0 ? known[_random.Next(known.Length)] + 1 : known[_random.Next(known.Length)])];

        var scores = new float[Labels];
        var heard = network.Score([.. places], scores, given);

        int[] there = [.. places.Select(place => Array.IndexOf(known, place)).Where(row => row >= 0)];
        float[] on = [.. Enumerable.Range(0, Hidden).Select(unit =>
            Math.Max(0, bias[unit] + there.Sum(row => rows[row * Hidden + unit]) * Network.Step / MathF.Sqrt(Math.Max(1, features)) + Enumerable.Range(0, Dense).Sum(i => given[i] * dense[i * Hidden + unit])))];
        Assert.Equal(there.Length, heard);
        for (var label = 0; label < Labels; label++)
            Assert.Equal(labelBias[label] + Enumerable.Range(0, Hidden).Sum(unit => on[unit] * weights[unit * Labels + label]), scores[label], 0.01);
    }

    [Fact]
    public void What_several_things_have_last_is_worked_out_once()
    {
        var (network, given) = (new Network(Names, new PlaceIndex([1]), new sbyte[Hidden], Numbers(Dense * Hidden), Numbers(Hidden), Numbers(Hidden * Labels), Numbers(Labels)), Numbers(Dense));
        var (whole, begun, scores) = (new float[Labels], new float[Hidden], new float[Labels]);
        network.Score([1], whole, given);
        network.Begin(given.AsSpan(Dense / 2), begun);
        network.Score([1], scores, given.AsSpan(0, Dense / 2), begun);
        for (var label = 0; label < Labels; label++) Assert.Equal(whole[label], scores[label], 0.001);
    }

    [Fact]
    public void What_is_rare_is_learnt_of_but_not_kept()
    {
        Example[] examples = [.. Enumerable.Range(0, 40).Select(turn => new Example([1, turn % 2 == 0 ? 2 : 3, turn < 3 ? 4 : 5], turn % 2 == 0 ? ["even"] : ["odd"], [], []))];
        var (all, kept) = (NetworkLearner.Learn(examples, new Lessons(Hidden: 32, LeastSeen: 2)), NetworkLearner.Learn(examples, new Lessons(Hidden: 32, LeastSeen: 2, LeastKept: 10)));
        Assert.Equal((4, 3), (Heard(all, 1, 2, 3, 4), Heard(kept, 1, 2, 3, 4)));
        Assert.Equal(Scores(all, 1, 2, 5), Scores(kept, 1, 2, 5));
        Assert.True(Scores(kept, 1, 2, 5) is [> 0, < 0], "even is told from odd");
    }

    [Fact]
    public void Rows_are_found_for_places_that_have_one()
    {
        int[] known = [.. Enumerable.Range(0, Features.Buckets).Where(_ => _random.Next(50) == 0)];
        var (index, rows) = (new PlaceIndex(known), new int[1000]);
        int[] places = [0, Features.Buckets - 1, .. Enumerable.Range(0, 998).Select(_ => _random.Next(2) == 0 ? known[_random.Next(known.Length)] : _random.Next(Features.Buckets))];
        var count = index.RowsOf(places, rows);
        Assert.Equal(places.Select(place => Array.BinarySearch(known, place)).Where(row => row >= 0), rows[..count]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(64)]
    public void The_first_from_a_place_on_is_found(int count)
    {
        Thing[] things = [.. Enumerable.Range(0, count).Select(_ => new Thing(_random.Next(40))).OrderBy(thing => thing.Start)];
        for (var place = -1; place <= 41; place++)
            Assert.Equal(things.Count(thing => thing.Start < place), ((ReadOnlySpan<Thing>)things).FirstFrom(place));
    }

    private readonly record struct Thing(int Start) : IPlaced;

    private static int Heard(Network network, params int[] places) => network.Score([.. places], new float[network.Labels.Count]);

    private static float[] Scores(Network network, params int[] places)
    {
        var scores = new float[network.Labels.Count];
        network.Score([.. places], scores);
        return scores;
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.NextSingle() - 0.5f)];
}
