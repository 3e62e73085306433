using System.Text.Json;
using KaBot.Funnel.Facts;

namespace KaBot.Tests.Funnel;

/// <summary>Values as JSON, sheets that grow, and facts that cannot both stand.</summary>
public sealed class FactTests
{
    [Theory]
    [InlineData("bid_won", "true")]
    [InlineData("visits", "3")]
    [InlineData("go_live", "\"2026-09-30\"")]
    [InlineData("budget", "{\"low\":500000,\"high\":800000.5,\"currency\":\"CNY\"}")]
    [InlineData("budget", "{\"low\":null,\"high\":500000,\"currency\":\"USD\"}")]
    [InlineData("sponsor", "\"CIO Wang\"")]
    [InlineData("competitors", "[\"SAP\",\"Oracle\"]")]
    [InlineData("competitors", "[]")]
    [InlineData("org_size", "\"sme\"")]
    [InlineData("symptoms", "[\"rushing\",\"internal_split\"]")]
    public void A_value_is_read_and_written_alike(string fact, string json) =>
        Assert.Equal(json, FactValueJson.Write(Read(fact, json))!.ToJsonString());

    [Fact]
    public void Null_is_known_to_be_open()
    {
        Assert.Equal(FactValue.Open.Value, Read("budget", "null"));
        Assert.Null(FactValueJson.Write(FactValue.Open.Value));
    }

    [Theory]
    [InlineData("bid_won", "\"yes\"")]
    [InlineData("visits", "-1")]
    [InlineData("visits", "1.5")]
    [InlineData("visits", "99999999999")]
    [InlineData("go_live", "\"2026-02-30\"")]
    [InlineData("go_live", "\"30.9.2026\"")]
    [InlineData("budget", "500000")]
    [InlineData("budget", "{}")]
    [InlineData("budget", "{\"low\":2,\"high\":1,\"currency\":\"CNY\"}")]
    [InlineData("budget", "{\"low\":-2,\"high\":1,\"currency\":\"CNY\"}")]
    [InlineData("budget", "{\"low\":\"2\",\"currency\":\"CNY\"}")]
    [InlineData("sponsor", "\"\"")]
    [InlineData("competitors", "\"SAP\"")]
    [InlineData("competitors", "[1]")]
    [InlineData("org_size", "\"tiny\"")]
    [InlineData("symptoms", "[\"tired\"]")]
    public void A_value_of_the_wrong_shape_says_so(string fact, string json) =>
        Assert.StartsWith($"'{fact}' has the value ", Assert.Throws<FormatException>(() => Read(fact, json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Visits_more_add_to_the_total_and_the_later_value_stands()
    {
        var sheet = Deal.Of("visits=2").With(Count(1, increment: true)).With(Count(2, increment: true));
        Assert.Equal(new FactValue.Count(5), sheet["visits"]!.Value);
        Assert.Equal(new FactValue.Count(1, Increment: true), FactSheet.Empty.With(Count(1, increment: true))["visits"]!.Value);
        Assert.Equal(new FactValue.Count(3), sheet.With(Count(3))["visits"]!.Value);
        Assert.Null(sheet.Without("visits")["visits"]);
    }

    [Theory]
    [InlineData("visits=3", "visits=2", true)]
    [InlineData("visits=2", "visits=3", false)]
    [InlineData("bid_won=no", "bid_won", false)]
    [InlineData("bid_won", "bid_won=no", true)]
    [InlineData("evaluating", "evaluating=no", false)]
    [InlineData("bid_won=no", "?bid_won", true)]
    [InlineData("?bid_won", "bid_won=no", false)]
    [InlineData("org_size=sme", "org_size=large", true)]
    [InlineData("org_size=sme", "org_size=sme", false)]
    [InlineData("budget", "budget=open", true)]
    [InlineData("budget=open", "budget", false)]
    [InlineData("competitors", "competitors=none", true)]
    [InlineData("competitors=none", "competitors", false)]
    public void Progress_is_no_contradiction_and_a_reversal_is_one(string known, string told, bool clash)
    {
        var (before, now) = (Assert.Single(Deal.Of(known).All), Assert.Single(Deal.Of(told).All));
        Assert.Equal(clash, Contradiction.Between(Deal.Playbook.Fact(now.Id)!, before, now) is not null);
    }

    [Fact]
    public void What_was_not_known_contradicts_nothing() =>
        Assert.Null(Contradiction.Between(Deal.Playbook.Fact("visits")!, null, Count(1)));

    private static KaBot.Funnel.Facts.Fact Count(int count, bool increment = false) =>
        new("visits", new FactValue.Count(count, increment), Certainty.Stated, Deal.Now);

    private static FactValue Read(string fact, string json)
    {
        using var document = JsonDocument.Parse(json);
        return FactValueJson.Read(Deal.Playbook.Fact(fact)!, document.RootElement);
    }
}
