using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KaBot.Funnel.Playbooks;

/// <summary>
/// One mapping of a data file, read key by key. Whatever is wrong becomes a <see cref="Fault"/> and a harmless default, so that a
/// reader goes on and tells all faults at once. Keys that nobody asked for are faults too: see <see cref="Done"/>.
/// </summary>
public sealed class YamlEntry
{
    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly ICollection<Fault> _faults;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlEntry(string file, YamlMappingNode node, ICollection<Fault> faults, string id)
    {
        (_file, _node, _faults, Id) = (file, node, faults, id);
    }

    /// <summary>The entry's id, once read; names it in faults.</summary>
    public string Id { get; private set; }

    /// <summary>The top of a file, or null with the fault noted when it is no YAML mapping.</summary>
    public static YamlEntry? Parse(string file, string text, ICollection<Fault> faults)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode top }]) return new YamlEntry(file, top, faults, "");
            faults.Add(new Fault(file, 1, "", "the file is no single mapping", "start it with keys such as `version:`"));
        }
        catch (YamlException broken)
        {
            faults.Add(new Fault(file, (int)broken.Start.Line, "", $"no valid YAML: {broken.Message}", "mend the syntax at this line"));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's own slip on some unbalanced brackets: it says neither where nor what.
            faults.Add(new Fault(file, 0, "", "no valid YAML: a bracket or brace is not closed where it should be", "check the brackets and indents"));
        }
        return null;
    }

    public void Fault(string problem, string remedy, string? key = null) =>
        _faults.Add(new Fault(_file, (int)(Node(key) ?? _node).Start.Line, Id, problem, remedy));

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The entry's own id: lower-case letters, digits and underscores.</summary>
    public string ReadId()
    {
        var id = Text("id");
        if (id.Length > 0 && !id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_'))
            Fault($"'{id}' is no id", "use lower-case letters, digits and _", "id");
        return Id = id;
    }

    public string Text(string key) => Optional(key) ?? Missing(key, "a text");

    public string? Optional(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0) return value.Trim();
        Fault($"'{key}' is empty or no text", $"write a text after `{key}:`", key);
        return "";
    }

    public int? Number(string key)
    {
        if (Optional(key) is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fault($"'{key}' is '{text}', no whole number", "write digits only", key);
        return null;
    }

    /// <summary>A whole number that may be below zero; 0 after a fault.</summary>
    public int Points(string key)
    {
        var text = Text(key);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)) return points;
        if (text.Length > 0) Fault($"'{key}' is '{text}', no whole number", "write digits, with a minus before them if need be", key);
        return 0;
    }

    /// <summary>One of some words; the first of them after a fault.</summary>
    public T OneOf<T>(string key) where T : struct, Enum
    {
        var text = Text(key);
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0])) return value;
        if (text.Length > 0)
            Fault($"'{key}' is '{text}'", "use one of " + string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant(), key);
        return default;
    }

    /// <summary>A list of ids or words; empty when the key is not there.</summary>
    public ImmutableArray<string> List(string key)
    {
        if (Node(key) is not { } node) return [];
        if (node is YamlSequenceNode sequence && sequence.All(item => item is YamlScalarNode { Value.Length: > 0 }))
            return [.. sequence.Select(item => ((YamlScalarNode)item).Value!.Trim())];
        Fault($"'{key}' is no list of words", $"write `{key}: [one, two]`", key);
        return [];
    }

    /// <summary>A text in every language.</summary>
    public Words ReadWords(string key)
    {
        var texts = Words.Languages.ToImmutableDictionary(language => language, _ => "");
        if (Entry(key) is not { } entry)
        {
            if (!Has(key)) Missing(key, "a text in " + string.Join(" and ", Words.Languages));
            return new Words(texts);
        }
        return entry.AsWords();
    }

    /// <summary>This entry itself as a text in every language.</summary>
    public Words AsWords()
    {
        var read = new Words(Words.Languages.ToImmutableDictionary(language => language, Text));
        Done();
        return read;
    }

    /// <summary>The mapping under a key, or null.</summary>
    public YamlEntry? Entry(string key)
    {
        if (Node(key) is not { } node) return null;
        if (node is YamlMappingNode mapping) return new YamlEntry(_file, mapping, _faults, Id);
        Fault($"'{key}' is no mapping", $"indent its keys under `{key}:`", key);
        return null;
    }

    /// <summary>The mappings of a list under a key.</summary>
    public ImmutableArray<YamlEntry> Entries(string key)
    {
        if (Node(key) is not { } node)
        {
            Missing(key, "a list");
            return [];
        }
        if (node is YamlSequenceNode sequence && sequence.All(item => item is YamlMappingNode))
            return [.. sequence.Select(item => new YamlEntry(_file, (YamlMappingNode)item, _faults, Id))];
        Fault($"'{key}' is no list of entries", "start each entry with `- id:`", key);
        return [];
    }

    /// <summary>Notes every key that was never asked for: mostly a misspelling.</summary>
    public void Done()
    {
        foreach (var key in _node.Children.Keys.OfType<YamlScalarNode>().Where(key => !_asked.Contains(key.Value ?? "")))
            _faults.Add(new Fault(_file, (int)key.Start.Line, Id, $"unknown key '{key.Value}'", "known here: " + string.Join(", ", _asked)));
    }

    private string Missing(string key, string what)
    {
        Fault($"'{key}' is missing", $"add `{key}:` with {what}");
        return "";
    }

    private YamlNode? Node(string? key)
    {
        if (key is null) return null;
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }
}
