namespace KaBot.Tests.Transcripts;

/// <summary>What is told and not saved yet, and how a deal ends and comes back: whole conversations, held to what matters in them.</summary>
public sealed class EndingTranscripts
{
    private const string Deal = """
        新建 宏达鞋业
        [创建并开始跟进]
        <enter>
        WMS
        2
        拜访了两次，客户说我们太贵

        """;

    [Fact]
    public async Task What_is_told_and_not_saved_yet_is_known_to_the_coach_and_to_the_history()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deal + "建议 宏达\n谈判 宏达\n历史 宏达\n");
        Assert.DoesNotContain("打通第一个电话", said, StringComparison.Ordinal);
        Assert.Contains("现在是中盘", said, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有保存过跟进", said, StringComparison.Ordinal);
        Assert.Contains("这次跟进，还没保存", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("按刚说的，还没保存").Length - 1);
    }

    [Fact]
    public async Task Of_a_lost_deal_the_reason_is_asked_and_it_has_no_chance_and_no_gaps()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deal + "这单黄了\n他们老板的亲戚开了一家\n保存\n商机\n");
        var after = said[said.IndexOf("这单黄了", StringComparison.Ordinal)..];
        Assert.Contains("主要是什么原因？", after, StringComparison.Ordinal);
        Assert.Contains("丢单 · 他们老板的亲戚开了一家", after, StringComparison.Ordinal);
        Assert.Contains("赢率 0%", after, StringComparison.Ordinal);
        Assert.DoesNotContain("还缺什么", after, StringComparison.Ordinal);
        Assert.DoesNotContain("有缺口", after, StringComparison.Ordinal);
        Assert.DoesNotContain("50%", after, StringComparison.Ordinal);
        Assert.Contains("重新启动", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("宏达鞋业又活了，客户让我们下周一去重新谈")]
    [InlineData("宏达鞋业又动起来了")]
    [InlineData("[重新启动]")]
    public async Task It_comes_back_by_words_or_by_a_tap(string back)
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deal + "这单黄了\n[价格]\n保存\n" + back + "\n建议 宏达\n");
        var after = said[said.LastIndexOf("重新启动，接着跟", StringComparison.Ordinal)..];
        Assert.Contains("合同双方都签了吗？", after, StringComparison.Ordinal);
        Assert.DoesNotContain("我不是来翻案的", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deal_on_hold_is_asked_why_and_not_when_it_goes_live()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deal + "项目先放一放，明年再看\n[优先级往后排]\n保存\n");
        var after = said[said.IndexOf("项目先放一放", StringComparison.Ordinal)..];
        Assert.Contains("主要是什么原因？", after, StringComparison.Ordinal);
        Assert.DoesNotContain("上线", after.Split("各阶段的依据")[0], StringComparison.Ordinal);
        Assert.Contains("搁置 · 优先级往后排", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ins_that_changed_nothing_are_one_line_of_the_history()
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", Deal + "保存\n跟进 宏达\n保存\n跟进 宏达\n保存\n历史 宏达\n");
        Assert.Contains("2 次跟进没有变化", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n'), line => line.Contains("查看当天", StringComparison.Ordinal));
    }
}
