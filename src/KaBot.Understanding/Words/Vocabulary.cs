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
    private readonly List<bool> _isClass = [];
    private readonly List<int> _meanings = [];

    public int Count => _wordsOfSymbol.Count;

    /// <summary>The symbol of this name, made when it is new.</summary>
    public int Symbol(string name)
    {
        if (_symbols.TryGetValue(name, out var symbol)) return symbol;
        _wordsOfSymbol.Add([]);
        _isClass.Add(IsClass(name));
        return _symbols[name] = _wordsOfSymbol.Count - 1;
    }

    /// <summary>The symbol of a word class, by its id.</summary>
    public int ClassSymbol(string id) => Symbol($"<{id}>");

    /// <summary>By symbol: the hash of the class's name, or 0 for what is no class.</summary>
    public uint[] ClassHashes()
    {
        var hashes = new uint[Count];
        foreach (var (name, symbol) in _symbols)
            if (IsClass(name)) hashes[symbol] = Learning.Fnv.Of(name);
        return hashes;
    }

    private static bool IsClass(string name) => name.StartsWith('<');

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

    /// <summary>What a value stands for.</summary>
    public Meaning MeaningOf(string value) => MeaningOf([.. _aliases.GetValueOrDefault(value, []).Prepend(Symbol(value)).Distinct()]);

    private Meaning MeaningOf(List<int> symbols, int compound = -1)
    {
        var from = _meanings.Count;
        foreach (var symbol in symbols)
            if (_isClass[symbol]) _meanings.Add(symbol);
        var classes = _meanings.Count - from;
        foreach (var symbol in symbols)
            if (!_isClass[symbol]) _meanings.Add(symbol);
        return new Meaning(from, symbols.Count, classes, symbols.Contains(compound));
    }

    /// <summary>How likely some word of a text stands for a symbol, no more than for comparison: short words are common, and a value is.</summary>
    public double Commonness(int symbol) => _wordsOfSymbol[symbol].Count == 0 ? 1 : _wordsOfSymbol[symbol].Sum(word => Math.ScaleB(1, -Chars.Weight(word, 0, word.Length)));

    public IReadOnlyList<string> WordsOf(int symbol) => _wordsOfSymbol[symbol];

    /// <param name="compound">Symbol of the longer words whose parts would mislead.</param>
    public Lexicon Build(int compound)
    {
        // send and send* are found by the same letters.
        var (words, anywhere) = (new Dictionary<string, List<Entry>>(_keys.Count, StringComparer.Ordinal), new Dictionary<string, List<Entry>>(StringComparer.Ordinal));
        foreach (var (index, key) in _keys.Index())
        {
            var (text, entry) = (key.Trim('*'), new Entry(key.EndsWith('*'), MeaningOf(_symbolsOfWord[index], compound)));
            Add(words, text, entry);
            if (key.StartsWith('*')) Add(anywhere, text, entry);
        }
        return new Lexicon(new WordSet(words), new WordSet(anywhere), [.. _meanings], Count);
    }

    private static void Add(Dictionary<string, List<Entry>> words, string text, Entry entry)
    {
        if (!words.TryGetValue(text, out var entries)) words[text] = entries = [];
        entries.Add(entry);
    }
}
