using KaBot.Funnel.Facts;
using KaBot.Understanding;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

public sealed class ScoringTests
{
    [Fact]
    public void Readings_are_counted_against_labels()
    {
        var scorer = new Scorer();
        var message = new LabelledMessage("a", new RepMessage("预算50万，中标了，签了，发货了", "zh", Read.Now),
        [
            new Label("budget", new FactValue.Money(500_000, 500_000, "CNY"), Certainty.Stated, "预算50万"), new Label("bid_won", new FactValue.Flag(true), Certainty.Stated, "中标了"),
            new Label("contract_signed", new FactValue.Flag(true), Certainty.Hedged, "签了"), new Label("shipped", new FactValue.Flag(true), Certainty.Stated, "发货了"),
        ]);
        scorer.Add(message,
        [
            new Reading("budget", new FactValue.Money(500_000, 500_000, "CNY"), Certainty.Stated, 0, "预算50万"),
            new Reading("bid_won", new FactValue.Flag(false), Certainty.Stated, 6, "中标了"),
            new Reading("contract_signed", new FactValue.Flag(true), Certainty.Stated, 10, "签了"),
            new Reading("visits", new FactValue.Count(1), Certainty.Stated, 0, "预算"),
        ]);
        // Right: budget. Wrong facts: the turned flag, the visit. The unhedged signature is neither.
        Assert.Equal(new Tally(4, 4, 1, 2), scorer.Overall);
        Assert.Equal((0.25, 0.25, 0.5), (scorer.Overall.F1.Value, scorer.Overall.Recall.Value, scorer.Overall.WrongFactRate.Value));
        Assert.Equal(4, scorer.Differences.Count);
        Assert.Equal(MessageKind.Report, message.Kind);
    }

    [Theory]
    [InlineData(9, 10, 0.596, 0.982)]
    [InlineData(0, 20, 0.0, 0.161)]
    [InlineData(50, 100, 0.404, 0.596)]
    public void Intervals_are_Wilson_s(int count, int of, double low, double high)
    {
        var interval = new Share(count, of).Interval;
        Assert.Equal(low, interval.Low, 3);
        Assert.Equal(high, interval.High, 3);
    }

    [Theory]
    [InlineData("廖主任", "信息中心廖主任", false)]
    [InlineData("中心廖主任", "信息中心廖主任", true)]
    [InlineData("The COO, Mr Dekker", "COO Mr Dekker", true)]
    public void Texts_agree_when_one_holds_the_other_and_half_of_it(string read, string label, bool agree) =>
        Assert.Equal(agree, Agreement.Of(new FactValue.Text(read), new FactValue.Text(label)));
}
