using KaBot.CheckIn;
using KaBot.Funnel.Facts;

namespace KaBot.Tests.CheckIn;

/// <summary>How names told meet those known.</summary>
public sealed class TellingTests
{
    private static readonly Knowledge Knowledge = PlaybookFolder.LoadAll(PlaybookFolder.Shipped);

    [Theory]
    [InlineData("鼎捷也来了", "金蝶", "鼎捷", false, "金蝶、鼎捷")]
    [InlineData("采购李姐偏向富勒", "科箭", "富勒", true, "科箭、富勒")]
    [InlineData("Karen's all for us, Raj against - he likes Multivac", "Ishida", "Multivac", false, "Ishida、Multivac")]
    [InlineData("SAP 和金蝶都在", "sap", "SAP、金蝶", false, "sap、金蝶")]
    [InlineData("只剩鼎捷了", "金蝶、鼎捷", "鼎捷", false, "鼎捷")]
    [InlineData("down to Multivac", "Ishida、Multivac", "Multivac", false, "Multivac")]
    [InlineData("金蝶退出了，鼎捷来了", "用友、金蝶", "金蝶、鼎捷", false, "用友、鼎捷")]
    [InlineData("用友、金蝶", "鼎捷", "用友、金蝶", true, "用友、金蝶")]
    [InlineData("没有竞品", "金蝶", "", false, "")]
    public void A_name_adds_to_those_known_unless_the_words_are_about_all_of_them(string words, string known, string told, bool asked, string after) =>
        Assert.Equal(List(after), Of(words).Meet(Fact(List(known)), Fact(List(told)), asked).Value);

    [Fact]
    public void Who_is_out_of_the_race_leaves_the_list_and_nobody_else()
    {
        Assert.Equal(List("金蝶"), Of("用友退出了").Left(List("用友、金蝶")));
        Assert.Null(Of("用友退出了").Left(List("金蝶")));
        Assert.Null(Of("用友还在").Left(List("用友")));
    }

    [Fact]
    public void Moves_of_the_buyer_add_up_and_an_answer_replaces_them()
    {
        var (known, told) = (Fact(new FactValue.Choices(["repeated_cuts"])), Fact(new FactValue.Choices(["tests_authority", "repeated_cuts"])));
        Assert.Equal(new FactValue.Choices(["repeated_cuts", "tests_authority"]), Of("又来试探").Meet(known, told, asked: false).Value);
        Assert.Equal(told.Value, Of("又来试探").Meet(known, told, asked: true).Value);
    }

    [Theory]
    [InlineData("not SAP, Oracle", "SAP、Infor", "Infor")]
    [InlineData("金蝶不算，他们没来", "用友、金蝶", "用友")]
    public void A_name_denied_leaves_the_list(string words, string known, string left) => Assert.Equal(List(left), Of(words).Left(List(known)));

    [Theory]
    [InlineData("昨天见了他们CFO", 0, false, 2, false)]
    [InlineData("昨天见了他们CFO", 3, false, 1, true)]
    [InlineData("昨天见了他们CFO", 3, true, 1, false)]
    [InlineData("其实只去过一次", 3, false, 1, false)]
    public void A_visit_that_nobody_counts_is_one_more_than_were_known_before_that_day(string words, int daysLater, bool asked, int value, bool more)
    {
        var known = new Fact("visits", new FactValue.Count(2), Certainty.Stated, At);
        var told = new Fact("visits", new FactValue.Count(1), Certainty.Stated, At.AddDays(daysLater), new Evidence(words, "p", At, "a"));
        Assert.Equal(new FactValue.Count(value, more), Of(words).Meet(known, told, asked).Value);
    }

    [Theory]
    [InlineData("补充一下，昨天拜访还见了采购李经理", 0, 2, false)]
    [InlineData("昨天又拜访了他们财务", 0, 1, true)]
    [InlineData("补充一下，昨天拜访还见了采购李经理", 3, 1, true)]
    public void What_is_added_to_a_visit_told_that_day_is_no_other_visit_unless_it_was_again(string words, int daysLater, int value, bool more)
    {
        var known = new Fact("visits", new FactValue.Count(2, true), Certainty.Stated, At);
        var told = new Fact("visits", new FactValue.Count(1, true), Certainty.Stated, At.AddDays(daysLater), new Evidence(words, "p", At, "a"));
        Assert.Equal(new FactValue.Count(value, more), Of(words).Meet(known, told, asked: false).Value);
    }

    [Theory]
    [InlineData("不是用友，是浪潮", "用友、金蝶", "金蝶、浪潮")]
    [InlineData("not Manhattan but Blue Yonder", "SAP、Manhattan", "SAP、Blue Yonder")]
    public void A_name_denied_for_another_gives_way_to_it(string words, string known, string left) => Assert.Equal(List(left), Of(words).Left(List(known)));

    private static readonly DateTimeOffset At = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));

    private static Telling Of(string words) => new(words, Knowledge.Questions.Names, Knowledge.Remarks);

    private static FactValue.List List(string names) => new([.. names.Split('、', StringSplitOptions.RemoveEmptyEntries)]);

    private static Fact Fact(FactValue value) => new("competitors", value, Certainty.Stated, At);
}
