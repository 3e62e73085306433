namespace KaBot.Understanding.Assertions;

/// <summary>In a short reply the words that answer the question speak of what was asked, and of nothing else: 没人接 is no vacant post.</summary>
internal static class Focus
{
    /// <summary>25 Han characters: what a rep types between two calls.</summary>
    private const int LongestReply = 100;

    public static void Run(Workspace work, int asked)
    {
        if (work.Weight > LongestReply) return;
        var answers = work.Candidates.FindAll(candidate => candidate.Fact == asked);
        if (answers.Count > 0) work.Candidates.RemoveAll(candidate => candidate.Fact != asked && answers.Exists(answer => answer.Overlaps(candidate)));
    }
}
