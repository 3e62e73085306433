using System.Runtime.InteropServices;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Scoring;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Gathers what a message may tell: for each fact the networks' best guess, and what a pattern found. Whether it is believed is the
/// <see cref="Verdict"/>'s question.
/// </summary>
internal sealed class Claims
{
    /// <summary>What is less likely is not even considered; in logarithms of odds.</summary>
    public const float Unlikely = -9, Least = -4, LeastToLookForNames = -4;

    // A report of a hundred sentences has fewer; a flood of commas is no report.
    private const int MostClauses = 400, ClausesOfAnswer = 4, MostCount = 60, WidestEvidence = 80;

    private readonly UnderstandingData _data;
    private readonly Networks _networks;
    private readonly Tagger _tagger;
    private readonly Labels[] _labels;
    private readonly int[] _ofValues, _ofNames;
    private readonly int _yes, _no;

    // By fact: the labels of a clause that affirms it, denies it, gives a total or more of it, or chooses.
    private readonly record struct Labels(int Yes, int No, int Total, int More, (string Id, int Label)[] Choices);

    public Claims(UnderstandingData data, Networks networks)
    {
        (_data, _networks, _tagger) = (data, networks, new Tagger(data, networks.Words));
        var clauses = networks.Clauses;
        _labels = [.. data.Facts.Select(fact => new Labels(clauses.Label(Learning.Tells.Yes(fact.Id)), clauses.Label(Learning.Tells.No(fact.Id)),
            clauses.Label(Learning.Tells.Total(fact.Id)), clauses.Label(Learning.Tells.More(fact.Id)),
            [.. fact.Choices.Select(choice => (choice.Id, clauses.Label(Learning.Tells.Choice(fact.Id, choice.Id))))]))];
        _ofValues = [.. data.Facts.Select(fact => networks.Values.Label(fact.Id))];
        _ofNames = [.. data.Facts.Index().Where(fact => fact.Item.Kind is FactKind.List or FactKind.Text).Select(fact => _labels[fact.Index].Yes)];
        (_yes, _no) = (clauses.Label(Learning.Tells.AnswerYes), clauses.Label(Learning.Tells.AnswerNo));
    }

    /// <param name="work">Found by the patterns, and prepared.</param>
    public void Run(Workspace work, int asked)
    {
        ScoreClauses(work, asked);
        for (var fact = 0; fact < _data.Facts.Length; fact++) Add(work, fact, asked);
        AddValues(work, asked);
        AddNames(work, asked);
        AddRules(work);
    }

    private void ScoreClauses(Workspace work, int asked)
    {
        var (count, width) = (Math.Min(work.Layout.Clauses.Count, MostClauses), _networks.Clauses.Labels.Count);
        CollectionsMarshal.SetCount(work.ClauseScores, count * width);
        var scores = CollectionsMarshal.AsSpan(work.ClauseScores);
        for (var clause = 0; clause < count; clause++)
        {
            ClauseFeatures.Read(work, _data, clause, asked, work.Features);
            _networks.Clauses.Score(work.Features.Places, scores.Slice(clause * width, width));
        }
        CollectionsMarshal.SetCount(work.Best, width);
        var best = CollectionsMarshal.AsSpan(work.Best);
        best.Fill((Unlikely, 0));
        for (var clause = 0; clause < count; clause++)
            for (var label = 0; label < width; label++)
                if (scores[clause * width + label] is var score && score > best[label].Score) best[label] = (score, clause);
    }

    /// <summary>Whether the networks have ever learnt of a fact; a playbook may declare others.</summary>
    public bool Knows(int fact) => _labels[fact] is var labels && (labels.Yes >= 0 || labels.No >= 0 || labels.Total >= 0 || labels.Choices.Any(choice => choice.Label >= 0));

    /// <summary>The best score of a label, and in which clause.</summary>
    public (float Score, int Clause) Best(Workspace work, int label) => label < 0 ? (Unlikely, 0) : work.Best[label];

    public float In(Workspace work, int label, int clause) =>
        label >= 0 && clause * _networks.Clauses.Labels.Count + label is var at && at < work.ClauseScores.Count ? work.ClauseScores[at] : Unlikely;

    private void Add(Workspace work, int fact, int asked)
    {
        var (kind, labels) = (_data.Facts[fact].Kind, _labels[fact]);
        var (yes, no) = (Best(work, labels.Yes), Best(work, labels.No));
        var answersNo = asked == fact ? Best(work, _no).Score : Unlikely;
        switch (kind)
        {
            case FactKind.Flag:
                var answersYes = asked == fact ? Best(work, _yes).Score : Unlikely;
                var (affirmed, denied) = (Math.Max(yes.Score, answersYes), Math.Max(no.Score, answersNo));
                if (Math.Max(affirmed, denied) <= Least) return;
                if (affirmed >= denied) Add(work, fact, new FactValue.Flag(true), yes, no.Score);
                else Add(work, fact, new FactValue.Flag(false), no, yes.Score);
                return;
            case FactKind.Choice:
                Choose(work, fact, labels, no, asked == fact ? Math.Max(answersNo, Best(work, _yes).Score) : Unlikely);
                return;
            case FactKind.Choices:
                foreach (var (id, label) in labels.Choices)
                    if (Best(work, label) is var chosen && chosen.Score > Least) Add(work, fact, new FactValue.Choices([id]), chosen, Unlikely);
                return;
            case FactKind.Count:
                var (more, total) = (Best(work, labels.More), Best(work, labels.Total));
                if (Math.Max(no.Score, answersNo) > Least) Add(work, fact, new FactValue.Count(0), no, Math.Max(more.Score, total.Score));
                if (more.Score > Least) Add(work, fact, new FactValue.Count(1, true), more, Math.Max(no.Score, total.Score));
                return;
            default:
                if (Math.Max(no.Score, answersNo) > Least) Add(work, fact, kind == FactKind.List ? new FactValue.List([]) : FactValue.Open.Value, no, yes.Score);
                return;
        }
    }

    private void Choose(Workspace work, int fact, in Labels labels, (float Score, int Clause) open, float answers)
    {
        var (best, second, id) = (open, Unlikely, (string?)null);
        foreach (var (choice, label) in labels.Choices)
            if (Best(work, label) is var chosen && chosen.Score > best.Score) (best, second, id) = (chosen, best.Score, choice);
            else second = Math.Max(second, chosen.Score);
        if (Math.Max(best.Score, answers) > Least) Add(work, fact, id is null ? FactValue.Open.Value : new FactValue.Choice(id), best, second);
    }

    private static void Add(Workspace work, int fact, FactValue value, (float Score, int Clause) where, float opposite)
    {
        var (start, end) = Evidence(work, where.Clause);
        if (end > start) work.Claims.Add(new Claim(fact, value, start, end, where.Clause, where.Score, opposite));
    }

    private static (int Start, int End) Evidence(Workspace work, int clause) =>
        Chars.Trim(work.Text, work.Layout.Clauses[clause].Start, work.Layout.Clauses[clause].End);

    private void AddValues(Workspace work, int asked)
    {
        if (work.Values.Count == 0) return;
        var width = _networks.Values.Labels.Count;
        Span<float> scores = stackalloc float[width];
        var best = new (float Score, int Value, float Second)[_data.Facts.Length];
        Array.Fill(best, (Unlikely, -1, Unlikely));
        for (var value = 0; value < work.Values.Count && value < MostClauses; value++)
        {
            ValueFeatures.Read(work, _data, value, asked, work.Features);
            _networks.Values.Score(work.Features.Places, scores);
            for (var fact = 0; fact < best.Length; fact++)
            {
                if (_ofValues[fact] < 0 || ValueOf.Loosely(_data.Facts[fact].Kind, work.Text, work.Values[value]) is null || scores[_ofValues[fact]] <= best[fact].Score) continue;
                var second = Unlikely;
                for (var other = 0; other < best.Length; other++)
                    if (other != fact && _ofValues[other] >= 0 && _data.Facts[other].Kind == _data.Facts[fact].Kind) second = Math.Max(second, scores[_ofValues[other]]);
                best[fact] = (scores[_ofValues[fact]], value, second);
            }
        }
        for (var fact = 0; fact < best.Length; fact++)
            if (best[fact] is { Score: > Least } found) AddValue(work, fact, found.Value, found.Score, found.Second);
    }

    private void AddValue(Workspace work, int fact, int spot, float score, float second)
    {
        var (value, kind, labels) = (work.Values[spot], _data.Facts[fact].Kind, _labels[fact]);
        if (ValueOf.Loosely(kind, work.Text, value) is not { } read || read is FactValue.Count { Value: > MostCount or 0 }) return;
        var clause = work.Layout.ClauseAt(value.Start);
        var (start, end) = Evidence(work, clause);
        if (start > value.Start || end < value.End || Chars.Weight(work.Text, start, end) > WidestEvidence) (start, end) = (value.Start, value.End);
        work.Claims.Add(new Claim(fact, read, start, end, clause, In(work, kind == FactKind.Count ? labels.Total : labels.Yes, clause), Math.Max(second, Best(work, labels.No).Score), score)
        {
            Approximate = value.Approximate, Ambiguous = value.Ambiguous || value.Kind == ValueKind.Date && value.Date <= work.Today,
        });
    }

    private void AddNames(Workspace work, int asked)
    {
        var found = new List<Tagged>();
        var clauses = Math.Min(work.Layout.Clauses.Count, MostClauses);
        for (var clause = 0; clause < clauses; clause++)
        {
            if (!MayName(work, clause, asked)) continue;
            var last = clause;
            while (last + 1 < clauses && MayName(work, last + 1, asked)) last++;
            _tagger.Run(work, clause, last, asked, found);
            clause = last;
        }
        for (var fact = 0; fact < _data.Facts.Length && found.Count > 0; fact++)
        {
            if (!found.Exists(tagged => tagged.Fact == fact)) continue;
            var own = found.FindAll(tagged => tagged.Fact == fact);
            var list = _data.Facts[fact].Kind == FactKind.List;
            var chosen = list ? own[0] : own.MaxBy(tagged => tagged.Mean);
            var (start, end) = list ? (own[0].Start, own[^1].End) : (chosen.Start, chosen.End);
            string Words(in Tagged tagged) => work.Message.Text[tagged.Start..tagged.End];
            FactValue value = list ? new FactValue.List([.. own.Select(tagged => Words(tagged)).Distinct(StringComparer.OrdinalIgnoreCase)]) : new FactValue.Text(Words(chosen));
            work.Claims.Add(new Claim(fact, value, start, end, work.Layout.ClauseAt(start), Best(work, _labels[fact].Yes).Score, Best(work, _labels[fact].No).Score, list ? own.Min(tagged => tagged.Mean) : chosen.Mean)
            {
                Least = list ? own.Min(tagged => tagged.Least) : chosen.Least, Items = own.Count,
            });
        }
    }

    // A clause that may give a name or text: one that holds a name, one of the answer's first, or one that tells of such a fact.
    private bool MayName(Workspace work, int clause, int asked)
    {
        if (asked >= 0 && clause < ClausesOfAnswer && _data.Facts[asked].Kind is FactKind.List or FactKind.Text) return true;
        var (first, end) = work.Tokens.Of(clause);
        for (var token = first; token < end; token++)
            if (work.Tokens[token].Kind == TokenKind.Name) return true;
        foreach (var label in _ofNames)
            if (In(work, label, clause) > LeastToLookForNames) return true;
        return false;
    }

    private void AddRules(Workspace work)
    {
        foreach (var (fact, candidate) in work.Picks)
            if (candidate.Value is FactValue.Choices choices)
                foreach (var id in choices.Ids) AddRule(work, fact, candidate, new FactValue.Choices([id]));
            else AddRule(work, fact, candidate, candidate.Value);
        foreach (var claim in work.Claims)
            claim.Contradicted = claim.Rule is null && work.PickOf(claim.Fact) is not null;
    }

    private void AddRule(Workspace work, int fact, in Assertions.Candidate candidate, FactValue value)
    {
        foreach (var claim in work.Claims)
            if (claim.Fact == fact && Agreement.Of(claim.Value, value))
            {
                claim.Rule = candidate;
                return;
            }
        var clause = work.Layout.ClauseAt(candidate.Start);
        var tells = Tells.Of(_data.Facts[fact].Id, value).Max(label => Best(work, _networks.Clauses.Label(label)).Score);
        work.Claims.Add(new Claim(fact, value, candidate.Start, candidate.End, clause, tells) { Rule = candidate });
    }
}
