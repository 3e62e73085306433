using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>Reads coaching-tactics.yaml.</summary>
internal static class TacticsReader
{
    public static TacticBook Read(Source source, YamlEntry top)
    {
        var principles = Entries.Each(top, "principles",
            entry => new PrincipleDefinition(entry.ReadId(), entry.ReadWords("name"), source.Sentence(entry, "check")));
        var phases = Entries.Each(top, "phases", entry => new PhaseRule(entry.ReadId(), entry.OneOf<Phase>("phase"), source.When(entry)));
        var ids = principles.Select(principle => principle.Id).ToHashSet(StringComparer.Ordinal);
        var tactics = Entries.Each(top, "tactics", entry => ReadTactic(source, ids, entry));
        return new TacticBook(principles, phases, new Guard("tried", [], null, source.Sentence(top, "tried")), tactics);
    }

    private static TacticDefinition ReadTactic(Source source, HashSet<string> principles, YamlEntry entry)
    {
        var tactic = new TacticDefinition(
            entry.ReadId(), entry.ReadWords("name"), source.Sentence(entry, "idea"), Phases(entry), entry.List("serves"),
            Entries.Each(entry, "rules", source.Rule), Entries.EachIfAny(entry, "unless", guard => ReadGuard(source, principles, guard)),
            Entries.Each(entry, "lines", line => ReadLine(source, line)),
            source.Sentence(entry, "risk"), source.Sentence(entry, "counter"), source.Sentence(entry, "answer"));
        foreach (var id in tactic.Serves.Where(id => !principles.Contains(id)))
            entry.Fault($"'serves' names the unknown principle '{id}'", "use one of " + string.Join(", ", principles), "serves");
        if (entry.Has("lines") && tactic.Lines.All(line => line.When.Length > 0))
            entry.Fault("every line has conditions", "let one line stand without `when`, so that there is always something to say", "lines");
        return tactic;
    }

    private static Line ReadLine(Source source, YamlEntry line)
    {
        var when = source.When(line);
        return new Line(when, source.Sentence(line, "say", when));
    }

    private static ImmutableArray<Phase> Phases(YamlEntry entry)
    {
        var phases = ImmutableArray.CreateBuilder<Phase>();
        foreach (var word in entry.List("phases"))
            if (Enum.TryParse<Phase>(word, ignoreCase: true, out var phase)) phases.Add(phase);
            else entry.Fault($"'phases' names the unknown '{word}'", "use early, middle or late", "phases");
        return phases.ToImmutable();
    }

    private static Guard ReadGuard(Source source, HashSet<string> principles, YamlEntry entry)
    {
        var (id, principle) = (entry.ReadId(), entry.Optional("principle"));
        if (principle is { Length: > 0 } && !principles.Contains(principle))
            entry.Fault($"'principle' names the unknown '{principle}'", "use one of " + string.Join(", ", principles), "principle");
        return new Guard(id, source.When(entry), principle, source.Sentence(entry, "why"));
    }
}
