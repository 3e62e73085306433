using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>A name or text that the network found: where it stands and how sure that is.</summary>
/// <param name="Least">The odds of its least sure token.</param>
/// <param name="Mean">The mean odds of its tokens.</param>
/// <param name="IsLikely">It is part of the likeliest row of tags; else of what would be it if names were found more readily.</param>
internal readonly record struct Tagged(int Fact, int Start, int End, float Least, float Mean, bool IsLikely);

/// <summary>
/// Finds the names and texts of the facts that have some: the likeliest row of tags, where a tag that goes on must follow one of its
/// own fact (Viterbi). Tags: <c>competitors.B</c> begins one, <c>competitors.I</c> goes on with it, <see cref="Outside"/>.
/// </summary>
internal sealed class Tagger
{
    public const string Outside = "outside";

    // By so much a name is favoured when those that are less likely are looked for; in logarithms of odds.
    private const float Favour = 3;

    private readonly UnderstandingData _data;
    private readonly Encoder _encoder;
    private readonly Network _network;
    private readonly int _outside;
    private readonly (int Fact, int Begin, int On)[] _facts;
    // By label: whether it is of a fact that is a list of names.
    private readonly bool[] _isName;

    public Tagger(UnderstandingData data, Networks networks)
    {
        (_data, _encoder, _network) = (data, networks.Encoder, networks.Words);
        var network = networks.Words;
        _outside = network.Label(Outside);
        _facts = [.. data.Facts.Select((fact, index) => (index, network.Label(Begin(fact.Id)), network.Label(On(fact.Id)))).Where(tags => tags.Item2 >= 0)];
        _isName = [.. network.Labels.Index().Select(label => Array.Exists(_facts, tags => data.Facts[tags.Fact].Kind == FactKind.List && (label.Index == tags.Begin || label.Index == tags.On)))];
    }

    public static string Begin(string fact) => fact + ".B";

    public static string On(string fact) => fact + ".I";

    /// <summary>Adds what stands in some clauses side by side, from the first to the last.</summary>
    public void Run(Workspace work, int firstClause, int lastClause, int asked, List<Tagged> found)
    {
        var (first, end) = (work.Tokens.Of(firstClause).First, work.Tokens.Of(lastClause).End);
        if (first >= end) return;
        CollectionsMarshal.SetCount(work.TagScores, (end - first) * _network.Labels.Count);
        CollectionsMarshal.SetCount(work.TagsBest, work.TagScores.Count);
        CollectionsMarshal.SetCount(work.TagsBack, work.TagScores.Count);
        var scores = CollectionsMarshal.AsSpan(work.TagScores);
        for (var clause = firstClause; clause <= lastClause; clause++) ScoreClause(work, clause, asked, first, scores);
        Walk(work, first, scores, 0, found);
        Walk(work, first, scores, Favour, found);
    }

    // The likeliest row of tags, names favoured by so much: then it is names alone that are of interest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(Workspace work, int first, ReadOnlySpan<float> scores, float favour, List<Tagged> found)
    {
        var labels = _network.Labels.Count;
        var count = scores.Length / labels;
        var best = CollectionsMarshal.AsSpan(work.TagsBest);
        var back = CollectionsMarshal.AsSpan(work.TagsBack);
        for (var i = 0; i < count; i++)
        {
            var top = i == 0 ? -1 : Best(best.Slice((i - 1) * labels, labels));
            for (var label = 0; label < labels; label++)
            {
                var (from, before) = (top, i == 0 ? 0 : best[(i - 1) * labels + top]);
                foreach (var (_, begin, on) in _facts)
                    if (label == on)
                    {
                        from = i == 0 ? -1 : best[(i - 1) * labels + begin] >= best[(i - 1) * labels + on] ? begin : on;
                        before = i == 0 ? float.NegativeInfinity : best[(i - 1) * labels + from];
                    }
                (best[i * labels + label], back[i * labels + label]) = (before + scores[i * labels + label] + (_isName[label] ? favour : 0), from);
            }
        }
        Collect(work, first, scores, Best(best.Slice((count - 1) * labels, labels)), back, favour, found);
    }

    private void ScoreClause(Workspace work, int clause, int asked, int from, Span<float> scores)
    {
        Span<int> shared = stackalloc int[_network.Hidden], sums = stackalloc int[_network.Hidden];
        shared.Clear();
        WordFeatures.ReadClause(work, _data, clause, asked, work.Features);
        _network.Add(work.Features.Places, shared);
        var (common, labels, (first, end)) = (work.Features.Places.Length, _network.Labels.Count, work.Tokens.Of(clause));
        for (var token = first; token < end; token++)
        {
            shared.CopyTo(sums);
            WordFeatures.Read(work, token, first, work.Features);
            _network.Add(work.Features.Places, sums);
            _network.Score(sums, common + work.Features.Places.Length, scores.Slice((token - from) * labels, labels), _encoder.Token(work.Encoded, token));
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    private void Collect(Workspace work, int first, ReadOnlySpan<float> scores, int label, ReadOnlySpan<int> back, float favour, List<Tagged> found)
    {
        var labels = _network.Labels.Count;
        var (end, least, sum, length, at) = (-1, 0f, 0f, 0, found.Count);
        for (var i = scores.Length / labels - 1; i >= 0; i--)
        {
            if (label != _outside && (favour == 0 || _isName[label]))
            {
                var score = scores[i * labels + label];
                if (end < 0) (end, least, sum, length) = (work.Tokens[first + i].End, score, 0, 0);
                (least, sum, length) = (Math.Min(least, score), sum + score, length + 1);
                foreach (var (fact, begin, _) in _facts)
                    if (label == begin)
                    {
                        found.Insert(at, new Tagged(fact, work.Tokens[first + i].Start, end, least, sum / length, favour == 0));
                        end = -1;
                    }
            }
            label = back[i * labels + label];
        }
    }
}
