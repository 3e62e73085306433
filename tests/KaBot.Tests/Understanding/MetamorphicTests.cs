namespace KaBot.Tests.Understanding;

/// <summary>What a change of the words must change, and what it must not.</summary>
public sealed class MetamorphicTests
{
    public static readonly TheoryData<string, string, string> Denials = new()
    {
        { "contract_signed", "合同签了", "合同还没签" },
        { "first_payment", "首付款到账了", "首付款还没到账" },
        { "shipped", "设备已经发货", "设备还没发货" },
        { "project_team", "项目组成立了", "项目组还没成立" },
        { "their_contract", "收到他们的合同了", "还没收到他们的合同" },
        { "solution_confirmed", "方案客户确认了", "方案客户还没确认" },
        { "evaluating", "他们开始选型了", "他们还没开始选型" },
        { "bid_won", "we won the tender", "we didn't win the tender" },
        { "contract_signed", "both sides signed the contract", "neither side signed the contract" },
        { "project_team", "a project team has been set up", "no project team has been set up" },
        { "first_payment", "the deposit has arrived", "the deposit hasn't arrived" },
    };

    [Theory]
    [MemberData(nameof(Denials))]
    public void A_denial_turns_a_flag(string fact, string said, string denied) =>
        Assert.Equal(("true", "false"), (Read.Short(Read.Of(fact, said)), Read.Short(Read.Of(fact, denied))));

    [Theory]
    [InlineData("contract_signed", "合同签了")]
    [InlineData("bid_won", "我们中标了")]
    [InlineData("competitors", "竞品有用友")]
    [InlineData("go_live", "6月底上线")]
    [InlineData("budget", "预算50万")]
    [InlineData("sponsor", "项目由张总牵头")]
    public void Hearsay_hedges(string fact, string said)
    {
        Assert.EndsWith("?", Read.Short(Read.Of(fact, "听说" + said)), StringComparison.Ordinal);
        Assert.EndsWith("?", Read.Short(Read.Of(fact, "据说，" + said)), StringComparison.Ordinal);
        Assert.Equal(Read.Short(Read.Of(fact, said)) + "?", Read.Short(Read.Of(fact, "听说" + said)));
    }

    // An if of the one who reports is a guess; one of what is to come is a condition.
    [Theory]
    [InlineData("contract_signed", "the contract is signed, if I got him right", "true?")]
    [InlineData("contract_signed", "the contract is signed, if I heard right", "true?")]
    [InlineData("contract_signed", "if I got him on the phone, the contract would be signed", "-")]
    [InlineData("budget", "if I have it by Friday, their budget is 450k", "-")]
    public void Not_every_if_is_a_condition(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of(fact, text)));

    [Theory]
    [InlineData("如果{0}就好了")]
    [InlineData("要是{0}，我们就发货")]
    [InlineData("{0}吗？")]
    [InlineData("真希望{0}")]
    [InlineData("隔壁公司{0}")]
    [InlineData("去年那单{0}")]
    public void Conditions_questions_wishes_and_other_deals_say_nothing(string frame)
    {
        foreach (var said in new[] { "合同签了", "首付款到账了", "我们中标了" })
            Assert.Empty(Read.All(string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, said)));
    }

    [Theory]
    [InlineData("预算50万；三月底上线；竞品用友；首付款没到账；项目组成立了")]
    [InlineData("budget is 500k; go live by end of June; no project team yet; up against SAP; they say we are too expensive")]
    public void The_order_of_clauses_does_not_matter(string text)
    {
        var parts = text.Split('；', ';').Select(part => part.Trim()).ToArray();
        var joint = text.Contains('；') ? "；" : "; ";
        var expected = Facts(text);
        Assert.Equal(5, expected.Count);
        for (var turn = 1; turn < parts.Length; turn++)
            Assert.Equal(expected, Facts(string.Join(joint, parts.Skip(turn).Concat(parts.Take(turn)))));
        Assert.Equal(expected, Facts(string.Join(joint, parts.Reverse())));

        static SortedDictionary<string, string> Facts(string words) =>
            new(Read.All(words).ToDictionary(reading => reading.FactId, Read.Short), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("今天堵车两小时，烦死了")]
    [InlineData("早啊")]
    [InlineData("收到，谢谢")]
    [InlineData("老板又催业绩，头大")]
    [InlineData("中午吃什么好")]
    [InlineData("thanks, got it")]
    [InlineData("stuck in traffic again, what a day")]
    [InlineData("happy new year everybody!")]
    [InlineData("my laptop died, calling IT")]
    [InlineData("没有")]
    [InlineData("下周")]
    [InlineData("yes")]
    public void Small_talk_and_answers_to_nothing_assert_nothing(string text) => Assert.Empty(Read.All(text));

    [Theory]
    [InlineData("competitors", "竞品不是没有，有金蝶", "[\"金蝶\"]")]
    [InlineData("terms_open", "没问题，付款条款都谈妥了", "false")]
    [InlineData("price_objection", "他们不但嫌贵，还要账期", "true")]
    public void What_only_looks_like_a_denial_is_none(string fact, string text, string expected) =>
        Assert.Equal(expected, Read.Short(Read.Of(fact, text)));
}
