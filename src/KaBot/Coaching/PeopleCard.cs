using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.People;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The organisation map of an account, who is missing on it, and whom to work on first.</summary>
public static class PeopleCard
{
    public static Card Of(Texts texts, PeopleView view)
    {
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["people.title"])];
        if (view.Removed is { } removed)
            body.Add(new RichText(new Run(texts.Say("people.removed", ("name", removed.Name))) { Bold = true }, new Run("  " + texts["people.removed.kept"]) { Size = TextSize.Small, Subtle = true }));
        foreach (var person in view.Named) body.AddRange(Offer(texts, view.Deal, view.Book, person));
        if (view.Map.People.IsEmpty && view.Named.IsEmpty) body.Add(new TextBlock(texts["people.none"]));
        body.AddRange(OrganisationPicture.Of(texts, view));
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
        List<CardAction> actions =
        [
            new Execute(texts["people.add"], CoachVerbs.Contact, ("deal", view.Deal.Id), ("contact", "")) { Positive = view.Map.People.IsEmpty },
            new Execute(texts["coach.advice"], CoachVerbs.Advice, ("deal", view.Deal.Id)),
        ];
        if (view.Removed is { } back) actions.Insert(0, new Execute(texts["people.restore"], CoachVerbs.RestoreContact, ("deal", view.Deal.Id), ("contact", back.Id)));
        return new Card(texts.Language, texts.Say("people.summary", ("deal", Parts.Title(view.Deal)), ("n", view.Map.People.Length)), body, actions);
    }

    /// <summary>A card that offers to put somebody on the map of whom the rep just spoke.</summary>
    public static Card Offered(Texts texts, DealRef deal, PeopleBook book, PersonNews person) => new(texts.Language,
        texts.Say("people.offer", ("name", person.Name)), [Parts.Caption(deal), .. Offer(texts, deal, book, person)], []);

    private static IEnumerable<Element> Offer(Texts texts, DealRef deal, PeopleBook book, PersonNews person)
    {
        var known = person.Roles.Select(id => texts.Say(book.Roles.First(role => role.Id == id).Name)).ToList();
        if (person.Title is { } title) known.Insert(0, title);
        if (person.Side != Side.Neutral) known.Add(texts.Say(book.Sides.First(side => side.Side == person.Side).Name));
        yield return new RichText(new Run(texts.Say("people.named", ("name", person.Name), ("known", texts.List(known)))));
        yield return Parts.Buttons(new Execute(texts.Say("people.offer", ("name", person.Name)), CoachVerbs.Contact, ("deal", deal.Id), ("contact", ""), ("name", person.Name),
            ("title", person.Title ?? ""), ("role", string.Join(',', person.Roles)), ("side", person.Side.ToString())) { Positive = true });
    }
}
