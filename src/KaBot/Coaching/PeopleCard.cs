using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.People;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The people of an account by who reports to whom, who is missing, and whom to work on first.</summary>
public static class PeopleCard
{
    private const int MostShown = 15;

    public static Card Of(Texts texts, PeopleView view)
    {
        List<Element> body = [Parts.Caption(view.Deal), CoachParts.Title(texts["people.title"])];
        if (view.Map.People.IsEmpty) body.Add(new TextBlock(texts["people.none"]));
        body.AddRange(Tree(view.Map).Take(MostShown).Select((row, index) => Person(texts, view, row.Person, row.Depth, index)));
        if (!view.Map.Missing.IsEmpty)
        {
            body.Add(CoachParts.Heading(texts["people.missing"]));
            foreach (var gap in view.Map.Missing)
            {
                body.Add(new RichText(new Run(texts.Say(gap.Name)) { Bold = true, Color = TextColor.Warning },
                    new Run("  " + texts.Say(gap.Why)) { Size = TextSize.Small })
                {
                    Spacing = Spacing.Small,
                });
                body.Add(CoachParts.Quote(texts, texts.Say(gap.Say)));
            }
        }
        if (view.Map.First is { Next: { } next } first)
        {
            body.Add(CoachParts.Heading(texts.Say("people.first", ("name", first.Contact.Name))));
            body.Add(new RichText(
                new Run(texts.Say("people.rung", ("from", texts.Say(first.Rung.Name)), ("to", texts.Say(next.Name)))) { Size = TextSize.Small, Subtle = true }));
            body.Add(new RichText(new Run(texts.Say(first.Rung.Lift))) { Spacing = Spacing.Small });
        }
        return new Card(texts.Language, texts.Say("people.summary", ("deal", Parts.Title(view.Deal)), ("n", view.Map.People.Length)), body,
        [
            new Execute(texts["people.add"], CoachVerbs.Contact, ("deal", view.Deal.Id), ("contact", "")) { Positive = view.Map.People.IsEmpty },
            new Execute(texts["coach.advice"], CoachVerbs.Advice, ("deal", view.Deal.Id)),
        ]);
    }

    private static ColumnSet Person(Texts texts, PeopleView view, Acquaintance standing, int depth, int index)
    {
        var contact = standing.Contact;
        var (mark, color) = contact.Side switch
        {
            Side.ForUs => ("▲", TextColor.Good),
            Side.Against => ("▼", TextColor.Attention),
            _ => ("◆", (TextColor?)null),
        };
        var about = texts.List(new[] { contact.Title }.OfType<string>()
            .Concat(view.Book.Roles.Where(role => contact.Roles.Contains(role.Id)).Select(role => texts.Say(role.Name)))
            .Append(texts.Say(view.Book.Sides.First(side => side.Side == contact.Side).Name)).Append(texts.Say(standing.Rung.Name)));
        return new ColumnSet(
        [
            new Column(
            [
                // A no-break space keeps the indent that shows who reports to whom.
                new RichText(new Run(new string('\u00a0', depth * 4) + mark + " ") { Color = color }, new Run(contact.Name) { Bold = true },
                    new Run("  " + new string('●', contact.Influence) + new string('○', 3 - contact.Influence)) { Size = TextSize.Small, Subtle = true }),
                new RichText(new Run(new string('\u00a0', depth * 4) + about) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.None },
            ]) { Stretch = true },
            new Column([Parts.Buttons(
                new Execute(texts["people.edit"], CoachVerbs.Contact, ("deal", view.Deal.Id), ("contact", contact.Id)))]) { Middle = true },
        ]) { Separator = index > 0 && depth == 0, Spacing = Spacing.Small };
    }

    /// <summary>Everybody once, those under somebody below them; a ring of reports is cut where it closes.</summary>
    private static List<(Acquaintance Person, int Depth)> Tree(PeopleMap map)
    {
        var rows = new List<(Acquaintance, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var top in map.People.Where(standing => map.People.All(other => other.Contact.Id != standing.Contact.ReportsTo))) Add(top, 0);
        foreach (var rest in map.People) Add(rest, 0);
        return rows;

        void Add(Acquaintance standing, int depth)
        {
            if (!seen.Add(standing.Contact.Id)) return;
            rows.Add((standing, depth));
            foreach (var below in map.People.Where(other => other.Contact.ReportsTo == standing.Contact.Id)) Add(below, depth + 1);
        }
    }
}
