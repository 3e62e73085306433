using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>What a message may tell of the facts that are names or texts, by the network for words.</summary>
internal sealed class NameClaims(UnderstandingData data, Networks networks, Claims claims)
{
    private const int ClausesOfAnswer = 4;

    private readonly Tagger _tagger = new(data, networks.Words);

    private readonly int[] _facts = [.. data.Facts.Index().Where(fact => fact.Item.Kind is FactKind.List or FactKind.Text).Select(fact => fact.Index)];

    /// <summary>Adds to the claims of a message.</summary>
    public void Add(Workspace work, int asked)
    {
        var found = new List<Tagged>();
        var clauses = Math.Min(work.Layout.Clauses.Count, Claims.MostClauses);
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
            var named = found.Exists(tagged => tagged.Fact == fact) ? NameOf(work, fact, found.FindAll(tagged => tagged.Fact == fact)) : null;
            if (named is not null) work.Claims.Add(named);
            if ((data.Facts[fact].Kind == FactKind.Text ? WholeOf(work, fact, named) : named is null ? null : RowOf(work, named)) is { } whole) work.Claims.Add(whole);
        }
    }

    // Where a text ends is a matter of taste, and hard to tell by its words: it may well go on to the end of its clause. Where none was
    // found, it may be the whole clause that tells of it most likely.
    private Claim? WholeOf(Workspace work, int fact, Claim? named)
    {
        if (named is null)
        {
            var yes = claims.Affirmed(work, fact);
            if (yes.Score <= Claims.Least) return null;
            var (from, to) = Claims.Evidence(work, yes.Clause);
            return to <= from ? null : new Claim(fact, new FactValue.Text(work.Message.Text[from..to]), from, to, yes.Clause, yes.Score, claims.Denied(work, fact).Score) { IsWhole = true };
        }
        var end = Claims.Evidence(work, work.Layout.ClauseAt(named.End - 1)).End;
        return end <= named.End ? null : named with { Value = new FactValue.Text(work.Message.Text[named.Start..end]), End = end, IsWhole = true };
    }

    // Where one of a row is a name, so are the others: 南风、华工 and what else stands between the same marks.
    private Claim? RowOf(Workspace work, Claim named)
    {
        var clause = work.Layout.Clauses[named.Clause];
        var joined = work.Text.AsSpan(clause.Start, named.Start - clause.Start).TrimEnd().EndsWith("、", StringComparison.Ordinal);
        if (Names.After(work, data, joined ? clause.Start : named.Start, work.Layout.Sentence(named.Start).End) is not { } row || row.End <= named.Start) return null;
        var value = new FactValue.List([.. row.Items.Distinct(StringComparer.OrdinalIgnoreCase)]);
        return value.Equals(named.Value) ? null : named with { Value = value, Start = row.Start, End = row.End, Items = row.Items.Count, IsWhole = true };
    }

    private Claim NameOf(Workspace work, int fact, List<Tagged> found)
    {
        var list = data.Facts[fact].Kind == FactKind.List;
        var chosen = list ? found[0] : found.MaxBy(tagged => tagged.Mean);
        var (start, end) = list ? (found[0].Start, found[^1].End) : Chars.Trim(work.Text, chosen.Start, chosen.End);
        string Words(in Tagged tagged)
        {
            var name = Known(work, tagged);
            return work.Message.Text[name.Start..name.End];
        }

        FactValue value = list ? new FactValue.List([.. found.Select(tagged => Words(tagged)).Distinct(StringComparer.OrdinalIgnoreCase)]) : new FactValue.Text(work.Message.Text[start..end]);
        return new Claim(fact, value, start, end, work.Layout.ClauseAt(start), claims.Affirmed(work, fact).Score, claims.Denied(work, fact).Score, list ? found.Min(tagged => tagged.Mean) : chosen.Mean)
        {
            Least = list ? found.Min(tagged => tagged.Least) : chosen.Least, Items = found.Count,
        };
    }

    // Part of a name that the playbook knows is that name: 用 of 用友.
    private (int Start, int End) Known(Workspace work, in Tagged tagged)
    {
        foreach (ref readonly var known in work.Hits.Of(data.Names.Known))
            if (known.Start <= tagged.Start && tagged.End <= known.End) return (known.Start, known.End);
        return (tagged.Start, tagged.End);
    }

    // A clause that may give a name or text: one that holds a name, one of the answer's first, or one that tells of such a fact.
    private bool MayName(Workspace work, int clause, int asked)
    {
        if (asked >= 0 && clause < ClausesOfAnswer && data.Facts[asked].Kind is FactKind.List or FactKind.Text) return true;
        var (first, end) = work.Tokens.Of(clause);
        for (var token = first; token < end; token++)
            if (work.Tokens[token].Kind == TokenKind.Name) return true;
        return Array.Exists(_facts, fact => claims.AffirmedIn(work, fact, clause) > Claims.Least);
    }
}
