namespace KaBot.Tests.Transcripts;

/// <summary>Whole practices against each kind of buyer, to be read as a sales trainer would.</summary>
public sealed class PracticeTranscripts
{
    [Theory]
    [InlineData("good", """
        我理解您要数字。这个数背后，您最在意的是什么？
        这个降幅是怎么考核的？
        如果您签两年，我可以申请到97万
        要是预付能到五成，再送您一场培训
        我总结一下：97万，两年，预付五成，送一场培训，周五前签
        """)]
    [InlineData("bad", """
        给您95折吧
        您这么说不对，我们服务好
        行吧，再让您3万，不能再低了
        这是我们的底价，88万
        那就85万，今天定
        """)]
    [InlineData("mixed", """
        嗯
        您能给我什么？
        好吧，97万
        我理一下，97万对吗
        如果您当参考客户，95万
        您最担心的是什么？
        如果预付三成，94万
        我总结一下，94万，参考客户，预付三成
        """)]
    public async Task A_talk_in_Chinese(string how, string lines)
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("zh-CN", "张敏", """
            新建 恒瑞冷链
            [创建并开始跟进]
            <enter>
            仓储系统升级
            2
            成交金额100万，客户又压价了，第三轮了
            [先到这]
            [保存]
            陪我练一下
            """ + "\n" + lines + "\n[结束练习]");
        Approval.Matches(said[said.IndexOf("> » 陪我练", StringComparison.Ordinal)..], $"practice-{how}.zh-CN.txt");
    }

    [Theory]
    [InlineData("good", """
        I understand. What matters most to you behind that figure?
        Who else has to agree?
        If you sign for two years, I can take 3% off
        If you pay half up front, I add a training day
        To sum up: 970k, two years, half up front, one training day, signed by Friday
        """)]
    [InlineData("bad", """
        OK then, 5% off
        That is not true, our service is better
        Our limit is 880k
        You can have 850k
        """)]
    public async Task A_talk_in_English(string how, string lines)
    {
        await using var talk = new Talk();
        var said = await talk.PlayAsync("en-US", "Dana", """
            new Northwind Traders
            [Create and check in]
            <enter>
            Warehouse robots
            1
            The deal is worth 1 million. The lowest price is all they care about.
            [Enough for now]
            [Save]
            let's role play
            """ + "\n" + lines + "\nendpractice");
        Approval.Matches(said[said.IndexOf("> » let's role", StringComparison.Ordinal)..], $"practice-{how}.en-US.txt");
    }
}
