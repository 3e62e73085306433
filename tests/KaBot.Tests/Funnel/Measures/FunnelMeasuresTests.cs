using FsCheck.Xunit;
using KaBot.Funnel.Measures;

namespace KaBot.Tests.Funnel.Measures;

/// <summary>The four measures and the forecast of domain.md §8.</summary>
public sealed class FunnelMeasuresTests
{
    [Fact]
    public void Stages_hold_open_deals_with_amount_and_weight_and_ended_ones_nowhere()
    {
        var measures = Of(100, Tracks.Of("0:target", 1_000_000), Tracks.Of("0:none"), Tracks.Of("0:negotiation", 400_000), Tracks.Of("0:negotiation", 100, currency: "USD"),
            Tracks.Of("0:closing 5:lost", 9_000_000), Tracks.Of("0:target 5:stalled", 9_000_000), Tracks.Of("0:closing 5:won", 9_000_000));
        Assert.Equal([(null, 1), ("target", 1), ("intent", 0), ("initiation", 0), ("recognition", 0), ("negotiation", 2), ("closing", 0)],
            measures.Stages.Select(line => (line.Stage?.Id, line.Deals)));
        Assert.Equal([new ForecastLine("CNY", 400_000, 200_000, 1), new ForecastLine("USD", 100, 50, 1)], measures.Stages.Single(line => line.Stage?.Id == "negotiation").Sums);
        Assert.Equal(4, measures.Capacity.Deals);
        Assert.Equal([new ForecastLine("CNY", 1_400_000, 300_000, 2), new ForecastLine("USD", 100, 50, 1)], measures.Capacity.Sums);
    }

    [Fact]
    public void What_came_after_the_moment_asked_about_is_not_looked_at()
    {
        DealTrack[] tracks = [Tracks.Of("0:target 50:intent"), Tracks.Of("60:target"), Tracks.Of("0:intent 50:lost")];
        var before = Of(20, tracks);
        Assert.Equal([("target", 1), ("intent", 1)], before.Stages.Where(line => line.Deals > 0).Select(line => (line.Stage!.Id, line.Deals)));
        Assert.All(before.Slope.Stages, stage => Assert.Equal(0, stage.Of));
    }

    [Fact]
    public void A_target_needs_what_neither_was_won_nor_is_expected()
    {
        DealTrack[] tracks =
        [
            Tracks.Of("0:closing 40:won", 500_000), Tracks.Of("0:closing 5:won", 700_000), Tracks.Of("0:negotiation", 1_000_000), Tracks.Of("0:closing 40:won", 9_999, currency: "USD"),
        ];
        var cover = FunnelMeasures.Of(Tracks.Playbook, tracks, Tracks.Day(60), new SalesTarget(2_000_000, "CNY", Tracks.Day(31))).Capacity.Coverage!;
        Assert.Equal((500_000, 500_000), (cover.Won, cover.Weighted));
        Assert.Equal((0.5m, 1_000_000, 10_000_000), (cover.Share, cover.Missing, cover.ToFind));
        Assert.Null(Of(60, tracks).Capacity.Coverage);
    }

    [Fact]
    public void Conversion_counts_who_left_a_stage_in_the_window_and_nobody_who_is_still_there()
    {
        var slope = Of(300,
            Tracks.Of("0:intent 10:initiation", id: "too long ago"), Tracks.Of("150:intent 200:initiation", id: "a"), Tracks.Of("150:intent 200:recognition", id: "b"),
            Tracks.Of("150:intent 200:lost", id: "c"), Tracks.Of("290:intent", id: "still there")).Slope;
        Assert.Equal(["intent 2/3", "initiation 1/1"], slope.Stages.Where(stage => stage.Of > 0).Select(stage => $"{stage.Stage.Id} {stage.Onward}/{stage.Of}"));
        Assert.Null(slope.Stages[0].Share);
        Assert.Null(slope.Leak);
    }

    [Theory]
    [InlineData(2, 3, "intent")]
    [InlineData(3, 2, null)]
    [InlineData(1, 3, null)]
    public void A_leak_is_a_stage_where_most_of_enough_deals_end(int onward, int ended, string? leak) => Assert.Equal(leak, Of(100,
        [.. Many(onward, "0:intent 20:initiation"), .. Many(ended, "0:intent 20:lost", "x")]).Slope.Leak?.Stage.Id);

    [Fact]
    public void The_shape_has_one_deal_for_each_chance_of_winning()
    {
        // 1/w: 10, 5, 3.3, 2.5, 2, 1.25 of 24.1.
        var even = Of(10, [.. Many(10, "0:target"), .. Many(5, "0:intent"), .. Many(3, "0:initiation"), .. Many(3, "0:recognition"), .. Many(2, "0:negotiation"), .. Many(1, "0:closing")]).Evenness;
        Assert.Equal(24, even.Stages.Sum(stage => stage.Expected), 6);
        Assert.InRange(even.Value!.Value, 0.95, 1);
        Assert.Null(even.Thin);
        Assert.Null(even.Thick);

        var late = Of(10, Many(8, "0:negotiation")).Evenness;
        Assert.Equal(("target", "negotiation"), (late.Thin!.Stage.Id, late.Thick!.Stage.Id));
        Assert.Equal(8 * 2 / 24.083, late.Thick.Expected, 2);
        Assert.InRange(late.Value!.Value, 0, 0.1);
        Assert.Null(Of(10, Many(Evenness.Enough - 1, "0:negotiation")).Evenness.Value);
    }

    [Fact]
    public void Days_in_a_stage_are_the_median_of_those_who_stayed_and_left()
    {
        var velocity = Of(100,
            Tracks.Of("0:target 10:intent 40:closing", id: "a"), Tracks.Of("0:target 20:intent", id: "b"), Tracks.Of("0:target 60:intent", id: "c"),
            Tracks.Of("85:target", id: "fresh"), Tracks.Of("5:target", id: "slow")).Velocity;
        Assert.Equal((20, 3), (velocity.Stages[0].Median, velocity.Stages[0].Stays));
        // The jump over initiation, recognition and negotiation took no time, and is no measure of time.
        Assert.Equal((null, 0), (velocity.Stages[2].Median, velocity.Stages[2].Stays));
        Assert.Equal((40, 1), (velocity.Cycle, velocity.Closed));
        Assert.Equal([("slow", "target", 95, 20)], velocity.Slow.Select(slow => (slow.DealId, slow.Stage.Id, slow.Days, slow.Usual)));
    }

    [Fact]
    public void A_teams_own_rate_stands_once_enough_deals_of_the_stage_have_ended()
    {
        var enough = WinRates.Of(Tracks.Playbook, [.. Many(5, "0:intent 9:won"), .. Many(15, "0:intent 9:lost", "x"), .. Many(9, "0:intent 9:stalled", "y")]);
        Assert.Equal((0.25m, 0.25m, 0.3m), (enough.From("target"), enough.From("intent"), enough.From("initiation")));
        Assert.Equal(["intent", "target"], enough.Measured.Order());
        var few = WinRates.Of(Tracks.Playbook, [.. Many(5, "0:intent 9:won"), .. Many(14, "0:intent 9:lost", "x")]);
        Assert.Equal((0.2m, 0m, 1m), (few.From("intent"), few.From(null), few.From("repeat")));
        Assert.Empty(few.Measured);
    }

    [Fact]
    public void The_forecast_goes_month_by_month_from_the_present_one()
    {
        var months = Of(64, // 6 March
            Tracks.Of("0:negotiation", 100, close: 60), Tracks.Of("0:closing", 100, close: 80), Tracks.Of("0:target", 1000, close: 100),
            Tracks.Of("0:closing", 5000, close: 20), Tracks.Of("0:closing", 5000), Tracks.Of("0:closing", close: 80, id: "no amount")).Forecast;
        Assert.Equal([("03", 200m, 130m), ("04", 1000m, 100m)], months.Select(month => ($"{month.Month:MM}", month.Lines.Single().Amount, month.Lines.Single().Weighted)));
    }

    [Property(MaxTest = 200)]
    public void Nothing_is_counted_twice_or_lost(byte[] thrown)
    {
        // Each byte is a deal: its way, whether it has an amount, a date and which currency.
        var tracks = thrown.Select((number, i) => Tracks.Of(Ways[number % Ways.Length], number % 3 == 0 ? null : number * 1000,
            number % 5 == 0 ? null : number - 20, number % 4 == 0 ? "USD" : "CNY", $"{i}")).ToArray();
        var measures = Of(64, tracks);
        var open = tracks.Count(track => track.IsOpen);
        Assert.Equal(open, measures.Capacity.Deals);
        Assert.Equal(open, measures.Stages.Sum(line => line.Deals));
        Assert.Equal(measures.Capacity.Sums.Sum(line => line.Amount), measures.Stages.SelectMany(line => line.Sums).Sum(line => line.Amount));
        Assert.Equal(measures.Capacity.Sums.Sum(line => line.Weighted), measures.Stages.SelectMany(line => line.Sums).Sum(line => line.Weighted), 6);
        Assert.True(measures.Forecast.SelectMany(month => month.Lines).Sum(line => line.Weighted) <= measures.Capacity.Sums.Sum(line => line.Weighted) + 0.000001m);
        Assert.InRange(measures.Evenness.Value ?? 1, 0, 1);
        Assert.Equal(measures.Evenness.Deals, measures.Evenness.Stages.Sum(stage => stage.Expected), 6);
    }

    private static readonly string[] Ways =
        ["0:target", "0:none", "0:intent 10:lost", "0:target 20:recognition", "0:closing", "0:negotiation 30:target", "0:closing 9:won"];

    private static FunnelMeasures Of(double day, params DealTrack[] tracks) => FunnelMeasures.Of(Tracks.Playbook, tracks, Tracks.Day(day));

    private static DealTrack[] Many(int count, string way, string prefix = "") => [.. Enumerable.Range(0, count).Select(i => Tracks.Of(way, id: $"{prefix}{way}{i}"))];
}
