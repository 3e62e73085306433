using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>What a message may tell of the facts that are names or texts, by the network for words.</summary>
internal sealed class NameClaims(UnderstandingData data, Networks networks, Claims claims)
{
    // Nobody names more rivals; who repeats a word a thousand times names none.
    private const int ClausesOfAnswer = 4, MostNames = 40;

    private readonly Tagger _tagger = new(data, networks);

    private readonly int[] _facts = [.. data.Facts.Index().Where(fact => fact.Item.Kind is FactKind.List or FactKind.Text).Select(fact => fact.Index)];

    /// <summary>Adds to the claims of a message.</summary>
    public void Add(Workspace work, int asked)
    {
        var found = new List<Tagged>();
        var clauses = Array.Exists(_facts, fact => claims.MayGive(work, fact, asked)) ? Math.Min(work.Layout.Clauses.Count, Claims.MostClauses) : 0;
        for (var clause = 0; clause < clauses; clause++)
        {
            if (!MayName(work, clause, asked)) continue;
            var last = clause;
            while (last + 1 < clauses && MayName(work, last + 1, asked)) last++;
            _tagger.Run(work, clause, last, asked, found);
            clause = last;
        }
        foreach (var fact in _facts)
        {
            var tagged = found.Count == 0 ? found : found.FindAll(tagged => tagged.Fact == fact && !Retraction.IsTakenBack(work, data, tagged.End));
            if (data.Facts[fact].Kind == FactKind.List) AddNames(work, fact, tagged);
            else AddText(work, fact, tagged, asked == fact);
        }
    }

    private void AddText(Workspace work, int fact, List<Tagged> found, bool asked)
    {
        var text = found.Count > 0 ? TextOf(work, fact, found.MaxBy(tagged => tagged.Mean), asked) : null;
        if (text is not null) work.Claims.Add(text);
        if (WholeOf(work, fact, text) is { } whole) work.Claims.Add(whole);
    }

    // Each name is a claim of its own: one that is read wrong must not take the others with it. Where one of a row is a name, so may the others
    // be: 南风、华工 and what else stands between the same marks.
    private void AddNames(Workspace work, int fact, List<Tagged> found)
    {
        if (found.Count == 0) return;
        var (likely, row) = (found.FindAll(tagged => tagged.IsLikely), new List<(int Start, int End)>());
        if (likely.Count > 0) row = RowOf(work, likely[0].Start);
        foreach (var tagged in likely.Concat(found).Take(MostNames))
        {
            if (IsOfSum(work, tagged)) continue;
            var (start, end) = Known(work, tagged);
            Add(work, NameOf(work, fact, start, end, likely.Count) with { Spot = tagged.Mean, Least = tagged.Least, IsWhole = row.Contains((start, end)) });
        }
        foreach (var (start, end) in row) Add(work, NameOf(work, fact, start, end, likely.Count) with { IsWhole = true });
    }

    // 2.4 million PLN names a currency and no rival.
    private static bool IsOfSum(Workspace work, in Tagged tagged)
    {
        foreach (var value in work.ValuesFrom(tagged.Start))
            if (value.Start >= tagged.End) return false;
            else if (value.Kind == ValueKind.Money && value.Start <= tagged.Start && tagged.End <= value.End) return true;
        return false;
    }

    private static void Add(Workspace work, Claim name)
    {
        if (!work.Claims.Exists(name.IsSameName)) work.Claims.Add(name);
    }

    /// <summary>A name that stands somewhere in the message.</summary>
    public Claim NameOf(Workspace work, int fact, int start, int end, int items) =>
        new(fact, new FactValue.List([work.Message.Text[start..end]]), start, end, work.Layout.ClauseAt(start), claims.Affirmed(work, fact), claims.Denied(work, fact)) { Items = items };

    // Where a text ends is a matter of taste, and hard to tell by its words: it may well go on to the end of its clause. Where none was
    // found, it may be the whole clause that tells of it most likely.
    private Claim? WholeOf(Workspace work, int fact, Claim? named)
    {
        if (named is null)
        {
            var yes = claims.Affirmed(work, fact);
            if (yes <= Claims.Least) return null;
            var clause = claims.ClauseAffirming(work, fact);
            var (first, last) = Claims.Evidence(work, clause);
            if (last <= first) return null;
            var (from, to) = Narrowed(work, fact, first, last);
            return new Claim(fact, new FactValue.Text(work.Message.Text[from..to]), from, to, clause, yes, claims.Denied(work, fact)) { IsWhole = true };
        }
        var end = Claims.Evidence(work, work.Layout.ClauseAt(named.End - 1)).End;
        if (end <= named.End) return null;
        var (start, whole) = Narrowed(work, fact, named.Start, end);
        return whole <= named.End ? null : named with { Value = new FactValue.Text(work.Message.Text[start..whole]), Start = start, End = whole, IsWhole = true };
    }

    // A person's words are no part of him: 副厂长马国梁带头.
    private (int Start, int End) Narrowed(Workspace work, int fact, int start, int end)
    {
        end = Chars.WithoutNumber(work.Message.Text, start, end);
        return data.Persons.Contains(fact) && Person.Narrow(work, data, start, end) is { } person ? person : Chars.Closed(work.Text, start, end);
    }

    private List<(int Start, int End)> RowOf(Workspace work, int first)
    {
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(first)];
        var joined = work.Text.AsSpan(clause.Start, first - clause.Start).TrimEnd().EndsWith("、", StringComparison.Ordinal);
        return Names.After(work, data, joined ? clause.Start : first, work.Layout.Sentence(first).End) is { } row ? Places(work, row.Items, row.Start) : [];
    }

    /// <summary>Where names stand that were read one after the other.</summary>
    public static List<(int Start, int End)> Places(Workspace work, IEnumerable<string> names, int from)
    {
        var places = new List<(int Start, int End)>();
        foreach (var name in names)
        {
            if (Chars.Find(work.Message.Text, name, from) is not (>= 0 and var at)) continue;
            places.Add((at, at + name.Length));
            from = at + name.Length;
        }
        return places;
    }

    // A need that is the answer begins where the answer does: 盘点总对不上账.
    private Claim TextOf(Workspace work, int fact, in Tagged tagged, bool asked)
    {
        var (start, end) = Chars.Trim(work.Text, tagged.Start, WithoutTail(work.Message.Text, tagged.Start, tagged.End));
        if (asked && !data.Persons.Contains(fact) && work.Layout.Clauses.Count == 1 && Chars.IsHan(work.Text[start]))
            start = Math.Min(start, Captured.Skip(work, data.Cues.TextLead, Chars.Trim(work.Text, 0, work.Text.Length).Start, start));
        (start, end) = Narrowed(work, fact, start, end);
        return new Claim(fact, new FactValue.Text(work.Message.Text[start..end]), start, end, work.Layout.ClauseAt(start), claims.Affirmed(work, fact), claims.Denied(work, fact), tagged.Mean)
        {
            Least = tagged.Least, Items = 1,
        };
    }

    // Part of a name that the playbook knows is that name: 用 of 用友.
    private (int Start, int End) Known(Workspace work, in Tagged tagged)
    {
        foreach (ref readonly var known in work.Hits.Of(data.Names.Known))
            if (known.Start <= tagged.Start && tagged.End <= known.End) return (known.Start, known.End);
        return (tagged.Start, WithoutTail(work.Message.Text, tagged.Start, tagged.End));
    }

    // Nor is "I" in "Kinwah I think" part of the name.
    private static int WithoutTail(string text, int start, int end) =>
        text.AsSpan(start, end - start).EndsWith(" I", StringComparison.Ordinal) ? end - " I".Length : Chars.WithoutNumber(text, start, end);

    // A clause that may give a name or text: one that holds a name, one of the answer's first, or one that tells of such a fact.
    private bool MayName(Workspace work, int clause, int asked)
    {
        if (asked >= 0 && clause < ClausesOfAnswer && data.Facts[asked].Kind is FactKind.List or FactKind.Text) return true;
        var (first, end) = work.Tokens.Of(clause);
        for (var token = first; token < end; token++)
            if (work.Tokens[token].Kind == TokenKind.Name) return true;
        foreach (var fact in _facts)
            if (claims.AffirmedIn(work, fact, clause) > Claims.Least) return true;
        return false;
    }
}
