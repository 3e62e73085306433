namespace KaBot.Understanding.Words;

/// <summary>A symbol in its place. For values, which value; else -1.</summary>
internal readonly record struct Hit(int Symbol, int Start, int End, int Value = -1);

/// <summary>
/// Every symbol found in one message, by symbol and place. Used again for the next message of the thread, so that reading allocates
/// next to nothing.
/// </summary>
internal sealed class Hits
{
    private Hit[] _hits = new Hit[256];
    private Hit[] _sorted = new Hit[256];
    private int[] _first = [];
    private int[] _last = [];
    private int[] _maskStart = [];
    private int[] _maskEnd = [];
    private readonly List<int> _present = [];

    public int Count { get; private set; }

    /// <summary>The symbols that occur, once sorted.</summary>
    public IReadOnlyList<int> Present => _present;

    public void Add(Hit hit)
    {
        if (Count == _hits.Length) Array.Resize(ref _hits, _hits.Length * 2);
        _hits[Count++] = hit;
    }

    public void Clear()
    {
        foreach (var symbol in _present) _first[symbol] = _last[symbol] = 0;
        _present.Clear();
        Count = 0;
    }

    /// <summary>
    /// Takes out what is only a part of a longer word: 比 in 比例, 上 in 上午. Chinese sets no words apart, so the playbook names the longer
    /// words that would mislead.
    /// </summary>
    /// <param name="compound">Symbol of those longer words.</param>
    /// <param name="length">Length of the text.</param>
    public void Mask(int compound, int length)
    {
        if (_maskEnd.Length < length) (_maskStart, _maskEnd) = (new int[length * 2], new int[length * 2]);
        _maskEnd.AsSpan(0, length).Clear();
        var any = false;
        for (var i = 0; i < Count; i++)
        {
            if (_hits[i].Symbol != compound) continue;
            any = true;
            for (var at = _hits[i].Start; at < _hits[i].End; at++)
                if (_maskEnd[at] < _hits[i].End) (_maskStart[at], _maskEnd[at]) = (_hits[i].Start, _hits[i].End);
        }
        if (!any) return;
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            var hit = _hits[i];
            if (hit.End > _maskEnd[hit.Start] || hit.End - hit.Start >= _maskEnd[hit.Start] - _maskStart[hit.Start]) _hits[kept++] = hit;
        }
        Count = kept;
    }

    /// <summary>
    /// Orders by symbol, place and length, longest first. Counted into place, for there are thousands of them: a common word stands for
    /// hundreds of symbols. They come in the order of their ends, so within a symbol little is left to do.
    /// </summary>
    public void Sort(int symbols)
    {
        if (_first.Length < symbols) (_first, _last) = (new int[symbols], new int[symbols]);
        if (_sorted.Length < Count) _sorted = new Hit[_hits.Length];
        for (var i = 0; i < Count; i++)
            if (_last[_hits[i].Symbol]++ == 0) _present.Add(_hits[i].Symbol);
        _present.Sort();
        var at = 0;
        foreach (var symbol in _present)
        {
            var count = _last[symbol];
            // 1 above the index: 0 says that the symbol is absent.
            (_first[symbol], _last[symbol]) = (at + 1, at);
            at += count;
        }
        for (var i = 0; i < Count; i++) _sorted[_last[_hits[i].Symbol]++] = _hits[i];
        (_hits, _sorted) = (_sorted, _hits);
        foreach (var symbol in _present) Insert(_first[symbol] - 1, _last[symbol]);
    }

    private void Insert(int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            var hit = _hits[i];
            var at = i;
            for (; at > first && IsBefore(hit, _hits[at - 1]); at--) _hits[at] = _hits[at - 1];
            _hits[at] = hit;
        }
    }

    private static bool IsBefore(in Hit a, in Hit b) => a.Start != b.Start ? a.Start < b.Start : a.End > b.End;

    public bool Has(int symbol) => _first[symbol] != 0;

    public ReadOnlySpan<Hit> Of(int symbol)
    {
        var first = _first[symbol] - 1;
        return first < 0 ? default : _hits.AsSpan(first, _last[symbol] - first);
    }

    /// <summary>The hits of a symbol that start at or after a place.</summary>
    public ReadOnlySpan<Hit> From(int symbol, int start)
    {
        var all = Of(symbol);
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Start < start) low = middle + 1;
            else high = middle;
        }
        return all[low..];
    }

    /// <summary>Is there a hit of the symbol wholly within a span?</summary>
    public bool Any(int symbol, int start, int end)
    {
        foreach (var hit in From(symbol, start))
        {
            if (hit.Start >= end) return false;
            if (hit.End <= end) return true;
        }
        return false;
    }
}
