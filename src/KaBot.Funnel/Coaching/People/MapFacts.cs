using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.People;

/// <summary>What the people map and the facts on record tell of one another. Nothing is recorded by it. Pure.</summary>
public static class MapFacts
{
    /// <summary>Whoever is on the map was met.</summary>
    private const string ContactMade = "contact_made";

    /// <summary>The facts on record, and where they know nothing, what the map tells.</summary>
    public static FactSheet Seen(Playbook playbook, PeopleBook book, FactSheet facts, IReadOnlyList<Contact> contacts, DateTimeOffset at)
    {
        var told = contacts.SelectMany(contact => Told(book, contact).Select(id => (Id: id, contact))).Concat(contacts.Take(1).Select(contact => (Id: ContactMade, contact)));
        foreach (var (id, contact) in told)
            if (playbook.Fact(id) is { } fact && IsOpen(facts[id]) && Value(fact, contact) is { } value)
                facts = facts.With(new Fact(id, value, Certainty.Stated, at, new Evidence(Shown(contact), null, at, null)));
        return facts;
    }

    /// <summary>Those on the map whose role answers a fact.</summary>
    public static IEnumerable<Contact> Who(PeopleBook book, string factId, IEnumerable<Contact> contacts) => contacts.Where(contact => Told(book, contact).Contains(factId));

    /// <summary>Whom the facts name.</summary>
    public static ImmutableArray<PersonNews> Named(PeopleBook book, FactSheet facts)
    {
        var named = ImmutableArray.CreateBuilder<PersonNews>();
        foreach (var role in book.Roles.Where(role => role.Tells is not null))
            if (facts[role.Tells!]?.Value is FactValue.Text { Value: var words } && PersonName.Split(words) is var (name, title))
                named.Add(new PersonNews(name, title, [role.Id], Side.Neutral));
        return named.ToImmutable();
    }

    /// <summary>Those of them whom the map does not know.</summary>
    public static ImmutableArray<PersonNews> Lacking(IEnumerable<PersonNews> named, IReadOnlyList<Contact> contacts) =>
        [.. named.Where(person => !contacts.Any(contact => person.Name.Contains(contact.Name, StringComparison.OrdinalIgnoreCase) || contact.Name.Contains(person.Name, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>A person in a line: name, and post where it is known.</summary>
    public static string Shown(Contact contact) => contact.Title is { } title ? $"{title} {contact.Name}" : contact.Name;

    private static IEnumerable<string> Told(PeopleBook book, Contact contact) =>
        book.Roles.Where(role => role.Tells is not null && contact.Roles.Contains(role.Id)).Select(role => role.Tells!);

    /// <summary>Not known, left open, or denied before somebody was put on the map.</summary>
    private static bool IsOpen(Fact? fact) => fact?.Value is null or FactValue.Open or FactValue.Flag { Value: false };

    private static FactValue? Value(FactDefinition fact, Contact contact) => fact.Kind switch
    {
        FactKind.Flag => new FactValue.Flag(true),
        FactKind.Text => new FactValue.Text(Shown(contact)),
        _ => null,
    };
}
