using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching;

/// <summary>What the coach's files may refer to: the playbook, and the placeholders of its sentences.</summary>
internal sealed record Source(Playbook Playbook, ImmutableArray<string> Placeholders)
{
    /// <summary>Placeholders that are filled wherever a target or a stage is spoken of.</summary>
    private static readonly ImmutableArray<string> Always = ["criterion", "stage"];

    public ImmutableArray<Condition> When(YamlEntry entry) => entry.Has("when") ? ConditionReader.Read(Playbook, entry) : [];

    /// <summary>A sentence in every language, each with the same known placeholders.</summary>
    public Words Sentence(YamlEntry entry, string key) => Checked(entry, key, entry.ReadWords(key));

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
        foreach (var gap in gaps.SelectMany(found => found).Distinct().Where(gap => !Placeholders.Contains(gap) && !Always.Contains(gap)))
            entry.Fault($"'{key}' has the unknown placeholder {{{gap}}}", "use one of " + string.Join(", ", Placeholders), key);
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
