using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.People;

/// <summary>Reads coaching-people.yaml.</summary>
internal static class PeopleReader
{
    private static readonly (string Id, Side Side)[] Sides = [("for_us", Side.ForUs), ("neutral", Side.Neutral), ("against", Side.Against)];

    public static PeopleBook Read(Source source, YamlEntry top)
    {
        var roles = Entries.Each(top, "roles", entry => new RoleDefinition(entry.ReadId(), entry.ReadWords("name"), entry.Has("tells") ? Fact(source, entry) : null));
        var sides = Entries.Each(top, "sides", entry => (Id: entry.ReadId(), Name: entry.ReadWords("name"), Said: entry.Has("said") ? entry.List("said") : []));
        var known = Sides.Select(side => side.Id).ToList();
        if (!sides.Select(side => side.Id).Order(StringComparer.Ordinal).SequenceEqual(known.Order(StringComparer.Ordinal)))
            top.Fault("'sides' names other sides than there are", "give a name to each of " + string.Join(", ", known), "sides");
        var rungs = Entries.Each(top, "rungs", entry => new RungDefinition(entry.ReadId(), entry.ReadWords("name"), source.Sentence(entry, "lift")));
        if (top.Has("rungs") && rungs.IsEmpty) top.Fault("'rungs' holds nothing", "list at least one rung", "rungs");
        var gaps = Entries.Each(top, "gaps", entry =>
        {
            var gap = new PeopleGap(entry.ReadId(), entry.List("who"), entry.ReadWords("name"), source.Sentence(entry, "why"), source.Sentence(entry, "say"));
            foreach (var id in gap.Who.Where(id => roles.All(role => role.Id != id)))
                entry.Fault($"'who' names the unknown role '{id}'", "use one of " + string.Join(", ", roles.Select(role => role.Id)), "who");
            if (gap.Id.Length > 0 && gap.Who.IsEmpty && !PeopleMap.GapIds.Contains(gap.Id))
                entry.Fault($"nobody can fill the gap '{gap.Id}'", "name the roles under `who`", "who");
            return gap;
        });
        return new PeopleBook(roles, [.. Sides.Select(side => new SideDefinition(side.Side,
            sides.FirstOrDefault(read => read.Id == side.Id).Name ?? new Words(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty),
            sides.FirstOrDefault(read => read.Id == side.Id) is { Name: not null } found ? found.Said : []))], rungs, gaps);
    }

    private static string Fact(Source source, YamlEntry entry)
    {
        var id = entry.Text("tells");
        if (source.Playbook.Fact(id) is null) entry.Fault($"there is no fact '{id}'", "use an id of facts.yaml", "tells");
        return id;
    }
}
