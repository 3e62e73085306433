namespace KaBot.Tests.Transcripts;

/// <summary>Conversations with the coach, as a rep lives through them.</summary>
public sealed class CoachTranscripts
{
    internal const string ChineseDeal = """
        新建 恒瑞冷链
        [创建并开始跟进]
        <enter>
        仓储系统升级
        2
        拜访了两次，客户明确提了需求，说我们太贵，成交金额100万
        [先到这]
        [保存]

        """;

    internal const string EnglishDeal = """
        new Northwind Traders
        [Create and check in]
        <enter>
        Warehouse robots
        1
        We visited them twice, they stated their needs, they say we are too expensive. The deal is worth 1 million.
        [Enough for now]
        [Save]

        """;

    [Fact]
    public async Task From_the_stage_card_to_tomorrows_actions()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            [下一步建议]
            [就这么办]
            (next day)
            跟进 恒瑞
            [做完了]
            建议
            """, "advice.zh-CN");
    }

    [Theory]
    [InlineData("zh-CN", "forward.zh-CN", "建议 恒瑞\n[发给项目小组]")]
    [InlineData("en-US", "forward.en-US", "advice Northwind\n[Send to the project team]")]
    public async Task A_question_for_a_colleague_is_put_into_words_to_pass_on(string language, string name, string script)
    {
        await using var talk = new Talk();
        await talk.ApproveAsync(language, "Dana", (language == "zh-CN" ? ChineseDeal : EnglishDeal) + script, name);
    }

    [Fact]
    public async Task A_suggestion_is_changed_put_off_and_declined_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", EnglishDeal + """
            advice Northwind
            [Change]
            [Decline]
            <enter>
            <enter>
            asked already
            advice Northwind
            """, "decline.en-US");
    }

    [Fact]
    public async Task A_suggestion_is_said_in_own_words_put_off_to_a_day_and_comes_back_until_it_is_done()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            建议 恒瑞
            [改一改]
            [保存]
            周五请王主任吃饭，问清项目组有谁
            2026-03-06
            <enter>
            建议 恒瑞
            [改一改]
            [推迟到这天]
            <enter>
            2026-03-01
            <enter>
            [推迟到这天]
            <enter>
            2026-03-09
            <enter>
            (next day)
            待办
            (next day)
            (next day)
            (next day)
            待办
            跟进 恒瑞
            [做完了]
            """, "plans.zh-CN");
    }

    [Fact]
    public async Task How_to_negotiate_by_command_by_question_and_after_a_tactic_was_used()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            谈判 恒瑞
            客户又压价了，还拿用友来压我们，怎么办
            [用过了]
            [其实是收尾]
            """, "negotiate.zh-CN");
    }

    [Fact]
    public async Task A_corrected_phase_is_remembered_until_the_deal_moves_on()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            谈判 恒瑞
            [其实是开局]
            (next day)
            谈判 恒瑞
            跟进 恒瑞
            合同双方都签了
            [先到这]
            [保存]
            谈判 恒瑞
            """, "phase.zh-CN");
    }

    [Fact]
    public async Task After_the_signature_come_payment_and_care_and_a_plan_comes_back_on_its_day()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            跟进 恒瑞
            合同双方都签了
            [先到这]
            [保存]
            建议 恒瑞
            [就这么办]
            待办
            (a month later)
            待办
            建议 恒瑞
            """, "care.zh-CN");
    }

    [Fact]
    public async Task Questions_for_the_one_whom_one_meets()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", EnglishDeal + """
            questions
            [Payer]
            """, "questions.en-US");
    }

    [Fact]
    public async Task Free_words_reach_every_part_of_the_coach_and_news_told_with_them_is_kept()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            怎么跟他们CIO聊
            还能让多少
            还缺谁没见
            陪我练一下
            [结束练习]
            昨天见了他们CFO，预算80万，接下来怎么推进
            取消
            """, "freewords.zh-CN");
    }

    [Fact]
    public async Task What_the_customer_answered_becomes_facts()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            提问 恒瑞
            [管钱的人]
            [记下客户的回答]
            [记下来]
            80万以内
            盘点总对不上账
            年底述职要拿得出省了多少钱
            <enter>
            [先到这]
            [保存]
            """, "answers.zh-CN");
    }

    [Fact]
    public async Task Free_words_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", EnglishDeal + """
            what should I say to procurement
            how do I talk to their CFO
            what should I do next
            can I give them 10% off
            who is on our side
            """, "freewords.en-US");
    }
}
