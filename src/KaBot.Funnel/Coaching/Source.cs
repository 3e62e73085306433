using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>What the coach's files may refer to: the playbook, and the placeholders of its sentences.</summary>
internal sealed record Source(Playbook Playbook, ImmutableArray<Placeholder> Placeholders)
{
    /// <summary>Placeholders that are filled wherever a target or a stage is spoken of.</summary>
    private static readonly ImmutableArray<string> Always = ["criterion", "stage"];

    public ImmutableArray<Condition> When(YamlEntry entry) => entry.Has("when") ? ConditionReader.Read(Playbook, entry) : [];

    /// <summary>A sentence in every language, each with the same known placeholders, that can be said whenever its conditions hold.</summary>
    /// <param name="when">What holds when it is said: fills the placeholders that have no general words.</param>
    public Words Sentence(YamlEntry entry, string key, ImmutableArray<Condition> when = default)
    {
        var words = Checked(entry, key, entry.ReadWords(key));
        foreach (var gap in Wording.GapsIn(words.In(Words.Languages[0])).Distinct().Select(id => Placeholders.FirstOrDefault(known => known.Id == id)).OfType<Placeholder>()
            .Where(gap => gap.Unknown is null && !Known(gap, when)))
            entry.Fault($"'{key}' names {{{gap.Id}}}, which may not be known", $"add '{gap.Fact}' to `when`, or say it without", key);
        return words;
    }

    private static bool Known(Placeholder gap, ImmutableArray<Condition> when) => !when.IsDefault && when.Any(condition => condition.AnyOf is [var only] && only switch
    {
        Term.FactHolds holds => holds.Fact == gap.Fact,
        Term.DatePast past => past.Fact == gap.Fact,
        Term.DateWithin within => within.Fact == gap.Fact,
        _ => false,
    });

    /// <summary>A list of such sentences, at least one.</summary>
    public ImmutableArray<Words> Sentences(YamlEntry entry, string key)
    {
        ImmutableArray<Words> sentences = [.. entry.Entries(key).Select(item => Checked(entry, key, item.AsWords()))];
        if (entry.Has(key) && sentences.IsEmpty) entry.Fault($"'{key}' holds nothing", "list at least one sentence", key);
        return sentences;
    }

    private Words Checked(YamlEntry entry, string key, Words words)
    {
        var gaps = Words.Languages.Select(language => Wording.GapsIn(words.In(language)).Order().Distinct().ToList()).ToList();
        foreach (var gap in gaps.SelectMany(found => found).Distinct().Where(gap => Placeholders.All(known => known.Id != gap) && !Always.Contains(gap)))
            entry.Fault($"'{key}' has the unknown placeholder {{{gap}}}", "use one of " + string.Join(", ", Placeholders.Select(known => known.Id)), key);
        if (words.ByLanguage.Values.All(text => text.Length > 0) && gaps.Any(found => !found.SequenceEqual(gaps[0])))
            entry.Fault($"'{key}' has not the same placeholders in every language", "name the same figures in each", key);
        return words;
    }

    public PointRule Rule(YamlEntry entry) => new(entry.ReadId(), When(entry), entry.Points("points"), Sentence(entry, "why"));
}

/// <summary>Lists of entries, each read whole.</summary>
internal static class Entries
{
    public static ImmutableArray<T> Each<T>(YamlEntry top, string key, Func<YamlEntry, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. top.Entries(key).Select(entry =>
        {
            var value = read(entry);
            entry.Done();
            if (entry.Has("id") && !seen.Add(entry.Id)) entry.Fault($"the id '{entry.Id}' is there twice", "rename or remove one", "id");
            return value;
        })];
    }

    /// <summary>The same for a list that may be left out.</summary>
    public static ImmutableArray<T> EachIfAny<T>(YamlEntry top, string key, Func<YamlEntry, T> read) => top.Has(key) ? Each(top, key, read) : [];
}
