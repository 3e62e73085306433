using static KaBot.Tests.Transcripts.CoachTranscripts;

namespace KaBot.Tests.Transcripts;

/// <summary>Conversations about the price: what was given and got for it, and the negotiation rehearsed.</summary>
public sealed class BargainTranscripts
{
    [Fact]
    public async Task Concessions_are_noted_and_gifts_pointed_out()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            让步 恒瑞 要 8折
            让步 恒瑞 给 95折
            让步 恒瑞 得 两年合同
            让步 恒瑞 给 培训两天
            让步 恒瑞 随便
            [价格框]
            [保存价格]
            <enter>
            90万
            82万
            让步 恒瑞 报 83万
            能给他们打85折吗
            再让到80万行不行
            """, "concession.zh-CN");
    }

    [Theory]
    [InlineData("zh-CN", "新建 天成\n[创建并开始跟进]\n<enter>\n仓储\n2\n[先到这]\n[保存]", "让步 天成 给 95折\n[保存价格]\n168万\n<enter>\n140万\n让步 天成给降3万换首付四成\n让步 天成 给 150万\n让步 天成 得 预付30%\n[撤销上一笔]\n让步 天成 给 138万\n让步 天成 撤销", "concession-trade.zh-CN")]
    [InlineData("en-US", "new Dairy Farm Foods\n[Create and check in]\n<enter>\nChillers\n2\n[Enough for now]\n[Save]", "concession Dairy Farm given 3%\n[Save prices]\n£1.2m\n<enter>\n<enter>\nconcession Dairy Farm given another 2%\nconcession Dairy Farm asked £1m\nconcession Dairy Farm given 5k off for 3-yr service deal\nconcession Dairy Farm offered $900k", "concession-trade.en-US")]
    public async Task A_trade_is_noted_with_both_sides_in_the_deals_own_currency_and_an_entry_can_be_taken_back(string language, string deal, string script, string name)
    {
        await using var talk = new Talk();
        await talk.ApproveAsync(language, "Dana", deal + "\n" + script, name);
    }

    [Fact]
    public async Task Practice_with_the_bot_as_the_buyer()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            练习 恒瑞
            您最在意的是什么？
            给您 95 折吧
            您这么说不对，这是我们的底价了
            [结束练习]
            """, "practice.zh-CN");
    }

    [Fact]
    public async Task Practice_waits_for_the_check_in_under_way()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", EnglishDeal + """
            checkin Northwind
            practice Northwind
            cancel
            practice Northwind
            If you pay half up front, I take 5% off. What else matters to you?
            checkin Northwind
            cancel
            endpractice
            """, "busy.en-US");
    }
}
