using System.Text.RegularExpressions;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>A fact by its own name, and what it is said to be: 中标：否, "Budget: 120k", 预算改成150万.</summary>
/// <param name="Words">What stands behind the name.</param>
/// <param name="Changed">Whether the words say that it has changed.</param>
public sealed record Heading(string FactId, string Words, bool Changed);

/// <summary>What reps call the facts: their names in every language, and the words by which they are asked about. Pure.</summary>
public sealed partial class FactNames
{
    // The longest words first: 决策流程 is named before 流程 is.
    private readonly List<(string Words, string FactId)> _names;

    internal FactNames(IEnumerable<(string Words, string FactId)> names) =>
        _names = [.. names.Select(name => (Normalizer.Of(name.Words), name.FactId)).OrderByDescending(name => name.Item1.Length)];

    /// <summary>The fact that these words name and nothing else; or null.</summary>
    public string? Named(string words) => Normalizer.Of(words).Trim() is var plain ? _names.Find(name => name.Words == plain).FactId : null;

    /// <summary>Facts whose words stand in the text, the longest first.</summary>
    public IEnumerable<string> In(string text) => Normalizer.Of(text) is var plain ? _names.Where(name => Chars.Holds(plain, name.Words)).Select(name => name.FactId).Distinct() : [];

    /// <summary>The fact with whose name the message begins, when a value follows; else null.</summary>
    public Heading? Heading(string message)
    {
        if (Named().Match(Normalizer.Of(message)) is not { Success: true } match || Named(match.Groups["name"].Value) is not { } id) return null;
        var words = message[match.Groups["value"].Index..].Trim();
        return new Heading(id, words, Changed: match.Groups["changed"].Success);
    }

    [GeneratedRegex(@"^\s*(?:把|将|(?:please )?(?:change|set|correct) (?:the )?|(?:更正|修改|correction)\s*[:：]?\s*)?(?<name>[^:：=\n]{1,30}?)\s*(?:[:：=]|(?<changed>改成|改为|改到|->|→| to (?=\S)))\s*(?<value>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Named();
}
