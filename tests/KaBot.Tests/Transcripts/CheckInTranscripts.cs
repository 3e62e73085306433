using Dapper;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using Microsoft.Extensions.DependencyInjection;

namespace KaBot.Tests.Transcripts;

/// <summary>Whole check-ins, as a rep lives through them.</summary>
public sealed class CheckInTranscripts
{
    [Fact]
    public async Task The_first_check_in_in_Chinese()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            [新建第一个商机]
            [创建并开始跟进]
            恒瑞冷链
            仓储系统升级
            2
            [是]
            联系上了
            两次
            跳过
            [先到这]
            [保存]
            历史
            """, "first.zh-CN");
    }

    [Fact]
    public async Task The_first_check_in_in_English()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("en-US", "Dana", """
            new Northwind Traders
            [Create and check in]
            <enter>
            Warehouse robots
            1
            yes
            [Yes]
            don't know
            back
            twice
            [Enough for now]
            save
            history Northwind
            """, "first.en-US");
    }

    [Fact]
    public async Task News_in_one_sentence_then_a_month_later_what_changed()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            昨天拜访了他们的CIO，预算50万，6月底上线，竞品是用友
            [先到这]
            报 谈判
            保存
            (a month later)
            跟进 恒瑞
            [是]
            预算80万
            [改为 80万元]
            [先到这]
            [保存]
            历史 恒瑞冷链
            """, "news.zh-CN");
    }

    [Fact]
    public async Task Leaving_switching_and_coming_back_lose_nothing()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            [是]
            新建 华东重机
            [创建并开始跟进]
            <enter>
            MES 二期
            1
            是
            (next day)
            商机
            跟进 华东
            取消
            跟进 恒瑞
            上一个
            帮助
            继续
            取消
            取消
            """, "leaving.zh-CN");
    }

    [Fact]
    public async Task Questions_are_answered_from_what_is_known()
    {
        await using var talk = new Talk();
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            预算大概50万
            预算谁说的？
            竞品有哪些
            这个单子到哪步了
            保存
            恒瑞的预算是多少？
            今天天气不错
            新建 华东重机
            [创建并开始跟进]
            <enter>
            MES 二期
            1
            取消
            合同已经签了
            [跟进]
            """, "questions.zh-CN");
    }

    [Fact]
    public async Task A_doubt_left_open_is_told_back_and_its_words_are_on_record()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            1
            预算50万
            保存
            跟进 恒瑞
            预算80万
            取消
            """);
        Assert.Contains("您这次说的“预算80万”和之前的对不上", said, StringComparison.Ordinal);
        using var connection = talk.Services.GetRequiredService<Database>().Open();
        Assert.Equal("budget: 预算80万", connection.QuerySingle<string>("select detail from audit where what = 'checkin.doubt'"));
    }

    [Fact]
    public async Task Where_two_readers_differ_the_rep_is_asked_and_what_only_one_found_is_to_be_confirmed()
    {
        await using var talk = new Talk(services => services.AddSingleton<ISecondReader, OtherReader>());
        await talk.ApproveAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            1
            先到这
            预算50万，他们内部拉了个小圈子专门盯这事
            [改为 80万元]
            保存
            """, "two-readers.zh-CN");
    }

    /// <summary>Reads another budget, and a project team that the rules do not see.</summary>
    private sealed class OtherReader : ISecondReader
    {
        public Task<IReadOnlyList<Reading>> ReadAsync(Turn turn, RepMessage message, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Reading>>(
            !message.Text.Contains("预算", StringComparison.Ordinal) ? [] :
            [
                new Reading("budget", new FactValue.Money(800_000, 800_000, "CNY"), Certainty.Stated, 0, "预算50万"),
                new Reading("project_team", new FactValue.Flag(true), Certainty.Stated, 6, "他们内部拉了个小圈子专门盯这事"),
            ]);
    }
}
