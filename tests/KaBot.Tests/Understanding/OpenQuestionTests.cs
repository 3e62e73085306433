using KaBot.Understanding;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Scoring;

namespace KaBot.Tests.Understanding;

/// <summary>In a check-in a question is always open. Who tells something else has not answered it, and what is told is not lost.</summary>
public sealed class OpenQuestionTests
{
    [Theory]
    [InlineData("material_accepted", "上线时间他们想赶在GSP检查前，明年3月")]
    [InlineData("material_accepted", "陈总下周三有空，约了10点")]
    [InlineData("material_accepted", "刘总说预算120万，这是书面批文上写的")]
    [InlineData("material_accepted", "这单子没戏了，被用友抢走了")]
    [InlineData("material_accepted", "听说科箭在低价抢，报了90万")]
    [InlineData("material_accepted", "还缺啥")]
    [InlineData("bid_won", "当然联系上了")]
    [InlineData("decision_process", "痛点就是插单多交期拖，老板头疼得很")]
    [InlineData("contract_signed", "预算不是一百二，是一百五十万，老板加了钱")]
    [InlineData("our_contract", "不，科箭没退出，对手还是富勒和科箭两家")]
    [InlineData("material_accepted", "Quoted them £312k yesterday")]
    [InlineData("first_payment", "Quoted them £312k yesterday")]
    [InlineData("material_accepted", "Head of Ops on leave")]
    [InlineData("material_accepted", "They've asked for 10% off.")]
    [InlineData("contact_made", "Karen Lim, COO, owns the project")]
    [InlineData("first_payment", "CFO hasn't signed off yet, so no budget")]
    public void What_does_not_answer_is_no_answer(string asked, string text) => Assert.Null(Read.Of(asked, text, asked));

    [Theory]
    [InlineData("material_accepted", "上线时间他们想赶在GSP检查前，明年3月", "go_live", "2027-03-31")]
    [InlineData("material_accepted", "刘总说预算120万，这是书面批文上写的", "budget", "1200000 CNY")]
    [InlineData("visits", "竞争对手是用友和金蝶", "competitors", "[\"用友\",\"金蝶\"]")]
    [InlineData("budget", "昨天双方签了合同", "contract_signed", "true")]
    [InlineData("go_live", "他们嫌贵", "price_objection", "true")]
    [InlineData("contact_made", "Karen Lim, COO, owns the project", "sponsor", "Karen Lim, COO")]
    [InlineData("material_accepted", "They've asked for 10% off.", "price_objection", "true")]
    [InlineData("competitors", "budget is 300k", "budget", "300000 CNY")]
    public void What_is_told_instead_is_taken(string asked, string text, string fact, string value) => Assert.Equal(value, Read.Short(Read.Of(fact, text, asked)));

    [Theory]
    [InlineData("budget", "预算不能超过50万", "..500000 CNY")]
    [InlineData("budget", "their budget is around 300k", "300000 CNY?")]
    [InlineData("go_live", "他们想明年3月底上线", "2027-03-31")]
    [InlineData("competitors", "竞争对手是用友和金蝶", "[\"用友\",\"金蝶\"]")]
    [InlineData("contract_signed", "昨天双方签了合同，首付下周到", "true")]
    public void An_answer_may_say_the_topic_again(string asked, string text, string value) => Assert.Equal(value, Read.Short(Read.Of(asked, text, asked)));

    [Fact]
    public void Of_four_messages_two_are_learnt_while_something_else_is_asked_and_one_while_that_is()
    {
        string[] facts = ["budget", "go_live", "visits"];
        LabelledMessage[] messages = [.. Enumerable.Range(0, 600).Select(i => new LabelledMessage($"m{i}", new RepMessage("预算80万", "zh", Read.Now, i % 3 == 0 ? "budget" : null),
            [new Label("budget", new KaBot.Funnel.Facts.FactValue.Money(800_000, 800_000, "CNY"), KaBot.Funnel.Facts.Certainty.Stated, "80万")]))];
        var asked = OpenQuestions.Of(messages, facts).ToList();
        Assert.InRange(asked.Count(message => message.Message.Asked == "budget"), 70, 130);
        Assert.InRange(asked.Count(message => message.Message.Asked is "go_live" or "visits"), 150, 250);
        Assert.Equal(3, asked.Select(message => message.Message.Asked).Distinct().Count());
        Assert.Equal(asked, OpenQuestions.Of(messages, facts));
        Assert.All(OpenQuestions.Of([.. messages.Select(message => message with { Labels = [] })], facts), message => Assert.NotNull(message.Message.Asked));
    }
}
