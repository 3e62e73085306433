using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.People;

/// <summary>A contact and what lifts the relationship.</summary>
/// <param name="Next">The rung after theirs; null on the highest.</param>
public sealed record Acquaintance(Contact Contact, RungDefinition Rung, RungDefinition? Next);

/// <summary>The people of an account as a whole: who there is, who is missing, whom to work on first.</summary>
/// <param name="People">Weightiest first.</param>
/// <param name="Missing">The gaps of the playbook that are open, in its order.</param>
/// <param name="First">The one whose next rung pays most, or null when there is nobody.</param>
public sealed record PeopleMap(ImmutableArray<Acquaintance> People, ImmutableArray<PeopleGap> Missing, Acquaintance? First)
{
    /// <summary>Gaps that are worked out here rather than by a role that nobody has.</summary>
    public static readonly ImmutableArray<string> GapIds = ["single_threaded", "strong_opponent"];

    private const int Familiar = 1;

    /// <param name="named">Whom the facts name beside those on the map: what they are is not missing.</param>
    public static PeopleMap Of(PeopleBook book, IEnumerable<Contact> contacts, IEnumerable<PersonNews>? named = null)
    {
        var filled = (named ?? []).SelectMany(person => person.Roles).ToHashSet();
        ImmutableArray<Acquaintance> people = [.. contacts.OrderByDescending(contact => contact.Influence)
            .ThenBy(contact => contact.Name, StringComparer.Ordinal)
            .Select(contact => Stand(book, contact))];
        return new PeopleMap(people, [.. book.Gaps.Where(gap => IsOpen(book, gap, people) && !gap.Who.Any(filled.Contains))],
            people.OrderByDescending(Worth).ThenBy(standing => book.Rank(standing.Rung.Id)).FirstOrDefault(standing => standing.Next is not null));
    }

    private static Acquaintance Stand(PeopleBook book, Contact contact)
    {
        var rank = Math.Max(0, book.Rank(contact.Rung));
        return new Acquaintance(contact, book.Rungs[rank], rank + 1 < book.Rungs.Length ? book.Rungs[rank + 1] : null);
    }

    private static bool IsOpen(PeopleBook book, PeopleGap gap, ImmutableArray<Acquaintance> people) => gap.Id switch
    {
        // One who merely met us carries no deal.
        "single_threaded" => people.Count(standing => book.Rank(standing.Rung.Id) >= Familiar) == 1 || people.Length == 1,
        "strong_opponent" => Weight(people, Side.Against) is > 0 and var against && against >= Weight(people, Side.ForUs),
        _ => !gap.Who.IsEmpty && !people.Any(standing => standing.Contact.Roles.Intersect(gap.Who).Any()),
    };

    /// <summary>The influence of the weightiest on a side.</summary>
    private static int Weight(ImmutableArray<Acquaintance> people, Side side) =>
        people.Where(standing => standing.Contact.Side == side).Select(standing => standing.Contact.Influence).DefaultIfEmpty(0).Max();

    /// <summary>Influence counts most; among equals one who is not for us yet has more to gain.</summary>
    private static int Worth(Acquaintance standing) => standing.Contact.Influence * 10 + standing.Contact.Side switch
    {
        Side.Neutral => 5,
        Side.Against => 3,
        _ => 0,
    };
}
