using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KaBot.Funnel.Facts;

namespace KaBot.Funnel.Playbooks;

/// <summary>A playbook, or everything that is wrong with its files.</summary>
public sealed record PlaybookReading(Playbook? Playbook, ImmutableArray<Fault> Faults)
{
    /// <summary>What could be read in spite of faults, for readers of other files to check their ids against; null when there is nothing.</summary>
    public Playbook? Draft { get; init; }
}

/// <summary>Reads the playbook's files into types. Pure: it is given the texts.</summary>
public static class PlaybookReader
{
    public const string StagesFile = "stages.yaml";
    public const string FactsFile = "facts.yaml";

    /// <summary>The files it reads; others in the folder belong to other readers.</summary>
    public static readonly ImmutableArray<string> Files = [StagesFile, FactsFile];

    /// <param name="texts">File name → text.</param>
    public static PlaybookReading Read(IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        var tops = Files.ToDictionary(file => file, file => Top(file, texts, faults));
        if (tops[StagesFile] is not { } stages || tops[FactsFile] is not { } facts) return new PlaybookReading(null, [.. faults]);

        var version = stages.Text("version");
        if (version.Any(c => char.IsWhiteSpace(c) || c == '+'))
            stages.Fault($"'{version}' is no version", "use digits, letters, dots and dashes, such as 2026.11", "version");
        var playbook = Build(version + "+" + Hash(texts), stages, facts, faults);
        return new PlaybookReading(faults.Count > 0 ? null : playbook, [.. faults.OrderBy(fault => fault.File).ThenBy(fault => fault.Line)])
        {
            Draft = playbook,
        };
    }

    private static YamlEntry? Top(string file, IReadOnlyDictionary<string, string> texts, List<Fault> faults)
    {
        if (texts.TryGetValue(file, out var text)) return YamlEntry.Parse(file, text, faults);
        faults.Add(new Fault(file, 0, "", "the file is missing", "put it back into the playbook folder"));
        return null;
    }

    private static Playbook Build(string version, YamlEntry top, YamlEntry factsTop, List<Fault> faults)
    {
        var facts = Each(factsTop, "facts", ReadFact);
        var owners = Each(top, "owners", entry => new OwnerDefinition(entry.ReadId(), entry.ReadWords("name")));
        var criteria = Each(top, "criteria", entry => new CriterionDefinition(entry.ReadId(), entry.ReadWords("name"), entry.List("facts")));
        var preconditions = Each(top, "preconditions",
            entry => new PreconditionDefinition(entry.ReadId(), entry.ReadWords("name"), entry.List("facts")));
        var stages = Each(top, "stages", ReadStage);
        top.Done();
        factsTop.Done();
        PlaybookCheck.Run(owners, stages, criteria, preconditions, facts);
        // An id that is there twice is told already; the first of them stands in the draft.
        return new Playbook(version, Values(owners), [.. Values(stages).DistinctBy(stage => stage.Id)],
            [.. Values(criteria).DistinctBy(criterion => criterion.Id)], Values(preconditions), [.. Values(facts).DistinctBy(fact => fact.Id)]);
    }

    private static ImmutableArray<(YamlEntry Entry, T Value)> Each<T>(YamlEntry top, string key, Func<YamlEntry, T> read) =>
        [.. top.Entries(key).Select(entry =>
        {
            var value = read(entry);
            entry.Done();
            return (entry, value);
        })];

    private static ImmutableArray<T> Values<T>(ImmutableArray<(YamlEntry Entry, T Value)> read) => [.. read.Select(pair => pair.Value)];

    private static FactDefinition ReadFact(YamlEntry entry)
    {
        var id = entry.ReadId();
        var kind = entry.OneOf<FactKind>("kind");
        var choices = kind is FactKind.Choice or FactKind.Choices
            ? Each(entry, "choices", choice => new ChoiceDefinition(choice.ReadId(), choice.ReadWords("name")) { Cues = choice.List("words") })
            : [];
        PlaybookCheck.Choices(entry, kind, choices);
        return new FactDefinition(id, kind, entry.ReadWords("name"), entry.ReadWords("question"), Values(choices), ReadShelfLife(entry, kind))
        {
            Later = entry.Has("later") ? Values(Each(entry, "later", ReadLater)) : [],
            Picks = ReadPicks(entry, kind),
            Revived = ReadRevived(entry, kind),
        };
    }

    private enum Tense { Future, Past }

    private static LaterQuestion ReadLater(YamlEntry entry)
    {
        var later = new LaterQuestion(entry.List("by"), entry.Has("ask") ? entry.OneOf<AskedLater>("ask") : AskedLater.Last,
            entry.Has("question") ? entry.ReadWords("question") : null) { Past = entry.Has("asks") && entry.OneOf<Tense>("asks") == Tense.Past };
        if (later is { Ask: AskedLater.Still, Question: null }) entry.Fault("'ask: still' changes nothing without a question", "add `question:`, or take the entry out");
        return later;
    }

    private static Picks ReadPicks(YamlEntry entry, FactKind kind)
    {
        if (!entry.Has("picks")) return Picks.Days;
        if (kind != FactKind.Date) entry.Fault("'picks' needs a fact of kind date", "take it out", "picks");
        return entry.OneOf<Picks>("picks");
    }

    private static Comeback? ReadRevived(YamlEntry entry, FactKind kind)
    {
        if (entry.Entry("revived") is not { } revived) return null;
        if (kind != FactKind.Choice) entry.Fault("'revived' needs a fact of kind choice", "take it out", "revived");
        var comeback = new Comeback(revived.List("words"), revived.List("unless"));
        if (comeback.Words.IsEmpty) revived.Fault("'words' names nothing", "list at least one", revived.Has("words") ? "words" : null);
        revived.Done();
        return comeback;
    }

    private static ShelfLife ReadShelfLife(YamlEntry entry, FactKind kind)
    {
        if (!entry.Has("shelf_life")) return ShelfLife.Forever;
        if (entry.Optional("shelf_life") == "own_date")
        {
            if (kind != FactKind.Date) entry.Fault("'own_date' needs a fact of kind date", "give a number of days", "shelf_life");
            return new ShelfLife(null, true);
        }
        var days = entry.Number("shelf_life");
        if (days is 0) entry.Fault("a shelf life of 0 days is past at once", "give 1 or more, or leave it out", "shelf_life");
        return new ShelfLife(days, false);
    }

    private static StageDefinition ReadStage(YamlEntry entry)
    {
        var (id, criteria) = (entry.ReadId(), entry.List("criteria"));
        return new StageDefinition(id, entry.ReadWords("name"), entry.ReadWords("purpose"), entry.Has("win") ? entry.Number("win") : null,
            entry.List("owners"), criteria, ReadRule(entry, criteria)) { Finish = entry.List("finish") };
    }

    private static StageRule ReadRule(YamlEntry stage, ImmutableArray<string> criteria)
    {
        if (stage.Entry("rule") is not { } rule)
        {
            stage.Fault("'rule' is missing", "add `rule: {at_least: n}`");
            return new StageRule(null, [], new Requirement(1, criteria), null);
        }
        var (by, after) = (rule.Optional("by"), rule.Optional("after"));
        var cases = by is null ? [] : Each(rule, "cases", @case => new RuleCase(@case.List("when"), ReadRequirement(@case, criteria)));
        var otherwise = ReadRequirement(rule, criteria);
        rule.Done();
        return new StageRule(by, Values(cases), otherwise, after);
    }

    private static Requirement ReadRequirement(YamlEntry rule, ImmutableArray<string> criteria)
    {
        var of = rule.Has("of") ? rule.List("of") : criteria;
        var atLeast = rule.Number("at_least") ?? of.Length;
        if (atLeast < 1 || atLeast > of.Length)
            rule.Fault($"asks for {atLeast} of {of.Length} criteria", $"use a number from 1 to {of.Length}", "at_least");
        if (rule.Has("of")) PlaybookCheck.NoneTwice(rule, "of", of);
        foreach (var id in of.Except(criteria)) rule.Fault($"'{id}' is no criterion of this stage", "add it to `criteria` or take it out", "of");
        return new Requirement(atLeast, of);
    }

    private static string Hash(IReadOnlyDictionary<string, string> texts)
    {
        // Every file of the folder: advice and questions are judged by them too.
        var all = string.Join('\n', texts.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.ReplaceLineEndings("\n")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
    }
}
