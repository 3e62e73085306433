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
}
