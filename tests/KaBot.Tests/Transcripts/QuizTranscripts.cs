namespace KaBot.Tests.Transcripts;

/// <summary>The quizzes, as a rep lives through them.</summary>
public sealed class QuizTranscripts
{
    [Fact]
    public async Task Five_items_and_the_rule_after_each()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            练习
            1
            1
            1
            1
            1
            (next day)
            练习
            """, "drill.zh-CN");
    }

    [Fact]
    public async Task An_answer_may_be_typed_though_it_is_a_command_elsewhere()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", """
            练习
            目标
            客户愿意接收资料。
            条件置换
            认可
            2
            """);
        Assert.Contains("练习 5/5", said, StringComparison.Ordinal);
        Assert.Equal(5, said.Split("答对了").Length - 1 + said.Split("这次不对").Length - 1);
        Assert.DoesNotContain("没明白", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_items_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            practice
            2
            2
            2
            2
            2
            """, "drill.en-US");
    }

    [Fact]
    public async Task A_deal_is_qualified_and_its_answers_kept()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            1
            报 谈判
            保存
            测一测
            资料他们收了，上周和王主任通了电话
            都没有
            不知道
            都没有
            都没有
            都没有
            都没有
            [记下来]
            历史 恒瑞
            测一测 恒瑞
            取消
            """, "qualify.zh-CN");
    }

    [Fact]
    public async Task A_deal_is_qualified_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            new Northwind Traders
            [Create and check in]
            <enter>
            Warehouse robots
            1
            save
            qualify northwind
            recognition
            [OK]
            1
            <enter>
            [None of these yet]
            [OK]
            1
            Their buyer told me on Monday that we are too expensive
            [OK]
            1,2
            Their head of logistics said so on the phone
            next Tuesday
            [OK]
            1,2,3
            I have it from them first hand
            2
            don't know
            none
            anything else?
            [Keep]
            """, "qualify.en-US");
    }

    [Fact]
    public async Task In_the_middle_of_a_check_in_what_was_told_is_kept_or_waits()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 华东重机
            [创建并开始跟进]
            <enter>
            MES 二期
            2
            先到这
            保存
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            1
            资料他们收下了，预算50万
            测一测 华东
            [先测，回来接着说]
            不测了
            测一测
            [先把跟进说完]
            测一测
            [记下来，接着测]
            意向
            [都还没有]
            取消
            历史 恒瑞
            """, "meanwhile.zh-CN");
    }

    [Fact]
    public async Task In_the_middle_of_a_check_in_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            new Northwind Traders
            [Create and check in]
            <enter>
            Warehouse robots
            1
            save
            new Contoso
            [Create and check in]
            <enter>
            Line 3
            1
            visited their CFO yesterday
            qualify northwind
            [Qualify, then come back]
            [Stop]
            qualify northwind
            [Qualify, then come back]
            check-in northwind
            history contoso
            """, "meanwhile.en-US");
    }
}
