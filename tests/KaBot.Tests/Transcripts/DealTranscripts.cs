namespace KaBot.Tests.Transcripts;

/// <summary>Which deal a message is about, and that nothing said of it is lost.</summary>
public sealed class DealTranscripts
{
    private const string Deals = """
        新建 天成机械
        [创建并开始跟进]
        <enter>
        MES一期
        1
        新建 绵阳永丰化工
        [创建并开始跟进]
        <enter>
        ERP升级
        2

        """;

    [Fact]
    public async Task Each_part_of_a_message_goes_to_the_deal_it_names()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", Deals + """
            跟进 天成
            永丰中标了一百九十八万公示到周五
            天成机械中标了绵阳永丰化工嫌贵要再降五个点
            合同签了，另外天成还在拖
            [先到这]
            [保存]
            天成到哪步了
            """, "parts.zh-CN");
    }

    [Fact]
    public async Task Each_part_of_a_message_goes_to_the_deal_it_names_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            new BreadTalk Group
            [Create and check in]
            <enter>
            POS
            1
            new NTUC FairPrice
            [Create and check in]
            <enter>
            WMS
            2
            BreadTalk says we're too expensive, NTUC approved the budget, 200k
            undo that, wrong deal
            checkin BreadTalk
            they signed the contract
            no that was NTUC, not BreadTalk!!
            cancel
            [Don't save]
            """, "parts.en-US");
    }

    [Fact]
    public async Task What_was_told_of_the_wrong_deal_is_moved_taken_back_or_thrown_away()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", Deals + """
            跟进 天成
            中标了
            不对中标那个是永丰的天成还没招标
            预算30万
            撤销
            撤销
            预算40万
            取消
            [不保存]
            撤销
            跟进 天成
            放弃
            历史 天成
            """, "wrong-deal.zh-CN");
    }

    [Fact]
    public async Task Words_not_understood_are_said_back()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", Deals + """
            取消
            天成预算30万
            放弃
            天成那边还在拖
            跟进 永丰 预算50万
            跟进 永丰医院
            """, "unheard.zh-CN");
    }

    [Fact]
    public async Task This_deal_is_the_one_spoken_of_last_that_day()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deals + """
            取消
            谈判 天成
            这单输了被鼎捷低价抢了
            保存
            (next day)
            这单输了
            """);
        Assert.Contains("天成机械 · MES一期\n  记下了", said, StringComparison.Ordinal);
        Assert.Contains("这是哪个商机的进展？", said[said.IndexOf("(next day)", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_deal_is_answered_by_its_name_and_asked_only_where_news_waits()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", Deals + """
            新建 绵阳永丰化工
            [创建并开始跟进]
            <enter>
            备件年框
            2
            取消
            永丰合同签了，天成还在比价
            永丰的备件年框
            [先到这]
            [保存]
            永丰那边还在拖
            """, "which.zh-CN");
    }

    [Fact]
    public async Task In_a_practice_one_may_speak_of_other_customers()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deals + """
            取消
            练习 永丰
            我们给天成机械也是这个价，不能再低了
            """);
        Assert.Contains("第2句", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_customers_of_one_short_name_are_asked_about()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deals + """
            新建 成都永丰食品
            [创建并开始跟进]
            <enter>
            WMS
            1
            取消
            永丰中标了
            """);
        var asked = said[said.IndexOf("这是哪个商机的进展？", StringComparison.Ordinal)..];
        Assert.Contains("绵阳永丰化工", asked, StringComparison.Ordinal);
        Assert.Contains("成都永丰食品", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("天成机械", asked, StringComparison.Ordinal);
    }
}
