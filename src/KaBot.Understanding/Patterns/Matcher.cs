using KaBot.Understanding.Text;
using KaBot.Understanding.Words;

namespace KaBot.Understanding.Patterns;

/// <summary>A pattern found in the text.</summary>
/// <param name="Chain">Which.</param>
/// <param name="Start">First character of the matched elements.</param>
/// <param name="End">One past the last.</param>
/// <param name="Value">Index of the value it holds, or -1.</param>
/// <param name="CaptureStart">The captured words, untrimmed.</param>
/// <param name="Covered">The places that its own words take, as pairs of start and end.</param>
internal readonly record struct Found(Chain Chain, int Start, int End, int Value, int CaptureStart, int CaptureEnd, Covered Covered);

/// <summary>Up to eight spans.</summary>
[System.Runtime.CompilerServices.InlineArray(16)]
internal struct Covered
{
    private int _first;

    /// <summary>Whether one of the pattern's own words takes in the whole span: the 是 of 合同额是 is no part of a 不是.</summary>
    public readonly bool Contains(int start, int end, int elements)
    {
        for (var i = 0; i < elements; i++)
            if (this[2 * i] <= start && end <= this[2 * i + 1]) return true;
        return false;
    }

    public readonly bool Touches(int start, int end, int elements)
    {
        for (var i = 0; i < elements; i++)
            if (this[2 * i] < end && start < this[2 * i + 1]) return true;
        return false;
    }
}

/// <summary>Tries the chains whose first symbols occur. Gaps are bounded, so the work grows with the text, not faster.</summary>
internal sealed class Matcher
{
    public const int MostElements = 8;
    private static readonly int[] Widths = [2, 9, 22, 40];
    // By first symbol: its chains, those with the same second symbol together.
    private readonly Pair[]?[] _byFirst;

    private readonly record struct Pair(int Second, Rest[] Chains);

    // Most chains lack one of their words: that is seen at a glance, and mostly of all that begin alike.
    private readonly record struct Rest(int Third, Chain Chain)
    {
        public bool IsThere(Hits hits)
        {
            if (!hits.Has(Third)) return false;
            for (var i = 3; i < Chain.Symbols.Length; i++)
                if (!hits.Has(Chain.Symbols[i])) return false;
            return true;
        }
    }

    public Matcher(IEnumerable<Chain> chains, int symbols)
    {
        _byFirst = new Pair[symbols][];
        // What a short chain lacks, its first symbol stands for.
        static int Symbol(Chain chain, int at) => chain.Symbols[at < chain.Symbols.Length ? at : 0];
        foreach (var group in chains.GroupBy(chain => chain.Symbols[0]))
            _byFirst[group.Key] = [.. group.GroupBy(chain => Symbol(chain, 1)).Select(pair => new Pair(pair.Key, [.. pair.Select(chain => new Rest(Symbol(chain, 2), chain))]))];
    }

    public void Find(ReadOnlySpan<char> text, Hits hits, Layout layout, List<Found> found)
    {
        foreach (var symbol in hits.Present)
        {
            if (_byFirst[symbol] is not { } pairs) continue;
            foreach (ref readonly var pair in pairs.AsSpan())
            {
                if (!hits.Has(pair.Second)) continue;
                foreach (ref readonly var rest in pair.Chains.AsSpan())
                {
                    if (!rest.IsThere(hits)) continue;
                    foreach (ref readonly var hit in hits.Of(symbol)) Start(text, hits, layout, rest.Chain, hit, found);
                }
            }
        }
    }

    private static void Start(ReadOnlySpan<char> text, Hits hits, Layout layout, Chain chain, in Hit first, List<Found> found)
    {
        var clause = layout.Clauses[layout.ClauseAt(first.Start)];
        if (chain.AtStart && Chars.Trim(text, clause.Start, first.End).Start != first.Start) return;
        var covered = new Covered();
        covered[0] = first.Start;
        covered[1] = first.End;
        Next(text, hits, layout, chain, 1, first.End, first.Value, ref covered, found);
    }

    // Nearest first; one match a start is enough.
    private static bool Next(
        ReadOnlySpan<char> text, Hits hits, Layout layout, Chain chain, int element, int end, int value, ref Covered covered, List<Found> found)
    {
        if (element == chain.Symbols.Length) return Finish(text, hits, layout, chain, end, value, covered, found);
        var gap = chain.Gaps[element - 1];
        foreach (ref readonly var hit in hits.From(chain.Symbols[element], end))
        {
            if (hit.Start - end > Widths[(int)gap] || !Fits(text, layout, end, hit.Start, gap)) break;
            covered[2 * element] = hit.Start;
            covered[2 * element + 1] = hit.End;
            // 王总负责: where 总负责 is a word too, the person ends in either place; who reads it decides.
            if (Next(text, hits, layout, chain, element + 1, hit.End, hit.Value >= 0 ? hit.Value : value, ref covered, found) && chain.Capture != Capture.Person)
                return true;
        }
        return false;
    }

    private static bool Fits(ReadOnlySpan<char> text, Layout layout, int from, int to, Gap gap)
    {
        if (gap == Gap.Sentence ? layout.TurnAt(from - 1) != layout.TurnAt(to) : layout.ClauseAt(from - 1) != layout.ClauseAt(to)) return false;
        var weight = 0;
        foreach (var c in text[from..to])
        {
            if (gap == Gap.None && (Chars.IsHan(c) || Chars.IsWord(c))) return false;
            weight += Chars.Weight(c);
        }
        return gap == Gap.None || weight <= Widths[(int)gap];
    }

    private static bool Finish(ReadOnlySpan<char> text, Hits hits, Layout layout, Chain chain, int end, int value, in Covered covered, List<Found> found)
    {
        var last = layout.Clauses[layout.ClauseAt(end - 1)];
        if (chain.Unless >= 0 && hits.Any(chain.Unless, layout.Clauses[layout.ClauseAt(covered[0])].Start, last.End)) return false;
        if (chain.AtEnd && Chars.Trim(text, end, last.End) is var rest && rest.Start < rest.End) return false;
        var (from, to) = (-1, -1);
        if (chain.Capture != Capture.None)
            (from, to) = chain.CaptureAt < 0 ? (layout.Sentence(covered[0]).Start, covered[0])
                : chain.CaptureAt == chain.Symbols.Length - 1 ? (end, layout.Sentence(end - 1).End)
                : (covered[2 * chain.CaptureAt + 1], covered[2 * chain.CaptureAt + 2]);
        found.Add(new Found(chain, covered[0], end, value, from, to, covered));
        return true;
    }
}
