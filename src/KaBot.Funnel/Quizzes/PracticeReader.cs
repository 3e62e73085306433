using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>Reads quiz-practice.yaml.</summary>
internal static class PracticeReader
{
    public const string File = "quiz-practice.yaml";

    /// <summary>Every phrase that an item may need, and the gaps it must have.</summary>
    private static readonly ImmutableArray<(string Id, string[] Gaps)> Phrases =
    [
        ("stage_question", []), ("missing_question", ["stage"]), ("tactic_question", []), ("rule_some", ["list", "n"]), ("rule_all", ["list"]),
        ("after", ["stage"]), ("explain_stage", ["met", "rule", "stage"]), ("explain_claim", ["met", "rule", "stage"]),
        ("explain_missing", ["met", "missing", "rule", "stage"]), ("explain_tactic", ["tactic", "why"]), ("no_stage", []), ("nothing", []),
        ("and", []), ("because", []),
    ];

    public static PracticeGuide Read(Playbook playbook, YamlEntry top)
    {
        var sizes = playbook.Stages.Select(stage => stage.Rule.By).OfType<string>().Select(playbook.Fact).FirstOrDefault();
        var openings = Entries.Each(top, "openings", entry => ReadOpening(sizes, entry));
        var clues = Entries.Each(top, "clues", entry => ReadClue(playbook, entry));
        var talks = Entries.Each(top, "talks", entry => new TalksSetting(entry.ReadId(), entry.List("facts")));
        var signals = Entries.Each(top, "signals", entry => ReadSignal(playbook, entry));
        var claims = ReadVariants(top, "claims", ["stage"]);
        var told = clues.DistinctBy(clue => clue.FactId).ToImmutableDictionary(clue => clue.FactId, StringComparer.Ordinal);

        foreach (var id in playbook.Criteria.SelectMany(criterion => criterion.Facts).Distinct().Where(id => !told.ContainsKey(id)))
            top.Fault($"'clues' does not say how '{id}' is told", $"add an entry with `id: {id}`, `holds` and `fails`", "clues");
        foreach (var id in talks.SelectMany(setting => setting.Facts).Where(id => !told.ContainsKey(id)))
            top.Fault($"'talks' names '{id}', which no clue tells", "name a fact of `clues`", "talks");
        if (openings.IsEmpty) top.Fault("there is no opening", "add one at least", "openings");
        return new PracticeGuide(openings, told, talks, signals, claims, ReadPhrases(top));
    }

    private static Opening ReadOpening(FactDefinition? sizes, YamlEntry entry)
    {
        var (id, size) = (entry.ReadId(), entry.Text("size"));
        if (size.Length > 0 && sizes?.Choice(size) is null)
            entry.Fault($"'{size}' is no size", "use one of " + string.Join(", ", sizes?.Choices.Select(choice => choice.Id) ?? []), "size");
        return new Opening(id, size, entry.ReadWords("say"));
    }

    private static Clue ReadClue(Playbook playbook, YamlEntry entry)
    {
        var id = entry.ReadId();
        if (playbook.Fact(id) is null) entry.Fault($"'{id}' is no fact", "use a fact of facts.yaml", "id");
        return new Clue(id, ReadVariants(entry, "holds", []), ReadVariants(entry, "fails", []), Stage("until"), Stage("from"),
            entry.Has("days") ? entry.Number("days") ?? 0 : 0);

        string? Stage(string key)
        {
            var stage = entry.Optional(key);
            if (stage is { Length: > 0 } && playbook.Stage(stage) is null) entry.Fault($"'{stage}' is no stage", "use a stage of stages.yaml", key);
            return stage;
        }
    }

    private static Signal ReadSignal(Playbook playbook, YamlEntry entry)
    {
        var id = entry.ReadId();
        if (!playbook.Facts.Any(fact => fact.Kind == FactKind.Choices && fact.Choice(id) is not null))
            entry.Fault($"'{id}' is no symptom and no buyer's move", "use a choice of a fact of kind choices", "id");
        return new Signal(id, ReadVariants(entry, "say", []));
    }

    private static Variants ReadVariants(YamlEntry entry, string key, string[] gaps)
    {
        var under = entry.Entry(key);
        if (under is null) entry.Fault($"'{key}' is missing", "add sentences in " + string.Join(" and ", Words.Languages));
        var read = Words.Languages.ToImmutableDictionary(language => language, language => under?.List(language) ?? []);
        under?.Done();
        foreach (var (language, sentences) in read.Where(pair => under is not null && pair.Value.IsEmpty))
            under!.Fault($"'{key}' says nothing in {language}", $"add `{language}: [one sentence or more]`", language);
        foreach (var sentence in read.Values.SelectMany(sentences => sentences)) Gaps(entry, key, sentence, gaps);
        return new Variants(read.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.IsEmpty ? [""] : pair.Value));
    }

    private static ImmutableDictionary<string, Words> ReadPhrases(YamlEntry top)
    {
        if (top.Entry("words") is not { } entry)
        {
            top.Fault("'words' is missing", "add the phrases of questions and explanations");
            return ImmutableDictionary<string, Words>.Empty;
        }
        var read = Phrases.ToImmutableDictionary(phrase => phrase.Id, phrase => entry.ReadWords(phrase.Id));
        foreach (var (id, gaps) in Phrases)
            foreach (var text in read[id].ByLanguage.Values.Where(text => text.Length > 0)) Gaps(entry, id, text, gaps);
        entry.Done();
        return read;
    }

    private static void Gaps(YamlEntry entry, string key, string text, string[] gaps)
    {
        if (!Wording.GapsIn(text).Distinct().Order(StringComparer.Ordinal).SequenceEqual(gaps))
            entry.Fault($"'{key}' has not the gaps it needs", gaps.Length == 0 ? "take the braces out" : "use " + string.Join(", ", gaps.Select(gap => $"{{{gap}}}")), key);
    }
}
