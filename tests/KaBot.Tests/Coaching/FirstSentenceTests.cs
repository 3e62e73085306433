using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Language;

namespace KaBot.Tests.Coaching;

/// <summary>How a rep begins: in the deal's own names and figures where they are known, and naturally where they are not.</summary>
public sealed class FirstSentenceTests
{
    private static readonly Knowledge Knowledge = Situations.Knowledge;
    private static readonly DateOnly Today = DateOnly.FromDateTime(Funnel.Deal.Now.DateTime);

    [Theory]
    [InlineData("zh-CN", "", "接下来是只和我们谈，还是两家都谈？")]
    [InlineData("zh-CN", "stated", "接下来是只和我们谈，还是跟用友也谈？")]
    [InlineData("zh-CN", "hedged", "接下来是只和我们谈，还是两家都谈？")]
    [InlineData("en-US", "stated", "Will you negotiate with us alone, or with 用友 as well?")]
    public void Only_what_is_sure_is_named(string language, string rival, string begins)
    {
        FactSheet facts = rival.Length == 0 ? FactSheet.Empty : Of(("competitors", new FactValue.List(["用友"]), rival == "hedged" ? Certainty.Hedged : Certainty.Stated));
        Assert.StartsWith(begins, Say(language, facts, "ask_award_mode", again: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Certainty.Stated)]
    [InlineData(Certainty.Hedged)]
    public void Who_asks_again_names_what_is_on_record_hearsay_too(Certainty certainty) => Assert.Equal("方案我是按50万元配的，这个数现在还准吗？上下还有多少余地？",
        Say("zh-CN", Of(("budget", new FactValue.Money(500_000, 500_000, "CNY"), certainty)), "ask_budget", again: true));

    [Theory]
    [InlineData(10, "要赶上")]
    [InlineData(-1, "咱们给合同定一个谈完的日子")]
    public void A_day_that_is_over_is_nothing_to_work_towards(int days, string begins) => Assert.StartsWith(begins,
        Say("zh-CN", Of(("go_live", new FactValue.Date(Today.AddDays(days)), Certainty.Stated)), "date_talks", again: false), StringComparison.Ordinal);

    [Fact]
    public void The_richer_sentence_comes_first() => Assert.Equal("您说100万元贵，我想听明白：是超了预算，是比用友高，还是觉得不值？三种情况我办法不一样。",
        Say("zh-CN", Everything(Certainty.Stated), "answer_price", again: false));

    /// <summary>Each is said in both languages, filled and unfilled, without a gap left open; filled, it holds something of this deal.</summary>
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public void Every_first_sentence_is_whole(string language)
    {
        foreach (var action in Knowledge.Coaching.Actions.Actions)
            foreach (var again in new[] { false, true })
            {
                var (filled, bare) = (Say(language, Everything(Certainty.Stated), action.Id, again), Say(language, FactSheet.Empty, action.Id, again));
                Assert.DoesNotContain('{', filled + bare);
                var sentence = again ? action.Again : action.Say;
                if (sentence.Named.Length > 0) Assert.NotEqual(bare, filled);
                else Assert.Equal(bare, filled, StringComparer.Ordinal);
            }
    }

    private static string Say(string language, FactSheet facts, string id, bool again)
    {
        var texts = Situations.Texts(language);
        var advice = Advice.For(Knowledge.Coaching, Situation.Of(Knowledge.Playbook, facts, Funnel.Deal.Now));
        var action = Knowledge.Coaching.Actions.Actions.Single(one => one.Id == id);
        return Spoken.Say(texts, advice.Wording, new NextAction(action, [], Today, again ? action.Again : action.Say, [], ""));
    }

    private static FactSheet Everything(Certainty certainty) => Of(
        ("competitors", new FactValue.List(["用友"]), certainty), ("sponsor", new FactValue.Text("王主任"), certainty), ("core_needs", new FactValue.Text("库存实时可见"), certainty),
        ("go_live", new FactValue.Date(Today.AddDays(90)), certainty), ("budget", new FactValue.Money(900_000, 900_000, "CNY"), certainty),
        ("amount", new FactValue.Money(1_000_000, 1_000_000, "CNY"), certainty), ("talks_deadline", new FactValue.Date(Today.AddDays(20)), certainty),
        ("close_date", new FactValue.Date(Today.AddDays(30)), certainty));

    private static FactSheet Of(params (string Id, FactValue Value, Certainty Certainty)[] facts) => facts.Aggregate(FactSheet.Empty, (sheet, fact) =>
        sheet.With(new Fact(fact.Id, fact.Value, fact.Certainty, Funnel.Deal.Now, new Evidence("…", "p1", Funnel.Deal.Now, "a"))));
}
