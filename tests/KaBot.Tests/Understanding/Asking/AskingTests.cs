using KaBot.Understanding.Asking;

namespace KaBot.Tests.Understanding.Asking;

public sealed class AskingTests
{
    private static readonly QuestionReader Questions = PlaybookFolder.LoadAll(PlaybookFolder.Shipped).Questions;

    private static readonly NamedDeal[] Deals =
    [
        new("heng", "上海恒瑞冷链股份有限公司", "仓储系统"), new("hua", "华东重机集团", "MES 二期"), new("hua2", "华东重机集团", "备件年框"),
        new("north", "Northwind Traders Inc.", "Robots"), new("it", "IT Co", "X"), new("yong", "绵阳永丰化工", "ERP 升级"), new("tian", "天成机械", "MES 一期"),
        new("yi", "乙冷链", "WMS"), new("shang", "上海医药", "SRM"), new("first", "First Foods Group", "POS"),
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
    [InlineData("上次怎么说的", QuestionKind.History, null)]
    [InlineData("天成上次拜访是什么时候", QuestionKind.Visited, null)]
    [InlineData("when did I last visit Northwind?", QuestionKind.Visited, null)]
    [InlineData("英特医药下次什么时候拜访", QuestionKind.Fact, "visit_appointed")]
    [InlineData("when is our next visit to Northwind?", QuestionKind.Fact, "visit_appointed")]
    [InlineData("who's the payer at Northwind?", QuestionKind.People, null)]
    [InlineData("刘总是干嘛的", QuestionKind.People, null)]
    [InlineData("how's Northwind doing?", QuestionKind.Stage, null)]
    [InlineData("哪些单子没有预算", QuestionKind.Lacking, "budget")]
    [InlineData("which deals have no budget?", QuestionKind.Lacking, "budget")]
    [InlineData("我有几个商机在谈判", QuestionKind.Funnel, null)]
    [InlineData("how many deals have I got in Negotiation?", QuestionKind.Funnel, null)]
    [InlineData("我这个月能签多少钱", QuestionKind.Funnel, null)]
    [InlineData("这个月我能签多少", QuestionKind.Funnel, null)]
    [InlineData("what's my forecast for Q1?", QuestionKind.Funnel, null)]
    [InlineData("which deals close in January?", QuestionKind.Funnel, null)]
    [InlineData("哪个单子最危险", QuestionKind.Funnel, null)]
    public void A_question_is_told_by_its_words(string text, QuestionKind kind, string? fact) => Assert.Equal(new Question(kind, fact), Questions.Read(text));

    [Theory]
    [InlineData("预算五十万")]
    [InlineData("今天天气怎么样")]
    [InlineData("谢谢")]
    [InlineData("")]
    [InlineData("？")]
    [InlineData("the budget is 500k")]
    public void News_and_chat_are_no_questions(string text) => Assert.NotEqual(QuestionKind.Fact, Questions.Read(text)?.Kind);

    /// <summary>Questions about all deals take a message away from the deal it may be news of.</summary>
    [Fact]
    public void Messages_that_carry_facts_are_not_taken_for_questions_about_all_deals_or_for_requests_to_the_reminders()
    {
        var taken = File.ReadLines(Path.Combine(Repository.Root, "tests/KaBot.Tests/Understanding/corpus/dev.jsonl")).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Where(message => message.GetProperty("facts").EnumerateObject().Any()).Select(message => message.GetProperty("text").GetString()!)
            .Where(text => Questions.Read(text) is { Kind: QuestionKind.Visited or QuestionKind.Funnel or QuestionKind.Lacking } || ReminderRequest.Read(text) is not null).ToList();
        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("恒瑞今天签了", "heng")]
    [InlineData("恒瑞冷链那边预算批了", "heng")]
    [InlineData("上海恒瑞冷链股份有限公司签了", "heng")]
    [InlineData("华东的 MES 二期中标了", "hua")]
    [InlineData("华东重机那边怎么样", "hua,hua2")]
    [InlineData("Northwind signed", "north")]
    [InlineData("northwind traders paid", "north")]
    [InlineData("the northwinds are cold", "")]
    [InlineData("it is raining", "")]
    [InlineData("IT signed", "it")]
    [InlineData("永丰中标了", "yong")]
    [InlineData("永丰化工中标了", "yong")]
    [InlineData("下周去绵阳", "")]
    [InlineData("上海的展会", "")]
    [InlineData("上海医药签了", "shang")]
    [InlineData("乙冷链预算30万", "yi")]
    [InlineData("冷链行业不好做", "")]
    [InlineData("the first one", "")]
    [InlineData("First wants a quote", "first")]
    [InlineData("竞品是永丰", "")]
    [InlineData("lost to Northwind", "")]
    [InlineData("李天成说可以", "")]
    [InlineData("天成科技也在投", "")]
    [InlineData("今天没什么", "")]
    public void A_deal_is_named_by_its_customer_whole_or_short(string text, string ids) =>
        Assert.Equal(ids, string.Join(',', DealMentions.In(text, Deals).Select(deal => deal.Id)));

    [Fact]
    public void Of_one_short_name_that_fits_two_customers_both_are_meant() => Assert.Equal(["yong", "shi"],
        DealMentions.In("永丰中标了", [.. Deals, new NamedDeal("shi", "成都永丰食品", "WMS")]).Select(deal => deal.Id));

    [Fact]
    public void A_rivals_longer_name_is_no_customers() =>
        Assert.Empty(DealMentions.WithoutRivals("永丰软件也在投", DealMentions.Find("永丰软件也在投", Deals), ["永丰软件"]));

    [Theory]
    [InlineData("天成机械中标了绵阳永丰化工嫌贵", null, "tian 天成机械中标了 | yong 绵阳永丰化工嫌贵")]
    [InlineData("收了，另外永丰昨天把合同发过来了", "tian", "- 收了 | yong 另外永丰昨天把合同发过来了")]
    [InlineData("收了另外永丰昨天把合同发过来了", "tian", "- 收了 | yong 另外永丰昨天把合同发过来了")]
    [InlineData("昨天去了永丰", "tian", "yong 昨天去了永丰")]
    [InlineData("刚回来，永丰签了", null, "yong 刚回来，永丰签了")]
    [InlineData("永丰签了，天成还在比价", "tian", "yong 永丰签了 | - 天成还在比价")]
    [InlineData("天成和永丰都中标了", null, "tian 天成和永丰都中标了 | yong 天成和永丰都中标了")]
    [InlineData("永丰的价格比天成低", null, "yong 永丰的价格比天成低")]
    [InlineData("Northwind signed. First wants a quote for £1.5k", null, "north Northwind signed. | first First wants a quote for £1.5k")]
    [InlineData("合同签了", "tian", "- 合同签了")]
    public void A_message_is_parted_where_it_turns_to_another_deal(string text, string? underWay, string parts) =>
        Assert.Equal(parts, string.Join(" | ", DealParts.Of(text, DealMentions.Find(text, Deals, Array.Find(Deals, deal => deal.Id == underWay)), underWay)
            .Select(part => $"{part.Deals.FirstOrDefault()?.Id ?? "-"} {part.Text}")));

    [Theory]
    [InlineData("那个合同模板不是天成的是永丰化工的", "yong", "")]
    [InlineData("不对中标那个是永丰的天成还没招标", "yong", "天成还没招标")]
    [InlineData("不对，是永丰", "yong", "")]
    [InlineData("no that was Northwind, not 天成!!", "north", "")]
    [InlineData("永丰中标了", null, "")]
    [InlineData("不对，预算是30万", null, "")]
    [InlineData("预算不是永丰给的", null, "")]
    public void What_was_told_last_may_belong_to_another_deal(string text, string? to, string rest)
    {
        var misplaced = Misplaced.In(text, DealMentions.Find(text, Deals, Deals[6]), "tian");
        Assert.Equal((to, rest), (misplaced?.To.Id, misplaced?.Rest ?? ""));
    }

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
