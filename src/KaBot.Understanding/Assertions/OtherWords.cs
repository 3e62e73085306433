using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Assertions;

/// <summary>Words that say one thing outright are not the text of another: "…, they say we are too expensive" is no need of theirs.</summary>
internal static class OtherWords
{
    public static void Run(Workspace work, UnderstandingData data)
    {
        var others = work.Candidates.FindAll(other => other.Rank == Asserter.Outright && data.Facts[other.Fact].Kind == FactKind.Flag);
        if (others.Count > 0)
            work.Candidates.RemoveAll(text => text.Value is FactValue.Text && text.Rank < Asserter.Answer && others.Exists(other => other.Fact != text.Fact && Covers(other, text)));
    }

    /// <summary>Whether one takes in more than half of the other.</summary>
    private static bool Covers(in Candidate other, in Candidate text) =>
        2 * (Math.Min(other.End, text.End) - Math.Max(other.Start, text.Start)) > text.End - text.Start;
}
