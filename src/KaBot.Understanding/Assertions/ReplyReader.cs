using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// The short answer to a question: 没有, 还在谈, "two of them", "not yet". Read for the fact that was asked about (or that a heading
/// names: "Budget: none yet"), in a part of the message.
/// </summary>
internal sealed class ReplyReader(UnderstandingData data, Asserter asserter)
{
    // Eleven Han characters: a clause that says no more than how a thing stands.
    private const int MostOfContinuation = 44;

    /// <param name="whole">The answer is the message's: its first words may be a bare yes or no, and the patterns that only an answer fits count.</param>
    public void Run(Workspace work, int fact, int from, int to, bool whole)
    {
        var (start, _) = Chars.Trim(work.Text, from, to);
        var begin = start;
        start = Captured.Skip(work, data.Cues.Filler, start, to);
        if (start >= to)
        {
            if (whole) Nod(work, fact, begin, to);
            return;
        }
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(start)];
        var firstEnd = Math.Min(to, clause.End);
        if (work.Hits.Any(data.Cues.Unknown, start, firstEnd) || IsPass(work, start, firstEnd) || work.Hits.Any(data.Cues.Command, start, firstEnd)) return;

        foreach (var found in work.Found)
            if (found.Chain.Fact == fact && found.Chain.OnlyAsked && found.Start >= from && found.End <= to) asserter.Judge(work, found, asked: true);

        if (data.Facts[fact].Kind != FactKind.Flag) Value(work, fact, start, firstEnd, to);
        else if (whole && data.Words[fact].Share && Share.Of(work, start, firstEnd) is { } share)
        {
            work.Candidates.RemoveAll(candidate => candidate.Fact == fact);
            Add(work, fact, new FactValue.Flag(share.More), share.Start, share.End, Asserter.Answer);
        }
        else if (!whole || !Verdict(work, fact, start, to))
        {
            Flag(work, fact, start, firstEnd, whole);
            if (whole) Nod(work, fact, begin, to);
        }
    }

    // 嗯, "it is", 没问题, "since Monday": a yes where nothing else is said, though in front of more such words lead nowhere ("it is with legal").
    private void Nod(Workspace work, int fact, int start, int to)
    {
        if (data.Facts[fact].Kind != FactKind.Flag || work.IsTold(fact) || IsAsked(work, start, to)
            || work.Cues.Negations.AnyWithin(start, to) || work.Cues.Plans.AnyWithin(start, to)
            || data.Words[fact].Event && work.Values.Exists(value => value.Kind == ValueKind.Date && !value.Ambiguous && value.Date > work.Today)) return;
        var end = Math.Min(to, work.Layout.Clauses[work.Layout.ClauseAt(start)].End);
        var (at, nods) = (start, false);
        for (var before = -1; before != at;)
        {
            before = at;
            var after = Captured.Skip(work, data.Cues.BareYes, Captured.Skip(work, data.Cues.Yes, at, end), end);
            nods |= after > at;
            at = Captured.Skip(work, data.Cues.Filler, after, end);
        }
        if (nods && ReplyValues.IsPastOrNothing(work, at, end)) Add(work, fact, new FactValue.Flag(true), start, Chars.Trim(work.Text, start, end).End, Asserter.Answer);
    }

    /// <summary>Whether a message begins with words that by themselves are a yes: "it is with legal" is none for all that.</summary>
    public bool BeginsWithYes(Workspace work)
    {
        var (start, end) = Chars.Trim(work.Text, 0, work.Text.Length);
        return Captured.Skip(work, data.Cues.BareYes, Captured.Skip(work, data.Cues.Yes, start, end), end) > start;
    }

    /// <summary>A clause that goes on with a topic: only what an answer to it would say counts, and 没定 for what can be open.</summary>
    public void Continue(Workspace work, int fact, int from, int to)
    {
        var (start, end) = Chars.Trim(work.Text, from, to);
        if (start >= end || Chars.Weight(work.Text, start, end) > MostOfContinuation || IsAsked(work, start, end)) return;
        if (data.Words[fact].Event)
        {
            foreach (var found in work.Found)
                if (found.Chain.Fact == fact && found.Chain.OnlyAsked && found.Start >= from && found.End <= to) asserter.Judge(work, found, Asserter.Outright);
        }
        else if (data.Facts[fact].Kind is FactKind.Date or FactKind.Money && work.Hits.Any(data.Cues.Undecided, start, end)
            && !work.Candidates.Exists(candidate => candidate.Start < end && start < candidate.End))
            Add(work, fact, FactValue.Open.Value, start, end, Asserter.Derived);
    }

    // "next", 过: by themselves they pass the question over.
    public bool IsPass(Workspace work, int start, int end)
    {
        var (from, to) = Chars.Trim(work.Text, start, end);
        foreach (ref readonly var hit in work.Hits.From(data.Cues.Pass, from))
            return hit.Start == from && hit.End == to;
        return false;
    }

    // "3 of 8. so no", 技术部认了，但厂长没点头，不算: what a reply ends with is its answer, whatever went before.
    private bool Verdict(Workspace work, int fact, int start, int to)
    {
        var (from, end) = Chars.Trim(work.Text, start, to);
        var last = work.Layout.Clauses[work.Layout.ClauseAt(Math.Max(from, end - 1))];
        foreach (var (symbol, yes) in (ReadOnlySpan<(int, bool)>)[(data.Cues.VerdictNo, false), (data.Cues.VerdictYes, true)])
            foreach (ref readonly var hit in work.Hits.From(symbol, last.Start))
            {
                if (hit.End != end) continue;
                work.Candidates.RemoveAll(candidate => candidate.Fact == fact);
                Add(work, fact, new FactValue.Flag(yes), hit.Start, hit.End, Asserter.Answer);
                return true;
            }
        return false;
    }

    private void Flag(Workspace work, int fact, int start, int end, bool whole)
    {
        if (IsAsked(work, start, end)) return;
        if (Lead(work, start, end) is { } lead)
        {
            Add(work, fact, new FactValue.Flag(lead.Yes), lead.Start, lead.End, 3);
            return;
        }
        if (!whole || work.IsTold(fact)) return;
        // 收了, 没中, 昨天发走了: a bare predicate speaks of what was asked, unless its words say something else outright (联系上了).
        var (from, to) = Chars.Trim(work.Text, start, end);
        if (work.Candidates.Exists(other => other.Fact != fact && other.Rank >= Asserter.Outright && other.Start < to && from < other.End)) return;
        if (work.Cues.Plans.AnyWithin(start, end) || work.Cues.Conditions.AnyWithin(start, end))
        {
            // 正准备发, "next week": not yet.
            if (data.Words[fact].Event && !work.Cues.Conditions.AnyWithin(start, end)) Add(work, fact, new FactValue.Flag(false), from, to, 1);
            return;
        }
        if (work.Cues.Negations.AnyWithin(from, to) || work.Hits.Any(data.Cues.Undecided, from, to)) Add(work, fact, new FactValue.Flag(false), from, to, 1);
        else if (work.Text[from..to].TrimEnd('呀', '啊', '哈', '呢', '吧', '的', '哦', '噢') is [.., '了' or '过']) Add(work, fact, new FactValue.Flag(true), from, to, 1);
    }

    // 没错 is a yes, though 没 is a no: the longer word counts.
    private (bool Yes, int Start, int End)? Lead(Workspace work, int start, int end)
    {
        var (no, yes) = (Longest(work, data.Cues.No, start, end), Longest(work, data.Cues.Yes, start, end));
        // "No later than 15 September" denies nothing.
        if (Longest(work, data.Cues.NotNegation, start, end) > no) no = start;
        if (no == start && yes == start) return null;
        var after = Captured.Skip(work, no >= yes ? data.Cues.No : data.Cues.Yes, start, end);
        return (yes > no, start, Chars.Trim(work.Text, start, after).End);
    }

    private static int Longest(Workspace work, int symbol, int start, int end)
    {
        foreach (ref readonly var hit in work.Hits.From(symbol, start))
            if (hit.Start > start) break;
            else if (hit.End <= end) return hit.End;
        return start;
    }

    private void Value(Workspace work, int fact, int start, int firstEnd, int to)
    {
        var kind = data.Facts[fact].Kind;
        if (work.Candidates.Exists(candidate => candidate.Fact == fact && candidate.Start >= start && candidate.End <= to)) return;
        if (IsAsked(work, start, firstEnd) || kind == FactKind.Date && data.Words[fact].Unless is >= 0 and var unless && work.Hits.Any(unless, start, firstEnd)) return;
        // "一次都没": the denial is the count. "Not yet, she'll come back to me after Chinese New Year": the date is of something else.
        var denied = kind is FactKind.Count or FactKind.Date && Lead(work, start, firstEnd) is { Yes: false }
            && (kind == FactKind.Count || !work.Cues.Corrections.AnyWithin(start, to));
        if (!denied && ReplyValues.ValueIn(work, fact, kind, start, to) is { } first && Corrector.Corrected(work, data, fact, first) is var value && work.Values[value] is var spotted && ValueOf.Spotted(kind, spotted) is { } read)
        {
            Add(work, fact, read, spotted.Start, spotted.End, 3, spotted.Approximate, value);
            return;
        }
        if (kind == FactKind.Money && ReplyValues.TenThousands(work, start, to) is { } number && work.Values[number] is var ten)
        {
            Add(work, fact, new FactValue.Money(ten.Low * 10_000, ten.High * 10_000, ValueFinder.Usual), ten.Start, ten.End < to && work.Text[ten.End] == '个' ? ten.End + 1 : ten.End, 3, ten.Approximate, number);
            return;
        }
        if (kind == FactKind.Date && ReplyValues.BareDay(work, start, to) is { } day && work.Values[day.Value] is var figures)
        {
            Add(work, fact, new FactValue.Date(day.Date), figures.Start, figures.End, 3, figures.Approximate, day.Value);
            return;
        }
        if (Nothing(work, fact, start, firstEnd) is { } nothing)
        {
            var lead = Lead(work, start, firstEnd);
            var (from, until) = lead is { } no ? (no.Start, no.End) : Chars.Trim(work.Text, start, firstEnd);
            Add(work, fact, nothing, from, until, 3);
            return;
        }
        if (Lead(work, start, firstEnd) is { Yes: true } yes) start = Chars.Trim(work.Text, yes.End, to).Start;
        if (start >= to || work.Cues.Negations.AnyWithin(start, firstEnd) && !(kind == FactKind.Text && IsWishedAway(work, fact, start, firstEnd))) return;
        if (kind == FactKind.List && Names.After(work, data, start, to) is { } names)
            Add(work, fact, new FactValue.List([.. names.Items]), names.Start, names.End, 3);
        if (kind == FactKind.Text) Text(work, fact, start, firstEnd, to);
    }

    private void Text(Workspace work, int fact, int start, int firstEnd, int to)
    {
        if (NamesPerson(fact) || work.Hits.Any(data.Names.Title, start, firstEnd))
        {
            if (Person.After(work, data, start, to) is { } person)
                Add(work, fact, new FactValue.Text(work.Message.Text[person.Start..person.End]), person.Start, person.End, 3);
            return;
        }
        var (from, until) = Captured.Answer(work, data, start, Math.Min(to, work.Layout.Sentence(start).End));
        if (until - from >= 2) Add(work, fact, new FactValue.Text(work.Message.Text[from..until]), from, until, 3);
    }

    private FactValue? Nothing(Workspace work, int fact, int start, int end)
    {
        var kind = data.Facts[fact].Kind;
        if (kind == FactKind.Text && IsWishedAway(work, fact, start, end)) return null;
        var none = Lead(work, start, end) is { Yes: false } || work.Hits.Any(data.Cues.Nobody, start, end);
        if (!none && !work.Hits.Any(data.Cues.Undecided, start, end)) return null;
        return kind switch
        {
            FactKind.Count => none ? new FactValue.Count(0) : null,
            FactKind.List => none ? new FactValue.List([]) : null,
            FactKind.Choices => null,
            FactKind.Choice => data.Words[fact].Opens && work.Hits.Any(data.Cues.Undecided, start, end) ? FactValue.Open.Value : null,
            _ => FactValue.Open.Value,
        };
    }

    // "No downtime", 不能停线: what they want is that something be not.
    private bool IsWishedAway(Workspace work, int fact, int start, int end)
    {
        var without = Longest(work, data.Cues.Without, start, end);
        return !NamesPerson(fact) && without > start && without >= Longest(work, data.Cues.No, start, end)
            && Chars.Trim(work.Text, without, end) is var rest && rest.End - rest.Start >= 2
            && !work.Hits.Any(data.Words[fact].Topic, start, end) && !work.Hits.Any(data.Cues.Undecided, start, end);
    }

    private bool NamesPerson(int fact) => data.Persons.Contains(fact);

    private static bool IsAsked(Workspace work, int start, int end) =>
        work.Text[start..end].AsSpan().TrimEnd() is [.., '?' or '？'] || work.Cues.Questions.AnyWithin(start, end);

    private void Add(Workspace work, int fact, FactValue value, int start, int end, int rank, bool approximate = false, int spot = -1)
    {
        var hedged = asserter.IsHedged(work, start, end, out var hedge) || approximate;
        if (hedge >= 0 && hedge < start) start = hedge;
        work.Candidates.Add(new Candidate(fact, value, hedged, start, end, rank, spot));
    }
}
