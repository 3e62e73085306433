using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.People;

/// <summary>Whose side somebody is on. YAML ids: for_us, neutral, against.</summary>
public enum Side { Neutral, ForUs, Against }

/// <summary>Somebody at the customer's (domain.md §7).</summary>
/// <param name="Name">As the rep calls them.</param>
/// <param name="Title">Their post, or null.</param>
/// <param name="Roles">Role ids of coaching-people.yaml.</param>
/// <param name="Influence">Weight in the decision, 1 little to 3 much.</param>
/// <param name="Rung">Id of the rung of the ladder.</param>
/// <param name="ReportsTo">Id of the contact above them, or null.</param>
public sealed record Contact(
    string Id, string Name, string? Title, ImmutableArray<string> Roles, Side Side, int Influence, string Rung, string? ReportsTo = null);

/// <summary>A role at the customer's.</summary>
/// <param name="Tells">Id of the fact that is known once somebody has the role; null for none.</param>
public sealed record RoleDefinition(string Id, Words Name, string? Tells = null);

/// <summary>A side, with its name, and the words by which a rep says that somebody is on it.</summary>
public sealed record SideDefinition(Side Side, Words Name, ImmutableArray<string> Said);

/// <summary>A rung of the ladder of the relationship, and what lifts it to the next.</summary>
public sealed record RungDefinition(string Id, Words Name, Words Lift);

/// <summary>Something that can be missing on the map. The ids that the code works out: <see cref="PeopleMap.GapIds"/>.</summary>
/// <param name="Who">Ids of the roles any of which fills it.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Say">A first sentence to fill it.</param>
public sealed record PeopleGap(string Id, ImmutableArray<string> Who, Words Name, Words Why, Words Say);

/// <summary>What is known about people in general.</summary>
public sealed record PeopleBook(
    ImmutableArray<RoleDefinition> Roles, ImmutableArray<SideDefinition> Sides, ImmutableArray<RungDefinition> Rungs, ImmutableArray<PeopleGap> Gaps)
{
    /// <summary>The side that a sentence puts somebody on: the longest words decide, "不支持我们" before "支持我们". Null for none.</summary>
    public Side? SideIn(string text) => Sides.SelectMany(side => side.Said.Select(word => (side.Side, word))).Where(said => Cued.Has(text, said.word))
        .OrderByDescending(said => said.word.Length).Select(said => (Side?)said.Side).FirstOrDefault();

    public int Rank(string rungId) => Rungs.Select(rung => rung.Id).ToList().IndexOf(rungId);
}
