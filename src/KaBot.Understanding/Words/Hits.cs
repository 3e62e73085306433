using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Words;

/// <summary>A symbol in its place. For values, which value; else -1.</summary>
internal readonly record struct Hit(int Symbol, int Start, int End, int Value = -1) : IPlaced;

/// <summary>A word or value in its place. For values, which value; else -1.</summary>
internal readonly record struct Word(Meaning Meaning, int Start, int End, int Value = -1);

/// <summary>
/// Every symbol found in one message, by symbol and place. Used again for the next message of the thread, so that reading allocates
/// next to nothing. A common word stands for hundreds of symbols, and hardly any of them is ever asked for: each is but linked to the one before
/// of its kind, and set out side by side when somebody asks.
/// </summary>
internal sealed class Hits
{
    private const int BitsOfPart = 64;

    // A symbol of a word, and the link behind it of the same symbol, or -1.
    private readonly record struct Link(int Word, int Behind);

    private readonly List<Word> _words = [];
    private readonly List<Word> _values = [];
    private Hit[] _hits = new Hit[256];
    private Link[] _links = new Link[1024];
    // By symbol; what stands here of one that is not present, or was not asked for, is old.
    private int[] _link = [];
    private (int First, int Count)[] _asked = [];
    private ulong[] _present = [];
    private ulong[] _known = [];
    private int _count;
    private bool _anyCompound;
    private int[] _maskStart = [];
    private int[] _maskEnd = [];

    /// <summary>Words come from left to right; of those that start together the longest is put first.</summary>
    public void Add(Meaning meaning, int start, int end)
    {
        var at = _words.Count;
        while (at > 0 && _words[at - 1].Start == start && _words[at - 1].End < end) at--;
        _words.Insert(at, new Word(meaning, start, end));
        _anyCompound |= meaning.IsCompound;
    }

    /// <summary>A value of this index, from left to right.</summary>
    public void AddValue(Meaning meaning, int start, int end, int value) => _values.Add(new Word(meaning, start, end, value));

    public void Clear()
    {
        _present.AsSpan().Clear();
        _known.AsSpan().Clear();
        (_count, _anyCompound) = (0, false);
        _words.Clear();
        _values.Clear();
    }

    /// <summary>
    /// Takes out what is only a part of a longer word: 比 in 比例, 上 in 上午. Chinese sets no words apart, so the playbook names the longer
    /// words that would mislead.
    /// </summary>
    /// <param name="length">Length of the text.</param>
    public void Mask(int length)
    {
        if (!_anyCompound) return;
        if (_maskEnd.Length < length) (_maskStart, _maskEnd) = (new int[length * 2], new int[length * 2]);
        _maskEnd.AsSpan(0, length).Clear();
        foreach (var word in _words)
        {
            if (!word.Meaning.IsCompound) continue;
            for (var at = word.Start; at < word.End; at++)
                if (_maskEnd[at] < word.End) (_maskStart[at], _maskEnd[at]) = (word.Start, word.End);
        }
        _words.RemoveAll(word => word.End <= _maskEnd[word.Start] && word.End - word.Start < _maskEnd[word.Start] - _maskStart[word.Start]);
    }

    /// <summary>Takes in the values, and links all by symbol, in the order of places and length, longest first.</summary>
    /// <param name="lexicon">The words are of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(Lexicon lexicon)
    {
        var symbols = lexicon.Symbols;
        if (_link.Length < symbols) (_link, _asked, _present, _known) = (new int[symbols], new (int, int)[symbols], new ulong[symbols / BitsOfPart + 1], new ulong[symbols / BitsOfPart + 1]);
        TakeInValues();
        var (present, link, links) = (_present, _link, 0);
        for (var word = _words.Count - 1; word >= 0; word--)
        {
            var all = lexicon.SymbolsOf(_words[word].Meaning);
            if (_links.Length < links + all.Length) Array.Resize(ref _links, 2 * (links + all.Length));
            var to = _links;
            foreach (var symbol in all)
            {
                ref var part = ref present[(uint)symbol / BitsOfPart];
                // All bits or none: a branch here could not be foreseen.
                var first = (int)(part >> symbol & 1) - 1;
                to[links] = new Link(word, link[symbol] | first);
                part |= 1UL << symbol;
                link[symbol] = links++;
            }
        }
    }

    // Both are in order: merged from behind, in place.
    private void TakeInValues()
    {
        var (word, value) = (_words.Count - 1, _values.Count - 1);
        CollectionsMarshal.SetCount(_words, _words.Count + _values.Count);
        for (var to = _words.Count - 1; value >= 0; to--) _words[to] = word >= 0 && IsBehind(_words[word], _values[value]) ? _words[word--] : _values[value--];
    }

    private static bool IsBehind(in Word a, in Word b) => a.Start > b.Start || a.Start == b.Start && a.End < b.End;

    /// <summary>The bits of the symbols that occur.</summary>
    public ReadOnlySpan<ulong> Present => _present;

    public bool Has(int symbol) => (_present[(uint)symbol / BitsOfPart] >> symbol & 1) != 0;

    public ReadOnlySpan<Hit> Of(int symbol)
    {
        if (!Has(symbol)) return default;
        ref var known = ref _known[(uint)symbol / BitsOfPart];
        if ((known >> symbol & 1) == 0)
        {
            known |= 1UL << symbol;
            _asked[symbol] = SetOut(symbol);
        }
        var (first, count) = _asked[symbol];
        return _hits.AsSpan(first, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int First, int Count) SetOut(int symbol)
    {
        var first = _count;
        for (var link = _link[symbol]; link >= 0; link = _links[link].Behind)
        {
            // Whoever looks at the old ones goes on doing so.
            if (_count == _hits.Length) Array.Resize(ref _hits, 2 * _hits.Length);
            var word = _words[_links[link].Word];
            _hits[_count++] = new Hit(symbol, word.Start, word.End, word.Value);
        }
        return (first, _count - first);
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

    /// <summary>Every word and value found, from left to right, longest first.</summary>
    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Is a span just one word, whatever it stands for?</summary>
    public bool IsWord(int start, int end)
    {
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_words))
            if (word.Start == start && word.End == end) return true;
            else if (word.Start > start) return false;
        return false;
    }

    /// <summary>Does any word of two characters or more, whatever it stands for, lie wholly within a span?</summary>
    public bool AnyWord(int start, int end)
    {
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_words))
        {
            if (word.Start >= end) return false;
            if (word.Start >= start && word.End <= end && word.End - word.Start > 1) return true;
        }
        return false;
    }
}
