using KaBot.Understanding.Data;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// Corrections inside a message: "50万，不对，是80万", "launch used to be April, it's May now", "not 4 visits, 5". What corrects takes the
/// place of the value it corrects; a value said to be so no longer, with nothing in its place, falls away.
/// </summary>
internal static class Corrector
{
    private const int Reach = 200, MostBetween = 8;

    public static void Run(Workspace work, UnderstandingData data)
    {
        for (var i = work.Candidates.Count - 1; i >= 0; i--)
        {
            var candidate = work.Candidates[i];
            if (candidate.Spot < 0) continue;
            var was = candidate.Denied || WasSo(work, candidate) || IsChangedFrom(work, data, candidate);
            var next = Next(work, data, candidate, was);
            if (next >= 0 && ValueOf.Spotted(data.Facts[candidate.Fact].Kind, work.Values[next]) is { } value)
            {
                var spotted = work.Values[next];
                work.Candidates[i] = candidate with
                {
                    Value = value, Spot = next, Start = spotted.Start, End = spotted.End, Denied = false, Hedged = spotted.Approximate || candidate.Hedged && !was,
                };
            }
            else if (was) work.Candidates.RemoveAt(i);
        }
    }

    private static bool WasSo(Workspace work, in Candidate candidate)
    {
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(work.Values[candidate.Spot].Start)];
        return work.Cues.Was.AnyWithin(clause.Start, clause.End) && !work.Cues.Corrections.AnyWithin(clause.Start, work.Values[candidate.Spot].Start);
    }

    // "moved from 12 June to 26 June", 从120万降到102万: what it was, and right behind it what it is now.
    private static bool IsChangedFrom(Workspace work, UnderstandingData data, in Candidate candidate)
    {
        if (candidate.Spot + 1 >= work.Values.Count) return false;
        var (first, next) = (work.Values[candidate.Spot], work.Values[candidate.Spot + 1]);
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(first.Start)];
        return first.Kind == next.Kind && next.Start < clause.End && next.Start - first.End <= MostBetween
            && StartsFrom(work.Text.AsSpan(clause.Start, first.End - clause.Start), first.Start - clause.Start)
            && work.Hits.Any(data.Cues.Changed, clause.Start, clause.End);
    }

    // Where "from" may be read as "at least", it is part of the value.
    private static bool StartsFrom(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd();
        return before.EndsWith("from") || before.EndsWith("从") || before.EndsWith("由") || text[start..].StartsWith("from");
    }

    private static int Next(Workspace work, UnderstandingData data, in Candidate candidate, bool was)
    {
        var first = work.Values[candidate.Spot];
        for (var next = candidate.Spot + 1; next < work.Values.Count; next++)
        {
            var value = work.Values[next];
            if (value.Start - first.End > Reach) return -1;
            if (ValueOf.Spotted(data.Facts[candidate.Fact].Kind, value) is null || work.Owners[next] >= 0) continue;
            if (value.Kind != first.Kind && first.Kind is ValueKind.Money or ValueKind.Date) continue;
            var cue = was || work.Cues.Corrections.AnyWithin(first.End, value.Start);
            return cue && !OtherTopic(work, data, candidate.Fact, first.End, value.Start) ? next : -1;
        }
        return -1;
    }

    private static bool OtherTopic(Workspace work, UnderstandingData data, int fact, int start, int end)
    {
        for (var other = 0; other < data.Words.Length; other++)
            if (other != fact && work.Hits.Any(data.Words[other].Topic, start, end)) return true;
        return false;
    }
}
