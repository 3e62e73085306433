using KaBot.Understanding;

namespace KaBot.Tests.Understanding;

/// <summary>What is typed into the field of one question is meant for it.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("sponsor", "老李", "老李")]
    [InlineData("sponsor", "Ann", "Ann")]
    [InlineData("core_needs", "降本", "降本")]
    [InlineData("competitors", "海威, 大洋", "[\"海威\",\"大洋\"]")]
    [InlineData("competitors", "acme", "[\"acme\"]")]
    [InlineData("budget", "500000", "500000 CNY")]
    [InlineData("budget", "50万", "500000 CNY")]
    [InlineData("visits", "3", "3")]
    [InlineData("outcome", "赢单", "won")]
    [InlineData("award_mode", "With us alone", "sole")]
    [InlineData("contract_signed", "是的", "true")]
    [InlineData("contract_signed", "not yet", "false")]
    [InlineData("close_date", "下周五", "2026-03-13")]
    public void It_is_taken_generously(string fact, string text, string expected) => Assert.Equal(expected, Read.Short(Answer(fact, text).Reading));

    /// <summary>50 yuan or 500,000? Nobody can tell, so it is asked again.</summary>
    [Theory]
    [InlineData("budget", "50")]
    [InlineData("contract_signed", "天气不错")]
    [InlineData("sponsor", "谁呢？")]
    [InlineData("close_date", "")]
    public void What_cannot_be_told_gives_nothing(string fact, string text) => Assert.Equal((null, false), (Answer(fact, text).Reading, Answer(fact, text).DontKnow));

    [Theory]
    [InlineData("不知道")]
    [InlineData("还没问")]
    [InlineData("no idea")]
    [InlineData("not sure yet")]
    [InlineData("skip")]
    [InlineData("过")]
    public void Not_knowing_is_told_from_no(string text)
    {
        foreach (var fact in new[] { "budget", "sponsor", "contract_signed", "competitors" })
            Assert.Equal((null, true), (Answer(fact, text).Reading, Answer(fact, text).DontKnow));
    }

    private static Answer Answer(string fact, string text) => Read.Reader.Answer(new RepMessage(text, "zh", Read.Now, fact));
}
