using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KaBot.Funnel.Playbooks;

namespace KaBot.Language;

/// <summary>The texts of one language.</summary>
public sealed partial class Texts(string language, FrozenDictionary<string, string> texts)
{
    public string Language { get; } = language;

    public bool Chinese => Language.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>How the language's readers write numbers and dates.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language);

    /// <summary>The text of a key. Throws for a key that no file has: that is a fault of the code, and a test finds it.</summary>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text
        : throw new KeyNotFoundException($"No language file has the text '{key}'.");

    /// <summary>
    /// The text of a key with its placeholders filled: <c>{deal}</c> by the value named "deal", <c>{n|one|other}</c> by its first text
    /// when n is 1 and else by its second. What a value holds is never read as a placeholder.
    /// </summary>
    public string Say(string key, params (string Name, object Value)[] values)
    {
        var chosen = Plural().Replace(this[key], match => match.Groups[Value(match) is 1 ? "one" : "other"].Value);
        return Placeholder().Replace(chosen, match => Convert.ToString(Value(match), Culture) ?? "");

        object Value(Match match)
        {
            var name = match.Groups["name"].Value;
            foreach (var value in values)
                if (value.Name == name) return value.Value;
            throw new KeyNotFoundException($"The text '{key}' is said without a value for '{name}'.");
        }
    }

    /// <summary>The words of the playbook in this language.</summary>
    public string Say(Words words) => words.In(Language);

    /// <summary>Texts joined as a reader lists them.</summary>
    public string List(IEnumerable<string> items) => string.Join(this["common.comma"], items);

    public IEnumerable<string> Keys => texts.Keys;

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{(?<name>[a-z]+)\|(?<one>(?:[^{}|]|\{[a-z]+\})*)\|(?<other>(?:[^{}|]|\{[a-z]+\})*)\}")]
    private static partial Regex Plural();
}
