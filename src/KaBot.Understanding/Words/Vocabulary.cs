using KaBot.Understanding.Text;

namespace KaBot.Understanding.Words;

/// <summary>
/// All words the patterns speak of, and the symbols they stand for: a class of the playbook (<c>&lt;send&gt;</c>), a choice written
/// in place (<c>寄|发</c>), a value (<c>$money</c>). Grows while the playbook is read; the automaton is built from it once.
/// </summary>
internal sealed class Vocabulary
{
    // Without their apostrophes these are words of their own.
    private static readonly HashSet<string> OtherWords = ["were", "well", "ill", "its", "hell", "shell", "wed", "shed", "id", "wont", "lets"];

    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _asWritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _aliases = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly List<List<int>> _symbolsOfWord = [];
    private readonly List<List<string>> _wordsOfSymbol = [];

    public int Count => _wordsOfSymbol.Count;

    /// <summary>The symbol of this name, made when it is new.</summary>
    public int Symbol(string name)
    {
        if (_symbols.TryGetValue(name, out var symbol)) return symbol;
        _wordsOfSymbol.Add([]);
        return _symbols[name] = _wordsOfSymbol.Count - 1;
    }

    /// <summary>By symbol: the hash of the class's name, or 0 for what is no class.</summary>
    public uint[] ClassHashes()
    {
        var hashes = new uint[Count];
        foreach (var (name, symbol) in _symbols)
            if (name.StartsWith('<')) hashes[symbol] = Learning.Fnv.Of(name);
        return hashes;
    }

    public bool Knows(string name) => _symbols.ContainsKey(name);

    /// <summary>Lets a word stand for a symbol. <c>_</c> is a space, <c>*</c> at an end leaves the word open there.</summary>
    public void Add(int symbol, string word)
    {
        if (!_asWritten.TryGetValue(word, out var index)) _asWritten[word] = index = Index(Normalizer.Of(word.Replace('_', ' ')));
        if (_symbolsOfWord[index].Contains(symbol)) return;
        _symbolsOfWord[index].Add(symbol);
        _wordsOfSymbol[symbol].Add(word);
        // "Theyve sent it": many leave the apostrophe out.
        if (word.Contains('\'') && !word.Contains('*') && word.Replace("'", "") is { Length: > 2 } bare && !OtherWords.Contains(bare)) Add(symbol, bare);
    }

    private int Index(string key)
    {
        if (_words.TryGetValue(key, out var index)) return index;
        _symbolsOfWord.Add([]);
        _keys.Add(key);
        return _words[key] = _keys.Count - 1;
    }

    /// <summary>Lets a value (<c>$money</c>) stand for a symbol too: one of the choices of an element.</summary>
    public void Alias(string value, int symbol)
    {
        if (!_aliases.TryGetValue(value, out var symbols)) _aliases[value] = symbols = [];
        if (!symbols.Contains(symbol)) symbols.Add(symbol);
    }

    /// <summary>Every symbol that a value stands for.</summary>
    public int[] SymbolsOf(string value) => [Symbol(value), .. _aliases.GetValueOrDefault(value, [])];

    public IReadOnlyList<string> WordsOf(int symbol) => _wordsOfSymbol[symbol];

    public Lexicon Build()
    {
        // send and send* are found by the same letters.
        var (places, texts, entries) = (new Dictionary<string, int>(_keys.Count, StringComparer.Ordinal), new List<string>(_keys.Count), new List<Entry[]>(_keys.Count));
        for (var index = 0; index < _keys.Count; index++)
        {
            var key = _keys[index];
            var entry = new Entry(key.Trim('*'), key.StartsWith('*'), key.EndsWith('*'), [.. _symbolsOfWord[index]]);
            if (places.TryGetValue(entry.Text, out var place)) entries[place] = [.. entries[place], entry];
            else
            {
                places[entry.Text] = texts.Count;
                texts.Add(entry.Text);
                entries.Add([entry]);
            }
        }
        return new Lexicon(Automaton.Of(texts), [.. entries], Count);
    }
}

/// <summary>A word as it is looked for.</summary>
internal sealed record Entry(string Text, bool OpenLeft, bool OpenRight, int[] Symbols);

/// <summary>The finished vocabulary: finds every word of a text in one pass.</summary>
internal sealed class Lexicon(Automaton automaton, Entry[][] entries, int symbols)
{
    public int Symbols => symbols;

    public void Find(ReadOnlySpan<char> text, Hits hits)
    {
        var node = 0;
        for (var i = 0; i < text.Length; i++)
        {
            node = automaton.Step(node, text[i]);
            for (var ending = automaton.Ending(node); ending != 0; ending = automaton.Shorter(ending))
                foreach (var entry in entries[automaton.Word(ending)])
                {
                    var start = i + 1 - entry.Text.Length;
                    if (!entry.OpenLeft && !Chars.AtWordStart(text, start) || !entry.OpenRight && !Chars.AtWordEnd(text, i + 1)) continue;
                    var end = i + 1;
                    // send*: the evidence is the whole word.
                    while (entry.OpenRight && end < text.Length && Chars.IsWord(text[end]) && Chars.IsWord(text[i])) end++;
                    hits.Add(entry.Symbols, start, end);
                }
        }
    }
}
