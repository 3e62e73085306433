using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>The coach's knowledge, or everything that is wrong with its files.</summary>
public sealed record CoachingReading(CoachingGuide? Guide, ImmutableArray<Fault> Faults);

/// <summary>Reads the coach's files of the playbook folder into types. Pure: it is given the texts.</summary>
public static class CoachingReader
{
    public const string ActionsFile = "coaching-actions.yaml";
    public const string TacticsFile = "coaching-tactics.yaml";

    public const string QuestionsFile = "coaching-questions.yaml";
    public const string PeopleFile = "coaching-people.yaml";
    public const string CareFile = "care.yaml";
    public const string RolePlayFile = "roleplay.yaml";

    public static readonly ImmutableArray<string> Files = [ActionsFile, TacticsFile, QuestionsFile, PeopleFile, CareFile, RolePlayFile];

    /// <param name="playbook">The stages and facts that the files speak of; a draft with faults will do.</param>
    /// <param name="texts">File name → text; files of other readers are passed over.</param>
    public static CoachingReading Read(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        var tops = Files.ToDictionary(file => file, file => Top(file, texts, faults));
        var placeholders = tops[TacticsFile] is { } top ? Entries.Each(top, "placeholders", entry => ReadPlaceholder(playbook, entry)) : [];
        var source = new Source(playbook, placeholders);

        var tactics = Part(TacticsFile, TacticsReader.Read);
        var actions = Part(ActionsFile, ActionsReader.Read);
        var needs = Part(QuestionsFile, NeedsReader.Read);
        var people = Part(PeopleFile, PeopleReader.Read);
        var care = Part(CareFile, CareReader.Read);
        var rolePlay = Part(RolePlayFile, RolePlayReader.Read);
        foreach (var read in tops.Values.OfType<YamlEntry>()) read.Done();

        // Without a fault every file was there, so every part is.
        return faults.Count > 0
            ? new CoachingReading(null, [.. faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)])
            : new CoachingReading(new CoachingGuide(placeholders, actions!, tactics!, needs!, people!, care!, rolePlay!), []);

        T? Part<T>(string file, Func<Source, YamlEntry, T> read) where T : class => tops[file] is { } entry ? read(source, entry) : null;
    }

    private static YamlEntry? Top(string file, IReadOnlyDictionary<string, string> texts, List<Fault> faults)
    {
        if (texts.TryGetValue(file, out var text)) return YamlEntry.Parse(file, text, faults);
        faults.Add(new Fault(file, 0, "", "the file is missing", "put it back into the playbook folder"));
        return null;
    }

    private static Placeholder ReadPlaceholder(Playbook playbook, YamlEntry entry)
    {
        var (id, fact) = (entry.ReadId(), entry.Optional("fact"));
        if (fact is { Length: > 0 } && playbook.Fact(fact) is null)
            entry.Fault($"'fact' names the unknown '{fact}'", "use a fact of facts.yaml", "fact");
        if (fact is null && !entry.Has("unknown")) entry.Fault("'unknown' is missing", "say what stands there when the caller gives nothing");
        return new Placeholder(id, fact, entry.Has("unknown") ? entry.ReadWords("unknown") : null);
    }
}
