using System.Numerics;
using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Words;

/// <summary>A symbol in its place. For values, which value; else -1.</summary>
internal readonly record struct Hit(int Symbol, int Start, int End, int Value = -1) : IPlaced;

/// <summary>
/// Every symbol found in one message, by symbol and place. Used again for the next message of the thread, so that reading allocates
/// next to nothing. A common word stands for hundreds of symbols: words are put in order first, and their symbols then counted into place.
/// </summary>
internal sealed class Hits
{
    private readonly record struct Found(int[] Symbols, int Start, int End, int Value);

    private readonly List<Found> _found = [];
    private readonly List<Found> _values = [];
    private Hit[] _hits = new Hit[256];
    private int[] _first = [];
    private int[] _last = [];
    private ulong[] _present = [];
    private int[] _maskStart = [];
    private int[] _maskEnd = [];

    /// <summary>A word that stands for these symbols. Words come from left to right; of those that start together the longest is put first.</summary>
    public void Add(int[] symbols, int start, int end)
    {
        var at = _found.Count;
        while (at > 0 && _found[at - 1].Start == start && _found[at - 1].End < end) at--;
        _found.Insert(at, new Found(symbols, start, end, -1));
    }

    /// <summary>A value of this index, from left to right.</summary>
    public void AddValue(int[] symbols, int start, int end, int value) => _values.Add(new Found(symbols, start, end, value));

    public void Clear()
    {
        foreach (var symbol in Present) _first[symbol] = _last[symbol] = 0;
        _present.AsSpan().Clear();
        _found.Clear();
        _values.Clear();
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
        foreach (var word in _found)
        {
            if (!word.Symbols.Contains(compound)) continue;
            any = true;
            for (var at = word.Start; at < word.End; at++)
                if (_maskEnd[at] < word.End) (_maskStart[at], _maskEnd[at]) = (word.Start, word.End);
        }
        if (any) _found.RemoveAll(word => word.End <= _maskEnd[word.Start] && word.End - word.Start < _maskEnd[word.Start] - _maskStart[word.Start]);
    }

    /// <summary>Takes in the values, and orders all by symbol, place and length, longest first.</summary>
    /// <param name="symbols">How many symbols there are.</param>
    public void Sort(int symbols)
    {
        if (_first.Length < symbols) (_first, _last, _present) = (new int[symbols], new int[symbols], new ulong[symbols / 64 + 1]);
        TakeInValues();
        var count = 0;
        foreach (var word in _found)
        {
            foreach (var symbol in word.Symbols)
                if (_last[symbol]++ == 0) _present[symbol >> 6] |= 1UL << symbol;
            count += word.Symbols.Length;
        }
        if (_hits.Length < count) _hits = new Hit[count * 2];
        var at = 0;
        foreach (var symbol in Present)
        {
            var hits = _last[symbol];
            // 1 above the index: 0 says that the symbol is absent.
            (_first[symbol], _last[symbol]) = (at + 1, at);
            at += hits;
        }
        foreach (var word in _found)
            foreach (var symbol in word.Symbols) _hits[_last[symbol]++] = new Hit(symbol, word.Start, word.End, word.Value);
    }

    // Both are in order: merged from behind, in place.
    private void TakeInValues()
    {
        var (word, value) = (_found.Count - 1, _values.Count - 1);
        CollectionsMarshal.SetCount(_found, _found.Count + _values.Count);
        for (var to = _found.Count - 1; value >= 0; to--) _found[to] = word >= 0 && IsBehind(_found[word], _values[value]) ? _found[word--] : _values[value--];
    }

    private static bool IsBehind(in Found a, in Found b) => a.Start > b.Start || a.Start == b.Start && a.End < b.End;

    /// <summary>The symbols that occur, in their order, once sorted.</summary>
    public PresentSymbols Present => new(_present);

    /// <summary>Goes through the bits that are set.</summary>
    public ref struct PresentSymbols(ReadOnlySpan<ulong> bits)
    {
        private readonly ReadOnlySpan<ulong> _bits = bits;
        private ulong _left;
        private int _word = -1;

        public int Current { get; private set; }

        public readonly PresentSymbols GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word >= _bits.Length) return false;
                _left = _bits[_word];
            }
            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }

    public bool Has(int symbol) => (_present[symbol >> 6] >> symbol & 1) != 0;

    public ReadOnlySpan<Hit> Of(int symbol)
    {
        var first = _first[symbol] - 1;
        return first < 0 ? default : _hits.AsSpan(first, _last[symbol] - first);
    }

    /// <summary>The hits of a symbol that start at or after a place.</summary>
    public ReadOnlySpan<Hit> From(int symbol, int start)
    {
        var all = Of(symbol);
        return all[all.FirstFrom(start)..];
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

    /// <summary>Every word found, whatever it stands for.</summary>
    public IEnumerable<(int Start, int End)> Words => _found.Select(word => (word.Start, word.End));

    /// <summary>Is a span just one word, whatever it stands for?</summary>
    public bool IsWord(int start, int end)
    {
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_found))
            if (word.Start == start && word.End == end) return true;
            else if (word.Start > start) return false;
        return false;
    }

    /// <summary>Does any word of two characters or more, whatever it stands for, lie wholly within a span?</summary>
    public bool AnyWord(int start, int end)
    {
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_found))
        {
            if (word.Start >= end) return false;
            if (word.Start >= start && word.End <= end && word.End - word.Start > 1) return true;
        }
        return false;
    }
}
