namespace KaBot.Tests.Understanding;

public sealed class CountTests
{
    [Theory]
    [InlineData("昨天第二次拜访了他们", "2")]
    [InlineData("首次正式拜访已完成", "1")]
    [InlineData("累计拜访4次", "4")]
    [InlineData("前后去了两趟", "2")]
    [InlineData("还没拜访过", "0")]
    [InlineData("正式拜访一次都没有", "0")]
    [InlineData("又拜访了一次", "+1")]
    [InlineData("今天去拜访了他们总经理", "+1")]
    [InlineData("下周去拜访", "-")]
    [InlineData("准备第三次拜访", "-")]
    [InlineData("这是第三轮砍价", "-")]
    [InlineData("been there twice now", "2")]
    [InlineData("our third visit took place on Tuesday", "3")]
    [InlineData("not 4 visits, 5", "5")]
    [InlineData("we haven't visited yet", "0")]
    [InlineData("visited their plant this morning", "+1")]
    [InlineData("planning a visit next week", "-")]
    public void Visits_are_counted(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("visits", text)));

    [Theory]
    [InlineData("两次", "2")]
    [InlineData("三", "3")]
    [InlineData("一次都没", "0")]
    [InlineData("没有", "0")]
    [InlineData("two", "2")]
    [InlineData("none so far", "0")]
    [InlineData("不记得", "-")]
    public void A_bare_number_answers_the_question(string text, string expected) => Assert.Equal(expected, Read.Short(Read.Of("visits", text, "visits")));
}
