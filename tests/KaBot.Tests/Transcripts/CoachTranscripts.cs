namespace KaBot.Tests.Transcripts;

/// <summary>Conversations with the coach, as a rep lives through them.</summary>
public sealed class CoachTranscripts
{
    private const string ChineseDeal = """
        新建 恒瑞冷链
        [创建并开始跟进]
        <enter>
        仓储系统升级
        2
        拜访了两次，客户明确提了需求，说我们太贵，成交金额100万
        [先到这]
        [保存]

        """;

    private const string EnglishDeal = """
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
    public async Task The_people_of_an_account()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            人 恒瑞
            [添一个人]
            [保存]
            周总
            副总经理
            <enter>
            <enter>
            <enter>
            <enter>
            """, "people.zh-CN");
    }

    [Theory]
    [InlineData("zh-CN", "people-removed.zh-CN", "人 恒瑞\n[添一个人]\n[保存]\n周总\n副总经理\n1,2\n<enter>\n<enter>\n<enter>\n1\n[从名单移除]\n[撤销移除]\n1\n[从名单移除]\n人 恒瑞")]
    [InlineData("en-US", "people-removed.en-US", "people Northwind\n[Add somebody]\n[Save]\nAnna Reid\nCFO\n1,2\n<enter>\n<enter>\n<enter>\n1\n[Remove from the map]\n[Undo]\n1\n[Remove from the map]\npeople Northwind")]
    public async Task A_contact_entered_wrongly_is_taken_off_the_map_and_can_be_brought_back(string language, string name, string script)
    {
        await using var talk = new Talk();
        await talk.ApproveAsync(language, "Dana", (language == "zh-CN" ? ChineseDeal : EnglishDeal) + script, name);
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

    [Fact]
    public async Task People_and_facts_know_of_each_other()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", ChineseDeal + """
            跟进 恒瑞
            这个项目由物流总监陈总负责
            [先到这]
            [保存]
            人 恒瑞
            [把陈总记到图上]
            [保存]
            <enter>
            <enter>
            2
            1
            <enter>
            <enter>
            谁拍板
            陈总是干嘛的
            谈判 恒瑞
            信息科老王是我们这边的人
            预算谁说的
            """, "map.zh-CN");
    }
}
