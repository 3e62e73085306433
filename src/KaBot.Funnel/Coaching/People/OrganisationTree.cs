using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.People;

/// <summary>Somebody and those who report to them.</summary>
public sealed record Branch(Acquaintance Person, ImmutableArray<Branch> Below)
{
    /// <summary>How many stand side by side at the widest level, drawn without folding: at least 1.</summary>
    public int Width => Math.Max(1, Below.Sum(branch => branch.Width));
}

/// <summary>Who reports to whom, as a forest: everybody once, the weightiest first among equals.</summary>
public static class OrganisationTree
{
    /// <summary>
    /// The branches of those who report to nobody on the map. A ring of reports is cut above its weightiest; who reports to somebody unknown
    /// stands at the top.
    /// </summary>
    /// <param name="people">Weightiest first, as in <see cref="PeopleMap.People"/>.</param>
    public static ImmutableArray<Branch> Of(ImmutableArray<Acquaintance> people)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ids = people.Select(person => person.Contact.Id).ToHashSet(StringComparer.Ordinal);
        var tops = people.Where(person => person.Contact.ReportsTo is not { } above || !ids.Contains(above) || above == person.Contact.Id);
        return [.. tops.Concat(people).Select(Grow).OfType<Branch>()];

        Branch? Grow(Acquaintance person) => !seen.Add(person.Contact.Id) ? null
            : new Branch(person, [.. people.Where(other => other.Contact.ReportsTo == person.Contact.Id).Select(Grow).OfType<Branch>()]);
    }
}
