namespace KaBot.Tests.Transcripts;

/// <summary>What is typed while a question or a contradiction is open, and is no answer to it.</summary>
public sealed class RemarkTranscripts
{
    [Fact]
    public Task A_contradiction_is_settled_in_words() => TalkAsync("zh-CN", "clash", """
        预算120万
        预算150万
        你好
        金蝶也在跟
        以新的为准
        预算120万
        前面那个对
        预算130万
        改为130万
        先到这
        合同签了
        合同没签
        否
        预算200万
        不知道
        预算210万
        撤销
        预算220万
        保存
        """);

    [Fact]
    public Task A_stated_change_is_not_disputed_and_what_is_taken_back_is_not_told_again() => TalkAsync("zh-CN", "takeback", """
        预算120万
        预算改成150万
        不对，是160万
        我们中标了
        把中标删掉
        我们中标了
        更正 中标
        [先到这]
        中标改成否
        撤销
        金蝶也在跟
        鼎捷也来了
        金蝶退出了
        收到对方合同文本：否
        """);

    [Fact]
    public Task Buttons_questions_and_chat_are_no_facts() => TalkAsync("zh-CN", "control", """
        更正 核心需求
        还缺啥
        谢谢哈
        今天烦死了，堵车两小时
        这个月能签多少
        成交金额是168万
        就这样
        今天中午吃面
        更正 竞争对手
        enough for now
        """);

    [Fact]
    public Task Buttons_and_questions_are_no_facts_in_English() => TalkAsync("en-US", "control", """
        correct competitors
        enough for now
        correct Their project owner
        that's all
        correct Visit agreed
        whats missing on BreadTalk
        hang on
        that'll do for now
        visits: none
        Budget: 120k
        correction: budget is 150k
        """);

    [Fact]
    public Task There_is_a_way_out_of_every_practice() => TalkAsync("zh-CN", "way-out", """
        预算120万
        保存
        练习
        不知道
        跳过
        我不练了
        练习
        取消
        练习 甲
        不知道
        结束
        """);

    [Fact]
    public Task What_is_put_right_is_put_right_however_it_is_said() => TalkAsync("zh-CN", "turned", """
        预算50万
        不是50万，是80万
        拜访了5次
        不是5次，4次
        竞品用友和金蝶
        不是用友，是浪潮
        金蝶不算，他们没来
        撤销
        要求降10%怎么办
        输给浪潮了
        """);

    [Fact]
    public Task The_day_of_a_signature_lies_behind() => TalkAsync("zh-CN", "signed", """
        合同签了，首付到了，货发了，金额80万
        跳过
        3号
        更正 预计签约日
        昨天下午签的
        """);

    [Fact]
    public Task What_is_put_right_keeps_its_currency_and_what_is_taken_back_can_be_had_again() => TalkAsync("en-US", "turned", """
        budget is EUR 50k
        sorry, I meant 85k
        not 85k, 90k
        up against Salesforce
        remove the competitor
        undo
        not Salesforce, Hubspot
        they want to know if we could maybe come by for lunch some day
        how does Giant stand?
        They've put it on hold
        no budget
        ok that's it for today
        """);

    [Fact]
    public Task An_end_told_by_mistake_is_taken_back_and_a_rival_out_ends_nothing() => TalkAsync("zh-CN", "alive", """
        竞争对手有凯雪、松下
        松下被淘汰了，就剩我们和凯雪
        不是凯雪，是冰轮
        预算120万
        合同额大概95万
        不对，是98万
        改成99万
        丢了几单
        丢单了
        说错了，没丢
        丢单了
        价格太高
        还没丢
        """);

    [Fact]
    public Task A_no_before_a_value_puts_right_what_was_told() => TalkAsync("en-US", "alive", """
        budget is £95k
        no, 96k
        what's the budget?
        They're also talking to SAP and Manhattan
        not Manhattan but Blue Yonder
        we lost it
        which deals are on hold?
        price was too high
        not lost, we're still in
        """);

    private static async Task TalkAsync(string language, string name, string script)
    {
        await using var talk = new Talk();
        var begin = language == "zh-CN" ? "新建\n[创建并开始跟进]\n甲\n乙项目\n2\n" : "new\n[Create and check in]\nGiant\nSealers\n2\n";
        await talk.ApproveAsync(language, language == "zh-CN" ? "张敏" : "Dana", begin + script, $"remarks-{name}.{language}");
    }
}
