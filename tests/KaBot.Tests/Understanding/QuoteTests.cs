using KaBot.Funnel.Facts;
using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>What is quoted to people does not end in the midst of a phrase.</summary>
public sealed class QuoteTests
{
    [Theory]
    [InlineData("合同昨天双方都盖章了，1.2个亿，含税", "合同昨天双方都盖", "合同昨天双方都盖章了")]
    [InlineData("财务王总拍板", "总拍板", "财务王总拍板")]
    [InlineData("Well, CFO is not convinced.", "CFO is not", "CFO is not convinced")]
    [InlineData("budget: 1,200,000. Fine", "1,200,000", "budget: 1,200,000")]
    [InlineData("他们上周在我们展厅看了整整一个下午的演示以后预算定了50万", "预算定了50万", "预算定了50万")]
    [InlineData("预算50万，竞品用友", "预算50万", "预算50万")]
    public void The_rest_of_a_clause_is_quoted_where_it_is_little(string message, string evidence, string quoted) =>
        Assert.Equal(quoted, Quote.Of(message, Reading(message, evidence, new FactValue.Flag(true))));

    [Fact]
    public void A_name_stands_for_itself() => Assert.Equal("用友", Quote.Of("竞品用友啊", Reading("竞品用友啊", "用友", new FactValue.List(["用友"]))));

    private static Reading Reading(string message, string evidence, FactValue value) =>
        new("fact", value, Certainty.Stated, message.IndexOf(evidence, StringComparison.Ordinal), evidence);
}
