using System.Collections.Immutable;
using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Facts;
using KaBot.Language;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>The people of a deal's account: who there is, who is missing, what lifts the next rung.</summary>
public sealed class PeopleFeature(Coach coach) : IFeature
{
    private const int LongestName = 60;

    public string Name => "people";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, var words)) return;
        var (book, contacts) = (coach.Guide.People, await coach.Store.ContactsAsync(deal.AccountId));
        var known = contacts.FirstOrDefault(contact => contact.Id == command["contact"]);
        var removed = known is null && command["contact"] is { Length: > 0 } id ? await coach.Store.RemovedContactAsync(deal.AccountId, id) : null;
        switch (command.Name)
        {
            case CoachVerbs.Contact when removed is null:
                turn.Show(ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, known ?? Sought(book, command), Others(contacts, known), null, known is not null)));
                return;
            case CoachVerbs.Offer when PersonNews.Read(book, words) is { } person:
                Offer(turn, deal, book, contacts, person);
                return;
            // The form of one who was removed meanwhile brings them back: somebody filled it in.
            case CoachVerbs.SaveContact when Read(turn, command, known ?? removed, contacts) is { } filled:
                if (filled.Name.Length == 0)
                {
                    turn.Replacement = ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, filled, Others(contacts, known), turn.Texts["people.name.missing"], known is not null));
                    return;
                }
                (contacts, removed) = (Save(turn, deal, contacts, filled, "people.saved"), null);
                break;
            case CoachVerbs.RemoveContact when known is not null:
                turn.Changes.Add(new Change.ContactRemoved(deal.AccountId, known.Id, turn.Now));
                turn.Changes.Add(new Change.Audited(turn.Person.Id, "people.removed", deal.Id, known.Name, turn.Now));
                (contacts, removed) = (Others(contacts, known), known);
                break;
            case CoachVerbs.RestoreContact when removed is not null:
                (contacts, removed) = (Save(turn, deal, contacts, removed, "people.restored"), null);
                break;
        }
        foreach (var contact in contacts.Where(contact => turn.Text.Contains(contact.Name, StringComparison.OrdinalIgnoreCase))) turn.Say(Line(turn.Texts, book, contact));
        var named = MapFacts.Named(book, deal.Latest?.Facts ?? FactSheet.Empty);
        var card = PeopleCard.Of(turn.Texts, new PeopleView(Turn.Ref(deal), book, PeopleMap.Of(book, contacts, named), removed) { Named = MapFacts.Lacking(named, contacts) });
        if (command.Name is CoachVerbs.SaveContact or CoachVerbs.RemoveContact or CoachVerbs.RestoreContact) turn.Replacement = card;
        else turn.Show(card);
    }

    private static IReadOnlyList<Contact> Save(Turn turn, Deal deal, IReadOnlyList<Contact> contacts, Contact contact, string what)
    {
        turn.Changes.Add(new Change.ContactSaved(deal.AccountId, contact, turn.Now));
        turn.Changes.Add(new Change.Audited(turn.Person.Id, what, deal.Id, contact.Name, turn.Now));
        return [.. contacts.Where(one => one.Id != contact.Id), contact];
    }

    /// <summary>The contact of the form: what it does not name, or names wrongly, stays as it was.</summary>
    private Contact Read(Turn turn, Command command, Contact? known, IReadOnlyList<Contact> contacts)
    {
        var book = coach.Guide.People;
        var before = known ?? new Contact(Ids.New(turn.Now), "", null, [], Side.Neutral, 1, book.Rungs[0].Id);
        return before with
        {
            Name = Parts.Clip(command["name"] ?? before.Name, LongestName),
            Title = Parts.Clip(command["title"] ?? before.Title ?? "", LongestName) is { Length: > 0 } title ? title : null,
            Roles = command["roles"] is { } roles ? [.. roles.Split(',').Where(id => book.Roles.Any(role => role.Id == id))] : before.Roles,
            Side = Enum.TryParse<Side>(command["side"], out var side) && Enum.IsDefined(side) ? side : before.Side,
            Influence = int.TryParse(command["influence"], NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= 3
                ? weight : before.Influence,
            Rung = book.Rungs.Any(rung => rung.Id == command["rung"]) ? command["rung"]! : before.Rung,
            ReportsTo = command["above"] == ContactCard.Nobody ? null
                : contacts.Any(other => other.Id == command["above"] && other.Id != before.Id) ? command["above"] : before.ReportsTo,
        };
    }

    /// <summary>Somebody of whom the rep just spoke: the filled-in form, or a button to it where something else was answered.</summary>
    private static void Offer(Turn turn, Deal deal, PeopleBook book, IReadOnlyList<Contact> contacts, PersonNews person)
    {
        var known = contacts.FirstOrDefault(contact => contact.Name == person.Name);
        var filled = known is null ? Begun(book, person) : known with { Side = person.Side, Roles = [.. known.Roles.Union(person.Roles)] };
        if (turn.Replies.Count > 0 && known is null) turn.Show(PeopleCard.Offered(turn.Texts, Turn.Ref(deal), book, person));
        else turn.Show(ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, filled, Others(contacts, known), null, known is not null)));
    }

    /// <summary>"What does Mr Liu do?": all that is known of somebody on the map.</summary>
    private static string Line(Texts texts, PeopleBook book, Contact contact) => texts.Say("people.line", ("name", contact.Name), ("known", texts.List(
        [.. contact.Title is { } title ? new[] { title } : [], .. book.Roles.Where(role => contact.Roles.Contains(role.Id)).Select(role => texts.Say(role.Name)),
            texts.Say(book.Sides.First(side => side.Side == contact.Side).Name), texts.Say(book.Rungs[Math.Max(0, book.Rank(contact.Rung))].Name)])));

    /// <summary>A form begun for a role that nobody has, or for somebody named.</summary>
    private static Contact? Sought(PeopleBook book, Command command)
    {
        ImmutableArray<string> roles = [.. (command["role"] ?? "").Split(',').Where(id => book.Roles.Any(known => known.Id == id))];
        var side = Enum.TryParse<Side>(command["side"], out var told) && Enum.IsDefined(told) ? told : Side.Neutral;
        return roles.IsEmpty && command["name"] is not { Length: > 0 } ? null
            : Begun(book, new PersonNews(Parts.Clip(command["name"] ?? "", LongestName), command["title"] is { Length: > 0 } title ? Parts.Clip(title, LongestName) : null, roles, side));
    }

    private static Contact Begun(PeopleBook book, PersonNews person) => new("", person.Name, person.Title, person.Roles, person.Side, 2, book.Rungs[0].Id);

    private static IReadOnlyList<Contact> Others(IReadOnlyList<Contact> contacts, Contact? known) => [.. contacts.Where(contact => contact.Id != known?.Id)];
}
