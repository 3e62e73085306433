using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>A gap in a sentence of the coach, such as <c>{rival}</c>.</summary>
/// <param name="Fact">The fact that fills it; null for one that the caller gives (the account's name).</param>
/// <param name="Unknown">What stands there while nothing sure is known.</param>
public sealed record Placeholder(string Id, string? Fact, Words Unknown);

/// <summary>Puts a deal's own names and figures into the coach's sentences.</summary>
/// <param name="Given">Placeholder id → words, for those that no fact fills.</param>
public sealed partial record Wording(ImmutableArray<Placeholder> Placeholders, Situation Deal, ImmutableDictionary<string, string> Given)
{
    /// <param name="write">How the language writes a fact's value.</param>
    public string Say(Words words, string language, Func<FactDefinition, FactValue, string> write) => Gap().Replace(words.In(language), match =>
    {
        var id = match.Groups[1].Value;
        if (Given.GetValueOrDefault(id) is { } given) return given;
        var gap = Placeholders.FirstOrDefault(placeholder => placeholder.Id == id);
        if (gap?.Fact is { } fact && Deal.Playbook.Fact(fact) is { } definition && Deal.Sure(fact) is { } value && Fills(value))
            return write(definition, value);
        return gap?.Unknown.In(language) ?? match.Value;
    });

    /// <summary>The wording with one gap more filled.</summary>
    public Wording With(string id, string words) => this with { Given = Given.SetItem(id, words) };

    /// <summary>The placeholders that a text holds.</summary>
    internal static IEnumerable<string> GapsIn(string text) => Gap().Matches(text).Select(match => match.Groups[1].Value);

    private static bool Fills(FactValue value) => value is not FactValue.List { Items.IsEmpty: true };

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Gap();
}
