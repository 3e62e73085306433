using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.People;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>
/// The organisation map as a picture: the customer on top, below it a box for everybody under the one they report to. Colour and sign tell
/// the side, the size of the name the influence, dots the rung; a box with a question mark stands for a role that nobody has. Drawn with the
/// card's own elements rather than as an image: sharp at any size, in the theme's colours, read out by screen readers, and no font is needed
/// on the server.
/// </summary>
internal static class OrganisationPicture
{
    /// <summary>Boxes side by side; more go into further rows, so that names stay readable on a phone.</summary>
    private const int Abreast = 3;
    private const int MostShown = 15;

    /// <summary>Halves of a box: a row that is not full is moved to the middle by empty halves.</summary>
    private const int Halves = 2;

    private const string Dashes = "┄┄┄┄┄┄";

    public static IEnumerable<Element> Of(Texts texts, PeopleView view)
    {
        var unknown = view.Map.Missing.Where(gap => !gap.Who.IsEmpty).Select(gap => Unknown(texts, view, gap)).ToList();
        var shown = view.Map.People.Take(MostShown).ToImmutableArray();
        var people = OrganisationTree.Of(shown).Select(branch => Draw(texts, view, branch));
        yield return Row([new Drawing(Customer(view.Deal), 1)], Abreast) with { Spacing = Spacing.Medium };
        yield return Line();
        foreach (var row in Rows([.. people, .. unknown.Select(box => new Drawing(box, 1))], Abreast)) yield return row;
        if (view.Map.People.Length > shown.Length) yield return Small(texts.Say("people.more", ("n", view.Map.People.Length - shown.Length)));
        yield return Small(texts[unknown.Count > 0 ? "people.legend.unknown" : "people.legend"]);
    }

    /// <summary>Something to place in a row, and how many boxes wide it is.</summary>
    private sealed record Drawing(Element Element, int Width);

    /// <summary>A person with everybody below: a line down, then their rows under one bar.</summary>
    private static Drawing Draw(Texts texts, PeopleView view, Branch branch)
    {
        var box = Person(texts, view, branch.Person);
        if (branch.Below.IsEmpty) return new Drawing(box, 1);
        var width = Math.Min(branch.Width, Abreast);
        return new Drawing(new Container([box, Line(), .. Rows([.. branch.Below.Select(below => Draw(texts, view, below))], width)]), width);
    }

    /// <summary>Rows as full as they get without parting a drawing; a bar over several drawings joins them to the line above.</summary>
    private static IEnumerable<ColumnSet> Rows(IReadOnlyList<Drawing> drawings, int room)
    {
        var rows = new List<List<Drawing>> { new() };
        foreach (var drawing in drawings)
        {
            if (rows[^1].Sum(placed => placed.Width) + drawing.Width > room) rows.Add([]);
            rows[^1].Add(drawing);
        }
        return rows.Select((row, index) => Row(row, room) with { Separator = index == 0 && drawings.Count > 1 });
    }

    private static ColumnSet Row(IReadOnlyList<Drawing> drawings, int room)
    {
        var left = room - drawings.Sum(drawing => drawing.Width);
        Column[] margin = left > 0 ? [new Column([]) { Weight = left }] : [];
        return new ColumnSet([.. margin, .. drawings.Select(drawing => new Column([drawing.Element]) { Weight = drawing.Width * Halves }), .. margin])
        { Spacing = Spacing.Small };
    }

    private static Container Customer(DealRef deal) => new(
        [new RichText(new Run(Parts.Title(deal with { Name = deal.Account.Length > 0 ? deal.Account : deal.Name })) { Bold = true }) { Align = Align.Center }]) { Style = Surface.Accent, Framed = true };

    private static Container Person(Texts texts, PeopleView view, Acquaintance standing)
    {
        var contact = standing.Contact;
        var (sign, surface, color) = contact.Side switch
        {
            Side.ForUs => ("▲", Surface.Good, TextColor.Good),
            Side.Against => ("▼", Surface.Attention, TextColor.Attention),
            _ => ("◆", Surface.Emphasis, (TextColor?)null),
        };
        var about = texts.List(new[] { contact.Title }.OfType<string>()
            .Concat(view.Book.Roles.Where(role => contact.Roles.Contains(role.Id)).Select(role => texts.Say(role.Name))));
        var rank = view.Book.Rank(standing.Rung.Id);
        var rung = new string('●', rank + 1) + new string('○', view.Book.Rungs.Length - rank - 1) + " " + texts.Say(standing.Rung.Name);
        return new Container(
        [
            new RichText(new Run(sign + " ") { Color = color }, new Run(contact.Name + " ") { Bold = true, Size = Size(contact.Influence) }) { Align = Align.Center },
            .. about.Length > 0 ? [Small(about)] : Array.Empty<Element>(),
            Small(rung),
        ])
        {
            Style = surface, Framed = true,
            // Read out in place of what stands in the box: all of that, and what the colour and the size say.
            Tap = new Execute(texts.Say("people.box", ("shown", $"{sign} {contact.Name} {about} {rung}"), ("side",
                texts.Say(view.Book.Sides.First(side => side.Side == contact.Side).Name)), ("weight", texts[Weight(contact.Influence)])),
                CoachVerbs.Contact, ("deal", view.Deal.Id), ("contact", contact.Id)),
        };
    }

    private static string Weight(int influence) => influence switch { >= 3 => "people.much", 2 => "people.some", _ => "people.little" };

    private static TextSize? Size(int influence) => influence switch { >= 3 => TextSize.Large, 2 => TextSize.Medium, _ => null };

    private static Container Unknown(Texts texts, PeopleView view, PeopleGap gap)
    {
        var role = texts.Say(view.Book.Roles.First(role => role.Id == gap.Who[0]).Name);
        return new Container(
        [
            Small(Dashes),
            new RichText(new Run("？ ") { Bold = true, Size = TextSize.Large, Color = TextColor.Warning }) { Align = Align.Center, Spacing = Spacing.None },
            Small(role),
            Small(Dashes),
        ])
        {
            Style = Surface.Warning, Framed = true,
            Tap = new Execute(texts.Say("people.unknown", ("shown", $"{Dashes} ？ {role} {Dashes}")), CoachVerbs.Contact,
                ("deal", view.Deal.Id), ("contact", ""), ("role", gap.Who[0])),
        };
    }

    private static RichText Line() => new(new Run("│") { Subtle = true, Size = TextSize.Small }) { Align = Align.Center, Spacing = Spacing.None };

    // The space behind it, as behind a name: screen readers run the lines of a box together.
    private static RichText Small(string words) => new(new Run(words + " ") { Size = TextSize.Small, Subtle = true }) { Align = Align.Center, Spacing = Spacing.None };
}
