using static KaBot.Tests.Transcripts.CoachTranscripts;

namespace KaBot.Tests.Transcripts;

/// <summary>Conversations about the people of an account.</summary>
public sealed class PeopleTranscripts
{
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
