using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Words;

namespace KaBot.Understanding.Data;

/// <summary>
/// Reads every file of the playbook folder whose name starts with "understanding", in the order of their names. A class or fact may
/// be spread over several files: sales ops add a file of their own rather than edit ours. All faults at once.
/// </summary>
internal sealed class UnderstandingReader
{
    private static readonly (string Key, Says Says, bool OnlyAsked)[] Lists =
    [
        ("yes", Says.Yes, false), ("no", Says.No, false), ("open", Says.Open, false), ("none", Says.None, false), ("zero", Says.Zero, false),
        ("more", Says.More, false), ("value", Says.Value, false), ("reply_yes", Says.Yes, true), ("reply_no", Says.No, true),
        ("reply_open", Says.Open, true), ("reply_none", Says.None, true), ("reply_value", Says.Value, true), ("reply_more", Says.More, true),
    ];

    private readonly Playbook _playbook;
    private readonly List<Fault> _faults = [];
    private readonly Vocabulary _vocabulary = new();
    private readonly PatternParser _parser;
    private readonly List<Chain> _chains = [];
    private readonly List<Implication> _implications = [];
    private readonly FactWords[] _words;

    private UnderstandingReader(Playbook playbook)
    {
        _playbook = playbook;
        _parser = new PatternParser(_vocabulary);
        _words = [.. playbook.Facts.Select(fact => new FactWords(_vocabulary.Symbol($"<topic:{fact.Id}>")))];
    }

    /// <param name="texts">File name → text; files of other readers are passed over.</param>
    public static (UnderstandingData? Data, ImmutableArray<Fault> Faults) Read(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var reader = new UnderstandingReader(playbook);
        var data = reader.Run(texts);
        return (reader._faults.Count > 0 ? null : data, [.. reader._faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]);
    }

    private UnderstandingData Run(IReadOnlyDictionary<string, string> texts)
    {
        var files = texts.Where(pair => pair.Key.StartsWith("understanding", StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var tops = files.Select(pair => YamlEntry.Parse(pair.Key, pair.Value, _faults)).OfType<YamlEntry>().ToList();
        if (tops.Count == 0 && _faults.Count == 0)
            _faults.Add(new Fault("understanding.yaml", 0, "", "the file is missing", "put it back into the playbook folder"));
        _vocabulary.Symbol("<undecided>");
        _vocabulary.Symbol("<lack>");

        foreach (var top in tops) Classes(top);
        var entries = tops.SelectMany(top => top.Has("facts") ? top.Entries("facts") : []).ToList();
        foreach (var entry in entries) Topics(entry);
        var (cues, names) = (new Cues(_vocabulary), new NameCues(_vocabulary));
        Inherited();
        foreach (var entry in entries) Patterns(entry);
        foreach (var top in tops) top.Done();
        var values = ValueMeanings.Of(_vocabulary);
        return new UnderstandingData(_vocabulary.Build(cues.Compound), _playbook.Facts, [.. _words], new Matcher(_chains, _vocabulary),
            cues, values, names, [.. _implications])
        {
            ClassHash = _vocabulary.ClassHashes(), Patterns = _chains.Select(chain => chain.Hash).ToHashSet(),
            Persons = _chains.Where(chain => chain.Capture == Capture.Person).Select(chain => chain.Fact).ToHashSet(),
        };
    }

    private void Classes(YamlEntry top)
    {
        if (!top.Has("classes")) return;
        foreach (var entry in top.Entries("classes"))
        {
            Words(entry, $"<{entry.ReadId()}>", "words");
            entry.Done();
        }
    }

    // Lets the words of a key stand for a symbol; <class> takes in another's.
    private int Words(YamlEntry entry, string name, string key)
    {
        var symbol = _vocabulary.Symbol(name);
        foreach (var word in Tokens(entry.Text(key)))
        {
            if (word.Trim('*', '_').Length == 0) entry.Fault($"'{word}' is no word", "write at least one letter or character", key);
            else if (word is not ['<', .., '>']) _vocabulary.Add(symbol, word);
            else if (!_vocabulary.Knows(word)) entry.Fault($"unknown class {word}", "declare it above this one", key);
            else foreach (var inner in _vocabulary.WordsOf(_vocabulary.Symbol(word)).ToList()) _vocabulary.Add(symbol, inner);
        }
        return symbol;
    }

    private void Topics(YamlEntry entry)
    {
        var index = FactIndex(entry, entry.ReadId(), "id");
        if (index < 0) return;
        foreach (var word in Tokens(entry.Has("topics") ? entry.Text("topics") : "")) _vocabulary.Add(_words[index].Topic, word);
        if (entry.Has("event")) _words[index] = _words[index] with { Event = entry.Text("event") is "true" };
        if (entry.Has("open")) _words[index] = _words[index] with { Opens = true };
        if (entry.Has("share")) _words[index] = _words[index] with { Share = entry.Text("share") is "true" };
        if (entry.Has("unless")) _words[index] = _words[index] with { Unless = Words(entry, $"<unless:{entry.Id}>", "unless") };
        if (entry.Has("beside")) _words[index] = _words[index] with { Beside = [.. ReadTold(entry, "beside")] };
        Implies(entry, "implies", index, null, denied: false);
        Implies(entry, "denial_implies", index, null, denied: true);
        if (entry.Has("planned")) _words[index] = _words[index] with { Planned = entry.Text("planned") is "true" };
    }

    private void Implies(YamlEntry entry, string key, int fact, string? choice, bool denied)
    {
        if (entry.Has(key)) _implications.AddRange(ReadTold(entry, key).Select(shown => new Implication(new Told(fact, choice), denied, shown)));
    }

    // Flags' ids, or choices' as fact.choice.
    private IEnumerable<Told> ReadTold(YamlEntry entry, string key)
    {
        foreach (var told in Tokens(entry.Text(key)))
        {
            var parts = told.Split('.', 2);
            var index = FactIndex(entry, parts[0], key);
            if (index < 0) continue;
            var choice = parts.ElementAtOrDefault(1);
            if (choice is null ? _playbook.Facts[index].Kind == FactKind.Flag : _playbook.Facts[index].Choice(choice) is not null) yield return new Told(index, choice);
            else entry.Fault($"'{told}' is no flag and no choice", "name a flag, or a choice as fact.choice", key);
        }
    }

    // What every fact of a kind is said by: its topic beside a value, or beside a word that says it is open.
    private void Inherited()
    {
        foreach (var (fact, index) in _playbook.Facts.Select((fact, index) => (fact, index)))
        {
            var topic = $"<topic:{fact.Id}>";
            var value = fact.Kind switch { FactKind.Money => "$money", FactKind.Date => "$date", _ => null };
            if (value is not null)
            {
                Add(index, Says.Value, $"{topic} .. {value}");
                Add(index, Says.Open, $"{topic} .. <undecided>");
                Add(index, Says.Open, $"<lack> . {topic}");
            }
        }
    }

    private void Add(int fact, Says says, string pattern) => Take(_parser.Parse(fact, says, null, false, pattern));

    private void Take(IEnumerable<Chain> chains) =>
        _chains.AddRange(chains.Select(chain => chain with { Hash = UnderstandingData.HashOf(_playbook.Facts[chain.Fact].Id, chain.Source) }));

    private int FactIndex(YamlEntry entry, string id, string key)
    {
        for (var i = 0; i < _playbook.Facts.Length; i++)
            if (_playbook.Facts[i].Id == id) return i;
        entry.Fault($"'{id}' is no fact of the playbook", "declare it in facts.yaml, or mend the spelling", key);
        return -1;
    }

    private void Patterns(YamlEntry entry)
    {
        entry.ReadId();
        var index = _playbook.Facts.Select(fact => fact.Id).ToList().IndexOf(entry.Id);
        _ = entry.Has("topics") | entry.Has("planned") | entry.Has("event") | entry.Has("implies") | entry.Has("denial_implies") | entry.Has("beside") | entry.Has("unless") | entry.Has("share");
        if (index < 0) return;
        Lines(entry, index, null);
        foreach (var choice in entry.Has("choices") ? entry.Entries("choices") : [])
        {
            var id = choice.ReadId();
            if (_playbook.Facts[index].Choice(id) is null)
                choice.Fault($"'{id}' is no choice of '{entry.Id}'", "use one of " + string.Join(", ", _playbook.Facts[index].Choices.Select(c => c.Id)), "id");
            if (choice.Has("unless")) _words[index] = _words[index] with { ChoiceUnless = _words[index].ChoiceUnless.SetItem(id, Words(choice, $"<unless:{entry.Id}.{id}>", "unless")) };
            Implies(choice, "implies", index, id, denied: false);
            Lines(choice, index, id);
            choice.Done();
        }
        entry.Done();
    }

    private void Lines(YamlEntry entry, int fact, string? choice)
    {
        foreach (var (key, says, onlyAsked) in Lists)
            Parse(entry, key, line => Take(_parser.Parse(fact, says, choice, onlyAsked, line)));
    }

    // A pattern a line.
    private static void Parse(YamlEntry entry, string key, Action<string> take)
    {
        if (!entry.Has(key)) return;
        foreach (var line in entry.Text(key).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            try
            {
                take(line);
            }
            catch (FormatException fault)
            {
                entry.Fault($"the pattern '{line}' cannot be read: {fault.Message}", "mend it; understanding-words.yaml says how patterns are written", key);
            }
    }

    private static IEnumerable<string> Tokens(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
