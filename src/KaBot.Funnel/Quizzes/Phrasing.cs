using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>Questions, rules and explanations in every language.</summary>
internal sealed class Phrasing(Playbook playbook, PracticeGuide guide)
{
    public Words this[string id] => guide.Phrases[id];

    public Words Say(string id, params (string Gap, Words Words)[] filled) =>
        Of(language => Fill(this[id], language, [.. filled.Select(gap => (gap.Gap, gap.Words.In(language)))]));

    /// <summary>What a stage asks of a deal of this size.</summary>
    public Words Rule(StageDefinition stage, Requirement requirement)
    {
        var rule = requirement.AtLeast == requirement.Of.Length && requirement.AtLeast > 1 ? "rule_all" : "rule_some";
        return Of(language =>
        {
            var text = Fill(this[rule], language, ("n", $"{requirement.AtLeast}"), ("list", Names(requirement.Of).In(language)));
            return stage.Rule.After is not { } after ? text
                : Join([text, Fill(this["after"], language, ("stage", playbook.Stage(after)!.Name.In(language)))], this["because"].In(language));
        });
    }

    /// <summary>Criteria by name, or "none".</summary>
    public Words Names(IReadOnlyCollection<string> criteria) => criteria.Count == 0 ? this["nothing"]
        : Of(language => Join(criteria.Select(id => playbook.Criterion(id).Name.In(language)), this["and"].In(language)));

    /// <summary>Which of the criteria that a stage asks for are met.</summary>
    public static ImmutableArray<string> Met(Requirement requirement, Qualification found) => [.. requirement.Of.Where(found.Counts)];

    public static Words Of(Func<string, string> text) => new(Words.Languages.ToImmutableDictionary(language => language, text));

    /// <summary>Texts one after the other. A space follows a mark of Latin script, none follows a full-width one.</summary>
    public static string Join(IEnumerable<string> texts, string mark = "") => texts.Aggregate("", (before, text) => before.Length == 0 ? text
        : before + mark + (char.IsAscii((before + mark)[^1]) ? " " : "") + text);

    public static string Fill(Words words, string language, params (string Gap, string Text)[] filled) =>
        filled.Aggregate(words.In(language), (text, gap) => text.Replace($"{{{gap.Gap}}}", gap.Text, StringComparison.Ordinal));
}
