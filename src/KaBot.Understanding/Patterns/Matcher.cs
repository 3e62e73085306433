using System.Numerics;
using System.Runtime.CompilerServices;
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

/// <summary>Tries the chains all of whose symbols occur. Gaps are bounded, so the work grows with the text, not faster.</summary>
internal sealed class Matcher
{
    public const int MostElements = 8;
    private const int BitsOfPart = 64;
    private static readonly int[] Widths = [2, 9, 22, 40];

    // Those that begin alike stand together: what is found comes in this order.
    private readonly Chain[] _chains;
    // By their rarest symbol, so that most are not even looked at: the next symbol's first is one past its last.
    private readonly Rest[] _rests;
    private readonly int[] _first;
    private readonly ulong[] _rarest;

    // The chain's other symbols, rare ones first: what is not there is mostly seen at a glance. A chain of one symbol has it twice.
    private readonly record struct Rest(int Second, int Chain, int[] Others);

    public Matcher(IEnumerable<Chain> chains, Vocabulary vocabulary)
    {
        _chains = [.. chains.OrderBy(chain => chain.Symbols[0]).GroupBy(chain => (chain.Symbols[0], chain.Symbols[chain.Symbols.Length > 1 ? 1 : 0])).SelectMany(alike => alike)];
        (_first, _rarest) = (new int[vocabulary.Count + 1], new ulong[vocabulary.Count / BitsOfPart + 1]);
        double[] common = [.. Enumerable.Range(0, vocabulary.Count).Select(vocabulary.Commonness)];
        var rests = _chains.Index().Select(chain => (Symbols: chain.Item.Symbols.Distinct().OrderBy(symbol => common[symbol]).ToArray(), chain.Index));
        var sorted = rests.OrderBy(chain => chain.Symbols[0]).ToArray();
        _rests = [.. sorted.Select(chain => new Rest(chain.Symbols[Math.Min(1, chain.Symbols.Length - 1)], chain.Index, chain.Symbols[Math.Min(2, chain.Symbols.Length)..]))];
        foreach (var (symbols, _) in sorted)
        {
            _first[symbols[0] + 1]++;
            _rarest[symbols[0] / BitsOfPart] |= 1UL << symbols[0];
        }
        for (var symbol = 0; symbol < vocabulary.Count; symbol++) _first[symbol + 1] += _first[symbol];
    }

    /// <param name="there">Used for the chains all of whose symbols occur.</param>
    /// <param name="found">Added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<char> text, Hits hits, Layout layout, List<int> there, List<Found> found)
    {
        there.Clear();
        var present = hits.Present;
        for (var part = 0; part < _rarest.Length; part++)
            for (var bits = _rarest[part] & present[part]; bits != 0; bits &= bits - 1)
            {
                var symbol = part * BitsOfPart + BitOperations.TrailingZeroCount(bits);
                foreach (ref readonly var rest in _rests.AsSpan(_first[symbol].._first[symbol + 1]))
                    if (hits.Has(rest.Second) && IsThere(rest.Others, hits)) there.Add(rest.Chain);
            }
        there.Sort();
        foreach (var chain in there)
            foreach (ref readonly var hit in hits.Of(_chains[chain].Symbols[0])) Start(text, hits, layout, _chains[chain], hit, found);
    }

    private static bool IsThere(int[] symbols, Hits hits)
    {
        foreach (var symbol in symbols)
            if (!hits.Has(symbol)) return false;
        return true;
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
