using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>Reads a rule's <c>when</c>: a list of conditions, each of terms between bars.</summary>
internal static partial class ConditionReader
{
    /// <summary>The conditions under a key; none when the key is not there. A faulty term is told and left out.</summary>
    public static ImmutableArray<Condition> Read(Playbook playbook, YamlEntry entry, string key = "when") =>
        [.. entry.List(key).Select(line => new Condition(
            [.. line.Split('|', StringSplitOptions.TrimEntries).Select(text => Read(playbook, entry, key, text)).OfType<Term>()]))];

    private static Term? Read(Playbook playbook, YamlEntry entry, string key, string text)
    {
        var match = Shape().Match(text);
        if (!match.Success) return Wrong("is no condition", "write it as the head of coaching-tactics.yaml shows");
        var (subject, sign, value) = (match.Groups["subject"].Value, match.Groups["sign"].Value, match.Groups["value"].Value);
        var term = (subject, sign) switch
        {
            ("phase", "=") => Enum.TryParse<Phase>(value, ignoreCase: true, out var phase) ? new Term.InPhase(phase)
                : Wrong($"names the unknown phase '{value}'", "use early, middle or late"),
            ("account", "=") => value == "chain" ? new Term.ChainStore() : Wrong($"names the unknown account '{value}'", "use account=chain"),
            ("ready", "") => new Term.Ready(),
            ("closed", "") => new Term.Closed(),
            ("stage", ">=") => playbook.Stage(value) is not null ? new Term.StageFrom(value)
                : Wrong($"names the unknown stage '{value}'", "use a stage of stages.yaml"),
            _ => OfFact(),
        };
        return match.Groups["not"].Success && term is not null ? new Term.Not(term) : term;

        Term? OfFact()
        {
            if (playbook.Fact(subject) is not { } fact) return Wrong($"names the unknown fact '{subject}'", "use a fact of facts.yaml");
            return (fact.Kind, sign, value) switch
            {
                (_, "", _) => new Term.FactHolds(subject),
                (_, "=", "heard") => new Term.Heard(subject),
                (FactKind.Choice or FactKind.Choices, "=", _) => fact.Choice(value) is not null ? new Term.FactIs(subject, value)
                    : Wrong($"asks for '{value}', which '{subject}' does not offer", "use one of its choices"),
                (FactKind.Date, "=", "past") => new Term.DatePast(subject),
                (FactKind.Date, "<=", [.., 'd']) when int.TryParse(value[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) =>
                    new Term.DateWithin(subject, days),
                (FactKind.Money, ">=", _) when decimal.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) =>
                    new Term.MoneyFrom(subject, amount),
                (_, "=", "no") => new Term.SaidNo(subject),
                _ => Wrong($"asks what a fact of kind {fact.Kind.ToString().ToLowerInvariant()} cannot tell", "see the head of coaching-tactics.yaml"),
            };
        }

        Term? Wrong(string problem, string remedy)
        {
            entry.Fault($"'{text}' {problem}", remedy, key);
            return null;
        }
    }

    [GeneratedRegex(@"^(?<not>!)?(?<subject>[a-z_]+)(?:(?<sign>>=|<=|=)(?<value>[a-z0-9_]+))?$")]
    private static partial Regex Shape();
}
