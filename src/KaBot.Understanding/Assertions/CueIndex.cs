using System.Runtime.InteropServices;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Words;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// The words of a message that turn what is said: negation, hedging, plans, conditions, questions, other deals. A cue inside a longer
/// word that is no cue (不错, 没问题) is masked; of overlapping cues the longest counts.
/// </summary>
internal sealed class CueIndex
{
    private const int LongestName = 12;

    public List<Hit> Negations { get; } = [];
    public List<Hit> Hedges { get; } = [];
    public List<Hit> Plans { get; } = [];
    public List<Hit> Conditions { get; } = [];
    public List<Hit> Questions { get; } = [];
    public List<Hit> Wishes { get; } = [];
    public List<Hit> Others { get; } = [];
    public List<Hit> Disowns { get; } = [];
    public List<Hit> Resumes { get; } = [];
    public List<Hit> Was { get; } = [];
    public List<Hit> Corrections { get; } = [];

    public void Read(Workspace workspace, Cues cues)
    {
        var hits = workspace.Hits;
        Fill(hits, Negations, cues.Negation, cues.NotNegation);
        Fill(hits, Hedges, cues.Hedge, cues.NotHedge);
        Fill(hits, Plans, cues.Plan, cues.NotPlan);
        Fill(hits, Conditions, cues.Condition, cues.NotCondition);
        FillUntil(workspace, cues);
        Fill(hits, Questions, cues.Question, cues.NotQuestion);
        Fill(hits, Wishes, cues.Wish, cues.NotWish);
        Fill(hits, Others, cues.Other, -1);
        Fill(hits, Disowns, cues.Disown, cues.NotDisown);
        Fill(hits, Resumes, cues.Resume, -1);
        FillThatOne(workspace, cues);
        FillColleagues(hits, cues);
        Fill(hits, Was, cues.Was, -1);
        Fill(hits, Corrections, cues.Correction, -1);
    }

    // 等合同签了再说, "once they sign, we can …": a clause begins with the one word, and the other follows in its sentence.
    private void FillUntil(Workspace workspace, Cues cues)
    {
        var (hits, clauses, before) = (workspace.Hits, workspace.Layout.Clauses, Conditions.Count);
        foreach (ref readonly var until in hits.Of(cues.Until))
        {
            var at = workspace.Layout.ClauseAt(until.Start);
            if (Chars.Trim(workspace.Text, clauses[at].Start, until.End).Start == until.Start
                && hits.Any(cues.Then, until.End, workspace.Layout.Sentence(until.Start).End)) Conditions.Add(until);
        }
        if (Conditions.Count > before) Sort(Conditions);
    }

    // 那家已经签了，这家还没谈: that one is another where this one is set against it in the same sentence.
    private void FillThatOne(Workspace workspace, Cues cues)
    {
        var (hits, before) = (workspace.Hits, Others.Count);
        foreach (ref readonly var that in hits.Of(cues.ThatOne))
            if (hits.From(cues.ThisOne, that.End) is [var back, ..] && back.Start < workspace.Layout.Sentence(that.Start).End)
            {
                Others.Add(that);
                Resumes.Add(back);
            }
        if (Others.Count > before) Sort(Others, Resumes);
    }

    // 小丁的客户, 老孙那单: a colleague's, wherever in its sentence that is said.
    private void FillColleagues(Hits hits, Cues cues)
    {
        var before = Others.Count;
        foreach (ref readonly var deal in hits.Of(cues.ColleaguesDeal))
            foreach (ref readonly var name in hits.From(cues.Colleague, Math.Max(0, deal.Start - LongestName)))
            {
                if (name.Start >= deal.Start) break;
                if (name.End != deal.Start) continue;
                var whole = name with { End = deal.End };
                Others.Add(whole);
                Disowns.Add(whole);
            }
        if (Others.Count > before) Sort(Others, Disowns);
    }

    private static void Sort(params ReadOnlySpan<List<Hit>> lists)
    {
        foreach (var list in lists) list.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private static void Fill(Hits hits, List<Hit> kept, int symbol, int mask)
    {
        kept.Clear();
        var end = 0;
        foreach (ref readonly var hit in hits.Of(symbol))
        {
            // Sorted by place, longest first: what lies within the one before is part of it.
            if (hit.End <= end || mask >= 0 && IsMasked(hits, mask, hit)) continue;
            kept.Add(hit);
            end = hit.End;
        }
    }

    private static bool IsMasked(Hits hits, int mask, in Hit hit)
    {
        foreach (ref readonly var longer in hits.From(mask, Math.Max(0, hit.Start - 24)))
        {
            if (longer.Start > hit.Start) return false;
            if (longer.End >= hit.End) return true;
        }
        return false;
    }
}

internal static class HitLists
{
    /// <summary>Index of the first hit that starts at or after a place, in a list sorted by place.</summary>
    public static int FirstFrom(this List<Hit> hits, int place) => ((ReadOnlySpan<Hit>)CollectionsMarshal.AsSpan(hits)).FirstFrom(place);

    public static bool AnyWithin(this List<Hit> hits, int start, int end) => hits.FirstFrom(start) is var i && i < hits.Count && hits[i].Start < end;
}
