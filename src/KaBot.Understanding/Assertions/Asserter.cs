using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Learning;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// Asks of each pattern found whether it is claimed as a fact of this deal now: not asked, wished, planned, conditional, past or of
/// another deal; affirmed or denied; sure or hedged.
/// </summary>
internal sealed class Asserter(UnderstandingData data)
{
    private const int MostBesideHedge = 8, ClausesOfCondition = 2, SideBySideHan = 4, SideBySideLatin = 40;

    /// <summary>Ranks: worked out from polarity, said outright, said to answer a question.</summary>
    public const int Derived = 1, Outright = 2, Answer = 3;

    public void Run(Workspace work)
    {
        foreach (var found in work.Found)
            if (!found.Chain.OnlyAsked) Judge(work, found, asked: false);
    }

    /// <summary>Judges one pattern; with <paramref name="asked"/> it answers a question, so what stands in front is not needed.</summary>
    public void Judge(Workspace work, Found found, bool asked) => Judge(work, found, asked ? Answer : Outright);

    /// <summary>Judges one pattern whose word would weigh <paramref name="rank"/>, were it not worked out from polarity.</summary>
    public void Judge(Workspace work, Found found, int rank)
    {
        var chain = found.Chain;
        var (fact, words) = (data.Facts[chain.Fact], data.Words[chain.Fact]);
        if (!IsClaimed(work, found.Start, found.End)) return;
        var (from, to) = ClauseSpan(work, found);
        if (words.Unless >= 0 && rank != Answer && work.Hits.Any(words.Unless, from, to)) return;
        var flips = 0;
        var (start, end) = (found.Start, found.End);
        if (chain.Says is Says.Yes or Says.Value or Says.More)
        {
            if (!words.Planned && IsPlanned(work, found, from)) return;
            flips = Flips(work, found, from, ref start);
            if (flips % 2 == 1 && (fact.Kind != FactKind.Flag || chain.Says != Says.Yes) && found.Value < 0) return;
        }
        if (chain.Says != Says.No && IsUnknown(work, found, from)) return;
        if (Value(work, found, fact, flips % 2 == 1, ref start, ref end) is not { } value) return;
        var hedged = IsHedged(work, start, end, out var hedgeStart) || found.Value >= 0 && fact.Kind is FactKind.Money or FactKind.Date or FactKind.Count && work.Values[found.Value].Approximate;
        if (hedgeStart >= 0 && hedgeStart < start && hedgeStart >= from) start = hedgeStart;
        var spot = fact.Kind is FactKind.Money or FactKind.Date or FactKind.Count && chain.Says == Says.Value ? found.Value : -1;
        if (flips % 2 == 1 && fact.Kind != FactKind.Flag && spot < 0) return;
        // Every date that is asked for lies ahead: what is signed today was not to be signed today.
        if (rank != Answer && value is FactValue.Date { Value: var day } && day <= work.Today) return;
        var (first, last) = Chars.Trim(work.Text, from, to);
        work.Candidates.Add(new Candidate(chain.Fact, value, hedged, start, end, rank == Outright && flips > 0 ? Derived : rank,
            spot, spot < 0 ? 0 : Distance(work, found), flips % 2 == 1 && fact.Kind != FactKind.Flag, chain,
            new Grounds(Letters(work, found), flips, Chars.Weight(work.Text, first, last), work.Layout.ClauseAt(found.End - 1) - work.Layout.ClauseAt(found.Start), Words(work, found))));
    }

    private static int Letters(Workspace work, in Found found)
    {
        var sum = 0;
        for (var i = 0; i < found.Chain.Symbols.Length; i++) sum += Chars.Weight(work.Text, found.Covered[2 * i], found.Covered[2 * i + 1]);
        return sum;
    }

    private static int Words(Workspace work, in Found found)
    {
        var hash = 17u;
        for (var i = 0; i < found.Chain.Symbols.Length; i++)
        {
            var (start, end) = (found.Covered[2 * i], found.Covered[2 * i + 1]);
            if (found.Value >= 0 && work.Values[found.Value].Start == start) continue;
            hash = Fnv.Mix(Fnv.Of(work.Text.AsSpan(start, end - start), hash), '|');
        }
        return (int)hash;
    }

    private static int Distance(Workspace work, in Found found)
    {
        var (value, best) = (work.Values[found.Value], int.MaxValue);
        for (var i = 0; i < found.Chain.Symbols.Length; i++)
        {
            var (start, end) = (found.Covered[2 * i], found.Covered[2 * i + 1]);
            if (start == value.Start && end == value.End) continue;
            best = Math.Min(best, start >= value.End ? start - value.End : value.Start - end);
        }
        return best;
    }

    /// <summary>Is what stands here said as so, of this deal, now?</summary>
    public bool IsClaimed(Workspace work, int start, int end)
    {
        var (cues, layout) = (work.Cues, work.Layout);
        var (first, last) = (layout.ClauseAt(start), layout.ClauseAt(Math.Max(start, end - 1)));
        var (from, to) = (layout.Clauses[first].Start, layout.Clauses[last].End);
        if (Ends(work.Text, to) is '?' or '？' || cues.Questions.AnyWithin(from, to) || cues.Wishes.AnyWithin(from, to)) return false;
        var sentence = layout.Sentence(start);
        // "If they agree, we send it, and then …": a condition holds for its clause and the next ones.
        var condition = Math.Max(sentence.Start, layout.Clauses[Math.Max(0, first - ClausesOfCondition)].Start);
        return !cues.Conditions.AnyWithin(condition, to) && !IsOther(work, start, to, sentence);
    }

    private static char Ends(string text, int end)
    {
        while (end > 0 && text[end - 1] is ' ' or '"') end--;
        return end > 0 ? text[end - 1] : ' ';
    }

    // From the words that name another deal or time to the words that come back to this one; and what is disowned in the same breath: "they
    // paid today, but that's the other order".
    private static bool IsOther(Workspace work, int start, int clauseEnd, in (int Start, int End) sentence)
    {
        if (work.Cues.Disowns.AnyWithin(start, sentence.End)) return true;
        var others = work.Cues.Others;
        for (var i = others.FirstFrom(sentence.Start); i < others.Count && others[i].Start < clauseEnd; i++)
            if (!work.Cues.Resumes.AnyWithin(others[i].End, start)) return true;
        return false;
    }

    private bool IsPlanned(Workspace work, in Found found, int from)
    {
        var plans = work.Cues.Plans;
        for (var i = plans.FirstFrom(from); i < plans.Count && plans[i].Start < found.End; i++)
            if (Reaches(work, plans[i], found.Start)) return true;
        if (data.Facts[found.Chain.Fact].Kind is FactKind.Date or FactKind.Money) return false;
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(found.End - 1)];
        foreach (var value in work.ValuesFrom(from))
            if (value.Start >= clause.End) break;
            else if (value.Kind == ValueKind.Date && !value.Ambiguous && value.Start >= from && value.End <= clause.End && value.Date > work.Today
                && (value.Start < found.End || !work.Hits.Any(data.Cues.And, found.End, value.Start))) return true;
        return false;
    }

    // "Don't know whether they signed": nothing is said. What a pattern says in such words itself is another matter.
    private bool IsUnknown(Workspace work, in Found found, int from)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Cues.Unknown, from))
        {
            if (hit.Start >= found.End) return false;
            if (!found.Covered.Touches(hit.Start, hit.End, found.Chain.Symbols.Length)) return true;
        }
        return false;
    }

    private static (int From, int To) ClauseSpan(Workspace work, in Found found) =>
        (work.Layout.Clauses[work.Layout.ClauseAt(found.Start)].Start, work.Layout.Clauses[work.Layout.ClauseAt(found.End - 1)].End);

    // English strings predicates together without a comma: a cue does not reach over "and".
    private bool Reaches(Workspace work, in Words.Hit cue, int start) => cue.End >= start || !work.Hits.Any(data.Cues.And, cue.End, start);

    // A denial counts where it is not part of the pattern's own words. Two side by side make a yes (不是没有); further apart they deny twice.
    private int Flips(Workspace work, in Found found, int from, ref int start)
    {
        var (flips, last) = (0, 0);
        var negations = work.Cues.Negations;
        for (var i = negations.FirstFrom(from); i < negations.Count && negations[i].Start < found.End; i++)
        {
            if (found.Covered.Contains(negations[i].Start, negations[i].End, found.Chain.Symbols.Length) || IsSameDenial(work, found, negations[i]) || !Reaches(work, negations[i], found.Start)) continue;
            if (flips > 0 && negations[i].Start - last > (Chars.IsHan(work.Text[negations[i].Start]) ? SideBySideHan : SideBySideLatin)) continue;
            (flips, last) = (flips + 1, negations[i].End);
            start = Math.Min(start, negations[i].Start);
        }
        return flips;
    }

    // 还没谈拢, found as 没谈拢: the denial in front is the one that the pattern's word begins with.
    private static bool IsSameDenial(Workspace work, in Found found, in Words.Hit negation)
    {
        for (var i = 0; i < found.Chain.Symbols.Length; i++)
            if (found.Covered[2 * i] is var start && negation.Start < start && start < negation.End && work.Text[start] is '没' or '未' or '不' or '无') return true;
        return false;
    }

    private FactValue? Value(Workspace work, in Found found, Funnel.Playbooks.FactDefinition fact, bool denied, ref int start, ref int end)
    {
        var chain = found.Chain;
        if (chain.Says == Says.Open) return fact.Kind is FactKind.Flag or FactKind.Count or FactKind.List or FactKind.Choices ? null : FactValue.Open.Value;
        if (chain.Says == Says.None) return fact.Kind == FactKind.List ? new FactValue.List([]) : null;
        if (chain.Says == Says.Zero) return new FactValue.Count(0);
        if (fact.Kind == FactKind.Flag) return new FactValue.Flag(chain.Says == Says.Yes != denied);
        if (fact.Kind == FactKind.Choice) return chain.Choice is { } id ? new FactValue.Choice(id) : null;
        if (fact.Kind == FactKind.Choices) return chain.Choice is { } one ? new FactValue.Choices([one]) : null;
        if (fact.Kind == FactKind.Count && chain.Says == Says.More) return new FactValue.Count(found.Value >= 0 ? work.Values[found.Value].Whole ?? 1 : 1, true);
        if (found.Value >= 0 && ValueOf.Spotted(fact.Kind, work.Values[found.Value]) is { } value) return value;
        return chain.Capture == Capture.None ? null : Captured.Read(work, data, found, fact.Kind, ref start, ref end);
    }

    /// <summary>A hedge in one of the clauses of the span, or alone in the clause beside it ("听说，…", "…, I think").</summary>
    public bool IsHedged(Workspace work, int start, int end, out int hedgeStart)
    {
        var layout = work.Layout;
        var (first, last) = (layout.ClauseAt(start), layout.ClauseAt(Math.Max(start, end - 1)));
        hedgeStart = -1;
        var hedges = work.Cues.Hedges;
        var i = hedges.FirstFrom(layout.Clauses[first].Start);
        if (i < hedges.Count && hedges[i].Start < layout.Clauses[last].End)
        {
            hedgeStart = hedges[i].Start;
            return true;
        }
        return Lone(work, first - 1, layout.Clauses[first].Sentence) || Lone(work, last + 1, layout.Clauses[last].Sentence);
    }

    private static bool Lone(Workspace work, int clause, int sentence)
    {
        if (clause < 0 || clause >= work.Layout.Clauses.Count) return false;
        var beside = work.Layout.Clauses[clause];
        if (beside.Sentence != sentence) return false;
        var hedges = work.Cues.Hedges;
        var i = hedges.FirstFrom(beside.Start);
        if (i >= hedges.Count || hedges[i].Start >= beside.End) return false;
        var (start, end) = Chars.Trim(work.Text, beside.Start, beside.End);
        var rest = 0;
        for (var at = start; at < end; at++)
            if (at < hedges[i].Start || at >= hedges[i].End) rest += Chars.Weight(work.Text[at]);
        return rest <= MostBesideHedge;
    }
}
