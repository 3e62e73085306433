using System.Collections.Immutable;
using KaBot.Understanding.Data;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// A value that belongs to nothing else is of the fact that stands beside what is told: "Tender won! RMB 1.35 million" gives the amount.
/// Which facts it may stand beside is data.
/// </summary>
internal static class LooseValues
{
    private const int SentencesApart = 1;

    public static void Run(Workspace work, UnderstandingData data)
    {
        if (work.Values.Count == 0) return;
        for (var fact = 0; fact < data.Words.Length; fact++)
        {
            if (data.Words[fact].Beside is not { IsDefaultOrEmpty: false } others || work.IsTold(fact)) continue;
            for (var spot = 0; spot < work.Values.Count; spot++)
                if (work.Owners[spot] < 0 && ValueOf.Spotted(data.Facts[fact].Kind, work.Values[spot]) is { } value && IsFree(work, data, work.Values[spot])
                    && Neighbour(work, others, work.Values[spot]) is { } told)
                {
                    work.Candidates.Add(new Candidate(fact, value, told.Hedged || work.Values[spot].Approximate, work.Values[spot].Start, work.Values[spot].End, Asserter.Derived, spot));
                    break;
                }
        }
    }

    // Not an advance, a discount, a gap or what another offered.
    private static bool IsFree(Workspace work, UnderstandingData data, in Spotted value)
    {
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(value.Start)];
        return value.Kind == ValueKind.Money && !work.Hits.Any(data.Cues.OtherSum, clause.Start, clause.End);
    }

    private static Candidate? Neighbour(Workspace work, ImmutableArray<Told> others, Spotted value)
    {
        foreach (var candidate in work.Candidates)
            if (others.Any(other => other.Fact == candidate.Fact && other.IsBy(candidate.Value))
                && Math.Abs(work.Layout.SentenceAt(candidate.Start) - work.Layout.SentenceAt(value.Start)) <= SentencesApart) return candidate;
        return null;
    }
}
