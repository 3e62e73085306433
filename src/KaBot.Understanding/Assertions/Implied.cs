using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Assertions;

/// <summary>What a text shows besides itself: a customer whose core needs are told has stated needs. An answer to its own question shows no more.</summary>
internal static class Implied
{
    public static void Run(Workspace work, UnderstandingData data)
    {
        var said = work.Candidates.Count;
        for (var i = 0; i < said; i++)
        {
            var text = work.Candidates[i];
            if (data.Words[text.Fact].Implies is var flag and >= 0 && text.Value is FactValue.Text && text.Rank < Asserter.Answer
                && !work.Candidates.Exists(other => other.Fact == flag))
                work.Candidates.Add(new Candidate(flag, new FactValue.Flag(true), text.Hedged, text.Start, text.End, Asserter.Derived));
        }
    }
}
