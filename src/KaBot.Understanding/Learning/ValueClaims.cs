using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>What a message may tell of the facts that are amounts, dates or counts: of its values the likeliest for each, by the network for values.</summary>
internal sealed class ValueClaims(UnderstandingData data, Networks networks, Claims claims)
{
    private const int MostCount = 60, WidestEvidence = 80;

    // By fact.
    private readonly int[] _labels = [.. data.Facts.Select(fact => networks.Values.Label(fact.Id))];

    /// <summary>Adds to the claims of a message.</summary>
    public void Add(Workspace work, int asked)
    {
        if (work.Values.Count == 0) return;
        Span<bool> may = stackalloc bool[data.Facts.Length];
        for (var fact = 0; fact < may.Length; fact++) may[fact] = _labels[fact] >= 0 && claims.MayGive(work, fact, asked);
        if (!may.Contains(true)) return;
        var width = networks.Values.Labels.Count;
        Span<float> scores = stackalloc float[width];
        Span<(float Score, int Value, float Second)> best = stackalloc (float, int, float)[data.Facts.Length];
        // What is no likelier is claimed of none.
        best.Fill((Claims.Least, -1, Claims.Unlikely));
        for (var value = 0; value < work.Values.Count && value < Claims.MostClauses; value++)
        {
            ValueFeatures.Read(work, data, value, asked, work.Features);
            networks.Values.Score(work.Features.Places, scores, networks.Encoder.Token(work.Encoded, work.Tokens.FirstFrom(work.Values[value].Start)));
            for (var fact = 0; fact < best.Length; fact++)
            {
                if (!may[fact] || scores[_labels[fact]] <= best[fact].Score || ValueOf.Loosely(data.Facts[fact].Kind, work, work.Values[value]) is null) continue;
                var second = Claims.Unlikely;
                for (var other = 0; other < best.Length; other++)
                    if (other != fact && _labels[other] >= 0 && data.Facts[other].Kind == data.Facts[fact].Kind) second = Math.Max(second, scores[_labels[other]]);
                best[fact] = (scores[_labels[fact]], value, second);
            }
        }
        for (var fact = 0; fact < best.Length; fact++)
            if (best[fact] is { Value: >= 0 } found) Add(work, fact, found.Value, Corrector.Corrected(work, data, fact, found.Value), found.Score, found.Second);
    }

    // What corrects a value is claimed in its place, by what both clauses tell.
    private void Add(Workspace work, int fact, int first, int spot, float score, float second)
    {
        var value = work.Values[spot];
        if (ValueOf.Loosely(data.Facts[fact].Kind, work, value) is not { } read || read is FactValue.Count { Value: > MostCount or 0 }) return;
        var clause = work.Layout.ClauseAt(value.Start);
        var (start, end) = Claims.Evidence(work, clause);
        if (start > value.Start || end < value.End || Chars.Weight(work.Text, start, end) > WidestEvidence) (start, end) = (value.Start, value.End);
        var tells = claims.GivenIn(work, fact, clause);
        if (spot != first) tells = Math.Max(tells, claims.GivenIn(work, fact, work.Layout.ClauseAt(work.Values[first].Start)));
        work.Claims.Add(new Claim(fact, read, start, end, clause, tells, Math.Max(second, claims.Denied(work, fact)), score)
        {
            Approximate = value.Approximate, Ambiguous = value.Ambiguous || value.Kind == ValueKind.Date && value.Date <= work.Today,
        });
    }
}
