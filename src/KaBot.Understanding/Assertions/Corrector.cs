using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// Corrections inside a message: "50万，不对，是80万", "launch used to be April, it's May now", "not 4 visits, 5". What corrects takes the
/// place of the value it corrects; a value said to be so no longer, with nothing in its place, falls away.
/// </summary>
internal static class Corrector
{
    private const int Reach = 200, MostBetween = 8, Near = 32;

    public static void Run(Workspace work, UnderstandingData data)
    {
        for (var i = work.Candidates.Count - 1; i >= 0; i--)
        {
            var candidate = work.Candidates[i];
            if (candidate.Spot < 0)
            {
                if (Retraction.Named(work, data, candidate) is { } named) work.Candidates[i] = named;
                continue;
            }
            var was = candidate.Denied || WasSo(work, candidate) || IsChangedFrom(work, data, candidate);
            var next = Replacement(work, data, candidate, was);
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

    /// <summary>The value that takes the place of one, whoever found it: itself where nothing corrects it. What corrects stands right in front of what is right.</summary>
    public static int Corrected(Workspace work, UnderstandingData data, int fact, int spot)
    {
        while (Next(work, data, fact, spot) is >= 0 and var next && Corrects(work, data, work.Values[spot].End, work.Values[next].Start) && !IsOfOther(work, data, fact, spot, next)) spot = next;
        return spot;
    }

    // "No wait", 更正一下，是; but not "no the 15th", "instead of 5 June", 不是第三次, which tell what it is not.
    private static bool Corrects(Workspace work, UnderstandingData data, int from, int to)
    {
        if (work.Cues.Was.AnyWithin(from, to) || Denies(work, from, to)) return false;
        var corrections = work.Cues.Corrections;
        for (var i = corrections.FirstFrom(from); i < corrections.Count && corrections[i].Start < to; i++)
            if (corrections[i].End <= to && Chars.Weight(work.Text, corrections[i].End, to) <= Near) return true;
        return IsCorrectionAlone(work, data, from, to);
    }

    private static bool Denies(Workspace work, int from, int to)
    {
        var end = Chars.Trim(work.Text, from, to).End;
        var negations = work.Cues.Negations;
        for (var i = negations.FirstFrom(from); i < negations.Count && negations[i].Start < to; i++)
            if (negations[i].End == end && end == from + work.Text.AsSpan(from, to - from).TrimEnd(' ').Length) return true;
        return false;
    }

    private static int Replacement(Workspace work, UnderstandingData data, in Candidate candidate, bool was)
    {
        var (fact, spot) = (candidate.Fact, candidate.Spot);
        return Next(work, data, fact, spot) is >= 0 and var next && (was || work.Cues.Corrections.AnyWithin(work.Values[spot].End, work.Values[next].Start)) && !IsOfOther(work, data, fact, spot, next) ? next : -1;
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

    // The next value that the fact may have, or -1.
    private static int Next(Workspace work, UnderstandingData data, int fact, int spot)
    {
        var (first, kind) = (work.Values[spot], data.Facts[fact].Kind);
        for (var next = spot + 1; next < work.Values.Count; next++)
        {
            var value = work.Values[next];
            if (value.Start - first.End > Reach) return -1;
            if (ValueOf.Spotted(kind, value) is not { } read || read.Equals(ValueOf.Spotted(kind, first)) || work.Owners[next] >= 0 && work.Owners[next] != fact) continue;
            if (value.Kind != first.Kind && first.Kind is ValueKind.Money or ValueKind.Date) continue;
            return next;
        }
        return -1;
    }

    // "Three times, no, four": set apart by itself it corrects.
    private static bool IsCorrectionAlone(Workspace work, UnderstandingData data, int from, int to)
    {
        var (start, end) = Chars.Trim(work.Text, from, to);
        return start < end && !char.IsLetterOrDigit(work.Text.AsSpan(0, to).TrimEnd(' ')[^1]) && Captured.Skip(work, data.Cues.CorrectionAlone, start, end) >= end;
    }

    // Whether something else is spoken of between two values.
    private static bool IsOfOther(Workspace work, UnderstandingData data, int fact, int first, int next)
    {
        for (var other = 0; other < data.Words.Length; other++)
            if (other != fact && work.Hits.Any(data.Words[other].Topic, work.Values[first].End, work.Values[next].Start)) return true;
        return false;
    }
}
