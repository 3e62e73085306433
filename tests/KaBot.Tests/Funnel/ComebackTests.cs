namespace KaBot.Tests.Funnel;

/// <summary>Words by which a deal that was over goes on.</summary>
public sealed class ComebackTests
{
    [Theory]
    [InlineData("Sheng Siong's back on", true)]
    [InlineData("乙冷链又活了，客户让我们下周一去重新谈", true)]
    [InlineData("英特医药又动起来了", true)]
    [InlineData("如果又活了再说", false)]
    [InlineData("这单能重新启动吗", false)]
    [InlineData("they won't be back on", false)]
    [InlineData("预算批了60万", false)]
    public void It_is_told_from_a_wish_and_a_question(string words, bool back) =>
        Assert.Equal(back, Deal.Playbook.Fact("outcome")!.Revived!.SaidIn(words));
}
