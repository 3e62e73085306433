using KaBot.Understanding.Asking;

namespace KaBot.Tests.Understanding.Asking;

public sealed class AskingTests
{
    private static readonly QuestionReader Questions = PlaybookFolder.LoadAll(PlaybookFolder.Shipped).Questions;

    private static readonly NamedDeal[] Deals =
    [
        new("heng", "上海恒瑞冷链股份有限公司", "仓储系统"), new("hua", "华东重机集团", "MES 二期"), new("hua2", "华东重机集团", "备件年框"),
        new("north", "Northwind Traders Inc.", "Robots"), new("it", "IT Co", "X"),
    ];

    [Theory]
    [InlineData("这个单子到哪步了", QuestionKind.Stage, null)]
    [InlineData("恒瑞现在什么情况？", QuestionKind.Stage, null)]
    [InlineData("还缺什么", QuestionKind.Missing, null)]
    [InlineData("预算谁说的", QuestionKind.Fact, "budget")]
    [InlineData("竞品有哪些？", QuestionKind.Fact, "competitors")]
    [InlineData("决策流程是怎样的", QuestionKind.Fact, "decision_process")]
    [InlineData("客户压价怎么办", QuestionKind.Negotiation, null)]
    [InlineData("下一步该做什么", QuestionKind.Advice, null)]
    [InlineData("where does this deal stand?", QuestionKind.Stage, null)]
    [InlineData("Who told us the budget?", QuestionKind.Fact, "budget")]
    [InlineData("what's missing for the next stage", QuestionKind.Missing, null)]
    [InlineData("when is go-live?", QuestionKind.Fact, "go_live")]
    public void A_question_is_told_by_its_words(string text, QuestionKind kind, string? fact) => Assert.Equal(new Question(kind, fact), Questions.Read(text));

    [Theory]
    [InlineData("预算五十万")]
    [InlineData("今天天气怎么样")]
    [InlineData("谢谢")]
    [InlineData("")]
    [InlineData("？")]
    [InlineData("the budget is 500k")]
    public void News_and_chat_are_no_questions(string text) => Assert.NotEqual(QuestionKind.Fact, Questions.Read(text)?.Kind);

    [Theory]
    [InlineData("恒瑞今天签了", "heng")]
    [InlineData("恒瑞冷链那边预算批了", "heng")]
    [InlineData("上海恒瑞冷链股份有限公司签了", "heng")]
    [InlineData("华东的 MES 二期中标了", "hua")]
    [InlineData("华东重机那边怎么样", "hua,hua2")]
    [InlineData("Northwind signed", "north")]
    [InlineData("northwind traders paid", "north")]
    [InlineData("the northwinds are cold", "")]
    [InlineData("it is raining", "it")]
    [InlineData("今天没什么", "")]
    public void A_deal_is_named_by_its_customer_whole_or_short(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', DealMentions.In(text, Deals).Select(deal => deal.Id)));

    [Fact]
    public void A_faulty_file_tells_all_its_faults()
    {
        var texts = new Dictionary<string, string>
        {
            ["asking.yaml"] = "asks: [what]\nkinds:\n  - id: weather\n    words: [rain]\nfacts:\n  - id: nonsense\n    words: []\n",
        };
        var faults = QuestionReader.Load(PlaybookFolder.Load(PlaybookFolder.Shipped), texts).Faults;
        Assert.Equal(3, faults.Length);
        Assert.Single(QuestionReader.Load(PlaybookFolder.Load(PlaybookFolder.Shipped), new Dictionary<string, string>()).Faults);
    }
}
