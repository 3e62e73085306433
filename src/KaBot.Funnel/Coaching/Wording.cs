using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>A gap in a sentence of the coach, such as <c>{rival}</c>.</summary>
/// <param name="Fact">The fact that fills it; null for one that the caller gives (the account's name).</param>
/// <param name="Unknown">What stands there while nothing sure is known; null for one that no sentence is said without.</param>
public sealed record Placeholder(string Id, string? Fact, Words? Unknown);

/// <summary>Puts a deal's own names and figures into the coach's sentences.</summary>
/// <param name="Given">Placeholder id → words, for those that no fact fills.</param>
public sealed partial record Wording(ImmutableArray<Placeholder> Placeholders, Situation Deal, ImmutableDictionary<string, string> Given)
{
    /// <param name="write">How the language writes a fact's value.</param>
    public string Say(Words words, string language, Func<FactDefinition, FactValue, string> write) => Say(words, language, write, hedged: false);

    /// <summary>The first named sentence whose every gap this deal fills, else the plain one.</summary>
    public string Say(FirstSentence sentence, string language, Func<FactDefinition, FactValue, string> write)
    {
        var said = sentence.Named.FirstOrDefault(named => GapsIn(named.In(language)).All(id => Given.ContainsKey(id) || Value(id, sentence.Anew) is { } value && (sentence.Anew || !Over(value))));
        return Say(said ?? sentence.Plain, language, write, sentence.Anew && said is not null);
    }

    /// <summary>The wording with one gap more filled.</summary>
    public Wording With(string id, string words) => this with { Given = Given.SetItem(id, words) };

    private string Say(Words words, string language, Func<FactDefinition, FactValue, string> write, bool hedged) => Gap().Replace(words.In(language), match =>
    {
        var id = match.Groups[1].Value;
        if (Given.GetValueOrDefault(id) is { } given) return given;
        var gap = Find(id);
        return Value(id, hedged) is { } value ? write(Deal.Playbook.Fact(gap!.Fact!)!, value)
            : gap?.Unknown?.In(language) is { } unknown ? Begun(words.In(language), match.Index, unknown) : match.Value;
    });

    /// <summary>Words that stand in for what is not known, with a capital where they begin a sentence.</summary>
    private static string Begun(string text, int at, string words) =>
        text[..at].TrimEnd() is "" or [.., '.' or '!' or '?'] ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private Placeholder? Find(string id) => Placeholders.FirstOrDefault(placeholder => placeholder.Id == id);

    /// <summary>What fills a gap, or null.</summary>
    /// <param name="hedged">What is only hearsay will do.</param>
    private FactValue? Value(string id, bool hedged)
    {
        if (Find(id)?.Fact is not { } fact || Deal.Playbook.Fact(fact) is null) return null;
        var value = hedged ? Deal.Facts[fact]?.Value : Deal.Sure(fact);
        return value is null or FactValue.Open or FactValue.List { Items.IsEmpty: true } ? null : value;
    }

    private bool Over(FactValue value) => value is FactValue.Date date && date.Value < Deal.Today;

    /// <summary>The placeholders that a text holds.</summary>
    internal static IEnumerable<string> GapsIn(string text) => Gap().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Gap();
}
