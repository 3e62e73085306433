using System.Runtime.InteropServices;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Gathers what a message may tell: for each fact the networks' best guess, and what a pattern found. Whether it is believed is the
/// <see cref="Verdict"/>'s question.
/// </summary>
internal sealed class Claims
{
    /// <summary>What is less likely is not even considered; in logarithms of odds.</summary>
    public const float Unlikely = -9, Least = -4;

    private const float TellsNothing = -2;

    // A report of a hundred sentences has fewer; a flood of commas is no report.
    public const int MostClauses = 400;

    private readonly UnderstandingData _data;
    private readonly Networks _networks;
    private readonly NameClaims _names;
    private readonly RuleClaims _rules;
    private readonly ValueClaims _values;
    private readonly Labels[] _labels;
    private readonly int[] _factOf, _ofMessage;
    private readonly int _yes, _no, _anywhere;

    // By fact: the labels of a clause that affirms it, denies it, gives a total or more of it, or chooses.
    private readonly record struct Labels(int Yes, int No, int Total, int More, (string Id, int Label)[] Choices);

    public Claims(UnderstandingData data, Networks networks)
    {
        (_data, _networks, _names) = (data, networks, new NameClaims(data, networks, this));
        (_rules, _values) = (new RuleClaims(data, this, _names), new ValueClaims(data, networks, this));
        var clauses = networks.Clauses;
        _labels = [.. data.Facts.Select(fact => new Labels(clauses.Label(Learning.Tells.Yes(fact.Id)), clauses.Label(Learning.Tells.No(fact.Id)),
            clauses.Label(Learning.Tells.Total(fact.Id)), clauses.Label(Learning.Tells.More(fact.Id)),
            [.. fact.Choices.Select(choice => (choice.Id, clauses.Label(Learning.Tells.Choice(fact.Id, choice.Id))))]))];
        var facts = data.Facts.Index().ToDictionary(fact => fact.Item.Id, fact => fact.Index, StringComparer.Ordinal);
        _factOf = [.. clauses.Labels.Select(label => facts.GetValueOrDefault(Learning.Tells.FactOf(label), -1))];
        _ofMessage = [.. data.Facts.Select(fact => networks.Messages.Label(fact.Kind == FactKind.Count ? Learning.Tells.Total(fact.Id) : Learning.Tells.Yes(fact.Id)))];
        _anywhere = networks.Messages.Label(Learning.Tells.Any);
        (_yes, _no) = (clauses.Label(Learning.Tells.AnswerYes), clauses.Label(Learning.Tells.AnswerNo));
    }

    /// <param name="work">Found by the patterns, and prepared.</param>
    public void Run(Workspace work, int asked)
    {
        Encode(work, asked);
        ScoreMessage(work, asked);
        // Where no pattern found anything and the message as a whole tells nothing, none of its parts is looked at.
        if (work.Picks.Count == 0 && _anywhere >= 0 && work.MessageScores[_anywhere] < TellsNothing) return;
        ScoreClauses(work, asked);
        for (var fact = 0; fact < _data.Facts.Length; fact++) Add(work, fact, asked);
        _values.Add(work, asked);
        _names.Add(work, asked);
        _rules.Add(work);
    }

    private void Encode(Workspace work, int asked)
    {
        var encoder = _networks.Encoder;
        work.Encoded.Clear(encoder.Hidden);
        for (var token = 0; token < TokenFeatures.Count(work); token++)
        {
            TokenFeatures.Read(work, _data, token, asked, work.Features);
            encoder.Add(work.Encoded, work.Features.Places);
        }
        encoder.Run(work.Encoded);
    }

    private void ScoreMessage(Workspace work, int asked)
    {
        CollectionsMarshal.SetCount(work.MessageScores, _networks.Messages.Labels.Count);
        MessageFeatures.Read(work, _data, asked, work.Features);
        _networks.Messages.Score(work.Features.Places, CollectionsMarshal.AsSpan(work.MessageScores), work.Encoded.Message);
    }

    private void ScoreClauses(Workspace work, int asked)
    {
        var (count, width) = (Math.Min(work.Layout.Clauses.Count, MostClauses), _networks.Clauses.Labels.Count);
        CollectionsMarshal.SetCount(work.ClauseScores, count * width);
        var scores = CollectionsMarshal.AsSpan(work.ClauseScores);
        work.Heard.Clear();
        Span<float> begun = stackalloc float[_networks.Clauses.Hidden];
        _networks.Clauses.Begin(work.Encoded.Highest, begun);
        for (var clause = 0; clause < count; clause++)
        {
            ClauseFeatures.Read(work, _data, clause, asked, work.Features);
            var (first, end) = work.Tokens.Of(clause);
            var known = _networks.Clauses.Score(work.Features.Places, scores.Slice(clause * width, width), _networks.Encoder.Clause(work.Encoded, first, end), begun);
            work.Heard.Add((float)known / Math.Max(1, work.Features.Places.Length));
        }
        CollectionsMarshal.SetCount(work.Best, width);
        var best = CollectionsMarshal.AsSpan(work.Best);
        best.Fill(Unlikely);
        for (var clause = 0; clause < count; clause++) Vectors.Raise(best, scores.Slice(clause * width, width));
    }

    /// <summary>Whether the message as a whole may give a fact's value; where it does not, nobody needs to look for one.</summary>
    public bool MayGive(Workspace work, int fact, int asked) => fact == asked || _ofMessage[fact] is >= 0 and var label && work.MessageScores[label] > Least;

    /// <summary>Whether the networks have ever learnt of a fact; a playbook may declare others.</summary>
    public bool Knows(int fact) => _labels[fact] is var labels && (labels.Yes >= 0 || labels.No >= 0 || labels.Total >= 0 || labels.Choices.Any(choice => choice.Label >= 0));

    /// <summary>The best score of a label.</summary>
    public float Best(Workspace work, int label) => label < 0 ? Unlikely : work.Best[label];

    /// <summary>The best score of a label by its name.</summary>
    public float BestOf(Workspace work, string label) => Best(work, _networks.Clauses.Label(label));

    /// <summary>How likely a fact is told.</summary>
    public float Affirmed(Workspace work, int fact) => Best(work, _labels[fact].Yes);

    /// <summary>The clause that tells a fact most likely.</summary>
    public int ClauseAffirming(Workspace work, int fact) => ClauseOf(work, _labels[fact].Yes);

    /// <summary>How likely a fact is denied or left open.</summary>
    public float Denied(Workspace work, int fact) => Best(work, _labels[fact].No);

    // Where a label has its best score: the first such clause.
    private int ClauseOf(Workspace work, int label)
    {
        if (label < 0) return 0;
        var scores = CollectionsMarshal.AsSpan(work.ClauseScores);
        var (width, best) = (_networks.Clauses.Labels.Count, work.Best[label]);
        for (var at = label; at < scores.Length; at += width)
            if (scores[at] == best) return at / width;
        return 0;
    }

    /// <summary>How likely a clause tells a fact.</summary>
    public float AffirmedIn(Workspace work, int fact, int clause) => In(work, _labels[fact].Yes, clause);

    /// <summary>How likely a clause gives a fact's value.</summary>
    public float GivenIn(Workspace work, int fact, int clause) => In(work, _data.Facts[fact].Kind == FactKind.Count ? _labels[fact].Total : _labels[fact].Yes, clause);

    /// <summary>The likeliest label of a claim's clause that is of another fact, and its score.</summary>
    public (int Label, float Score) Top(Workspace work, Claim claim)
    {
        var (at, best, width) = (-1, Unlikely, _factOf.Length);
        if ((claim.Clause + 1) * width > work.ClauseScores.Count) return (at, best);
        var scores = CollectionsMarshal.AsSpan(work.ClauseScores).Slice(claim.Clause * width, width);
        for (var label = 0; label < scores.Length; label++)
            if (scores[label] > best && _factOf[label] is >= 0 and var fact && fact != claim.Fact) (at, best) = (label, scores[label]);
        return (at, best);
    }

    public float In(Workspace work, int label, int clause) =>
        label >= 0 && clause * _networks.Clauses.Labels.Count + label is var at && at < work.ClauseScores.Count ? work.ClauseScores[at] : Unlikely;

    private void Add(Workspace work, int fact, int asked)
    {
        var (kind, labels) = (_data.Facts[fact].Kind, _labels[fact]);
        var (yes, no) = (Best(work, labels.Yes), Best(work, labels.No));
        var answersNo = asked == fact ? Best(work, _no) : Unlikely;
        switch (kind)
        {
            case FactKind.Flag:
                var answersYes = asked == fact ? Best(work, _yes) : Unlikely;
                var (affirmed, denied) = (Math.Max(yes, answersYes), Math.Max(no, answersNo));
                if (Math.Max(affirmed, denied) <= Least) return;
                if (affirmed >= denied) Add(work, fact, new FactValue.Flag(true), labels.Yes, no);
                else Add(work, fact, new FactValue.Flag(false), labels.No, yes);
                return;
            case FactKind.Choice:
                Choose(work, fact, labels, asked == fact ? Math.Max(answersNo, Best(work, _yes)) : Unlikely);
                return;
            case FactKind.Choices:
                foreach (var (id, label) in labels.Choices)
                    if (Best(work, label) > Least) Add(work, fact, new FactValue.Choices([id]), label, Unlikely);
                return;
            case FactKind.Count:
                var (more, total) = (Best(work, labels.More), Best(work, labels.Total));
                if (Math.Max(no, answersNo) > Least) Add(work, fact, new FactValue.Count(0), labels.No, Math.Max(more, total));
                if (more > Least) Add(work, fact, new FactValue.Count(1, true), labels.More, Math.Max(no, total));
                return;
            default:
                if (Math.Max(no, answersNo) > Least) Add(work, fact, kind == FactKind.List ? new FactValue.List([]) : FactValue.Open.Value, labels.No, yes);
                return;
        }
    }

    private void Choose(Workspace work, int fact, in Labels labels, float answers)
    {
        var (best, by, second, id) = (Best(work, labels.No), labels.No, Unlikely, (string?)null);
        foreach (var (choice, label) in labels.Choices)
            if (Best(work, label) is var chosen && chosen > best) (best, by, second, id) = (chosen, label, best, choice);
            else second = Math.Max(second, chosen);
        if (Math.Max(best, answers) > Least) Add(work, fact, id is null ? FactValue.Open.Value : new FactValue.Choice(id), by, second);
    }

    // A claim that stands where its label has its best score.
    private void Add(Workspace work, int fact, FactValue value, int label, float opposite)
    {
        var clause = ClauseOf(work, label);
        var (start, end) = Evidence(work, clause);
        if (end > start) work.Claims.Add(new Claim(fact, value, start, end, clause, Best(work, label), opposite));
    }

    /// <summary>What shows a claim that is a matter of a clause: the clause, without marks at its edges.</summary>
    public static (int Start, int End) Evidence(Workspace work, int clause) =>
        Chars.Trim(work.Text, work.Layout.Clauses[clause].Start, work.Layout.Clauses[clause].End);
}
