using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Assertions;

/// <summary>How some words of a message are said, whoever takes them to show something.</summary>
/// <param name="Start">Where they start; widened, as the end is, to the whole of a value they cut: 5万 of 15万 is none, nor is 50万 of 50万以内.</param>
/// <param name="Whole">They cut no word in two, as the "signed" of "unsigned" does.</param>
/// <param name="Claimed">As so, of this deal, now: not asked, wished, conditional, unknown, or of another deal or time.</param>
/// <param name="Denied">The clause denies them before they begin.</param>
/// <param name="Planned">As an intention.</param>
/// <param name="Hedged">As hearsay or a guess.</param>
internal readonly record struct Manner(int Start, int End, bool Whole, bool Claimed, bool Denied, bool Planned, bool Hedged)
{
    public static Manner Of(Workspace work, UnderstandingData data, Asserter asserter, int start, int end)
    {
        foreach (ref readonly var value in work.ValuesFrom(start))
            if (value.Start >= end) break;
            else (start, end) = (Math.Min(start, value.Start), Math.Max(end, value.End));
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(start)].Start;
        return new Manner(start, end,
            Chars.AtWordStart(work.Text, start) && Chars.AtWordEnd(work.Text, end),
            !work.Hits.Any(data.Cues.Void, 0, work.Text.Length) && !work.Hits.Any(data.Cues.Unknown, clause, start) && asserter.IsClaimed(work, start, end),
            work.Cues.Negations.Count(cue => cue.Start >= clause && cue.End <= start && Reaches(work, data, cue.End, start)) % 2 == 1,
            work.Cues.Plans.Exists(cue => cue.Start >= clause && cue.Start < end && Reaches(work, data, cue.End, start)),
            asserter.IsHedged(work, start, end, out _));
    }

    // English strings predicates together without a comma: a cue does not reach over "and".
    private static bool Reaches(Workspace work, UnderstandingData data, int cueEnd, int start) => cueEnd >= start || !work.Hits.Any(data.Cues.And, cueEnd, start);
}
