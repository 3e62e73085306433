using KaBot.Understanding.Asking;

namespace KaBot.Tests.Understanding.Asking;

public sealed class RemarkTests
{
    private static readonly Knowledge Knowledge = PlaybookFolder.LoadAll(PlaybookFolder.Shipped);
    private static readonly RemarkReader Remarks = Knowledge.Remarks;
    private static readonly FactNames Names = Knowledge.Questions.Names;

    [Theory]
    [InlineData("预算改成150万", "预算改成150万", true)]
    [InlineData("成交金额是168万，不是140万", "168万", true)]
    [InlineData("刚说错了，预算是150万", "150万", true)]
    [InlineData("correction: contract not signed", "not signed", true)]
    [InlineData("the amount is 168k, not 140k", "168k", true)]
    [InlineData("预算150万", "预算150万", false)]
    [InlineData("预算150万。上线推迟到六月", "预算150万", false)]
    [InlineData("not signed", "not signed", false)]
    [InlineData("budget up to 150k", "150k", false)]
    public void Who_says_that_it_changed_or_was_wrong_is_told_from_who_says_something_else(string text, string words, bool corrects) =>
        Assert.Equal(corrects, Remarks.Corrects(text, words));

    [Theory]
    [InlineData("不是50万，是80万", "50万", "80万")]
    [InlineData("预算不是50w是80w", "50w", "80w")]
    [InlineData("不是5次，4次", "5次", "4次")]
    [InlineData("not 50k, 80k", "50k", "80k")]
    [InlineData("changed from 70k to 75k", "70k", "75k")]
    [InlineData("从100万变80万", "100万", "80万")]
    [InlineData("it's not in March, it's in May", null, null)]
    [InlineData("不是50万", null, null)]
    [InlineData("不是说好80万吗，怎么变50万了", null, null)]
    [InlineData("not sure, maybe 80k or 90k", null, null)]
    public void What_is_denied_is_told_with_what_holds_instead(string text, string? denied, string? instead)
    {
        var turned = Remarks.Turned(text);
        Assert.Equal(denied, turned?.Denied);
        Assert.Equal(instead, turned?.Instead);
    }

    [Theory]
    [InlineData("昨天见了他们CFO", false)]
    [InlineData("去了三次", true)]
    [InlineData("visited them twice", true)]
    [InlineData("visited their CFO", false)]
    public void Who_counts_says_how_often(string words, bool counts) => Assert.Equal(counts, Remarks.Counts(words));

    [Theory]
    [InlineData("这个月能签多少", true)]
    [InlineData("天成预算改过没有", true)]
    [InlineData("客户没说要多少", false)]
    [InlineData("没中标，还没开标呢", false)]
    [InlineData("what is the budget", true)]
    [InlineData("the budget is 50k", false)]
    public void A_question_tells_nothing(string text, bool asks) => Assert.Equal(asks, Remarks.Asks(text));

    [Theory]
    [InlineData("把中标删掉", true)]
    [InlineData("收到对方合同那条删了", true)]
    [InlineData("把嫌贵那条删了", true)]
    [InlineData("撤销", true)]
    [InlineData("delete the budget", true)]
    [InlineData("客户要把实施费去掉", false)]
    [InlineData("he asked us to remove the training", false)]
    public void Taking_back_is_told_from_news(string text, bool strikes) => Assert.Equal(strikes, Remarks.Strikes(text));

    [Theory]
    [InlineData("以新的为准", true)]
    [InlineData("新的", true)]
    [InlineData("the new one", true)]
    [InlineData("前面那个对", false)]
    [InlineData("不改", false)]
    [InlineData("keep it", false)]
    [InlineData("新的系统六月上线", null)]
    public void Which_of_two_holds(string text, bool? told) => Assert.Equal(told, Remarks.Holds(text));

    [Theory]
    [InlineData("谢谢哈", true)]
    [InlineData("他妈的这帮人天天拖", true)]
    [InlineData("今天烦死了，堵车两小时", true)]
    [InlineData("你好", true)]
    [InlineData("hang on", true)]
    [InlineData("仓库天天对账，人工录单太累", false)]
    [InlineData("财务每月加班到半夜", false)]
    [InlineData("预算五十万", false)]
    public void Small_talk(string text, bool talk) => Assert.Equal(talk, Remarks.Reply(text) is not null);

    [Theory]
    [InlineData("收到对方合同文本：否", "their_contract", "否", false)]
    [InlineData("visits: none", "visits", "none", false)]
    [InlineData("Budget: 120k", "budget", "120k", false)]
    [InlineData("中标改成否", "bid_won", "否", true)]
    [InlineData("把预算改成150万", "budget", "150万", true)]
    [InlineData("change the budget to 150k", "budget", "150k", true)]
    public void A_fact_by_its_own_name(string text, string fact, string words, bool changed) =>
        Assert.Equal(new Heading(fact, words, changed), Names.Heading(text));

    [Theory]
    [InlineData("王总说：预算还没批")]
    [InlineData("预算应该是120万")]
    [InlineData("10:30 拜访")]
    public void What_names_no_fact_is_no_heading(string text) => Assert.Null(Names.Heading(text));

    [Fact]
    public void A_faulty_file_is_told()
    {
        Assert.Single(RemarkReader.Load(new Dictionary<string, string>()).Faults);
        Assert.NotEmpty(RemarkReader.Load(new Dictionary<string, string> { ["remarks.yaml"] = "asks: [(what]\ntalk: []\nnonsense: 1\n" }).Faults);
    }
}
