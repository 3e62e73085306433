namespace KaBot.Tests.Transcripts;

/// <summary>What is due, answered on the spot; and when reminders come, changed in words and by the form.</summary>
public sealed class ReminderTranscripts
{
    [Fact]
    public async Task What_is_due_is_answered_on_the_card()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            预算50万
            [先到这]
            报 谈判
            保存
            新建 华东重机
            [创建并开始跟进]
            <enter>
            MES 二期
            1
            预算80万
            [先到这]
            保存
            待办
            (a month later)
            (next day)
            待办
            [没有变化]
            待办
            +
            [推到4月13日]
            待办
            (a month later)
            待办
            +
            [丢单]
            [没有变化]
            """, "due.zh-CN");
    }

    [Fact]
    public async Task Why_a_deal_is_lost_or_stalled_is_asked_and_stays_with_it()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            预算50万
            [先到这]
            保存
            新建 华东重机
            [创建并开始跟进]
            <enter>
            MES 二期
            1
            预算80万
            [先到这]
            保存
            (a month later)
            (a month later)
            待办
            +
            [丢单]
            [价格]
            商机
            待办
            +
            [搁置]
            +
            [记下]
            客户换了集团总部，项目要重新立项
            商机
            跟进 华东
            """, "reasons.zh-CN");
    }

    [Fact]
    public async Task When_reminders_come_is_changed_in_words()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            提醒
            提醒 8:30
            提醒 暂停到下周一
            提醒 恢复
            提醒 休假 4月1日到4月3日
            [取消休假]
            提醒 时区 Europe/Berlin
            提醒 时区 北京
            提醒 随便
            """, "reminders.zh-CN");
    }

    [Theory]
    [InlineData("zh-CN", "每天早上九点半提醒我\n提醒我每天下午6点\n下周休假三天别烦我\n12月24日到28日休假\n提醒 每天8点\n暂停提醒到下周一\n恢复提醒", "reminders-said.zh-CN")]
    [InlineData("en-US", "set reminders to 8.30am SGT\nreminders 7pm\npause reminders till 4 April\nresume my reminders\nI'm off next week", "reminders-said.en-US")]
    public async Task When_reminders_come_is_said_in_a_sentence(string language, string script, string name)
    {
        await using var talk = new Talk();
        await talk.ApproveAsync(language, "Dana", script, name);
    }

    [Fact]
    public async Task When_reminders_come_is_changed_by_the_form()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            reminders
            +
            [Save]
            7:45
            1,4
            1
            America/New_York
            22:00
            7:00
            2026-03-16
            <enter>
            <enter>
            2
            reminders vacation 1 April
            reminders pause
            reminders resume
            todo
            """, "reminders.en-US");
    }
}
