using System.Globalization;
using KaBot.Cards;
using KaBot.Funnel.Coaching.People;
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
        if (await Chosen.DealAsync(turn, command) is not (var deal, _)) return;
        var (book, contacts) = (coach.Guide.People, await coach.Store.ContactsAsync(deal.AccountId));
        var known = contacts.FirstOrDefault(contact => contact.Id == command["contact"]);
        var removed = known is null && command["contact"] is { Length: > 0 } id ? await coach.Store.RemovedContactAsync(deal.AccountId, id) : null;
        switch (command.Name)
        {
            case CoachVerbs.Contact when removed is null:
                turn.Show(ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, known ?? Sought(book, command["role"]), Others(contacts, known), null, known is not null)));
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
        var card = PeopleCard.Of(turn.Texts, new PeopleView(Turn.Ref(deal), book, PeopleMap.Of(book, contacts), removed));
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

    /// <summary>A form begun for a role that nobody has.</summary>
    private static Contact? Sought(PeopleBook book, string? role) =>
        book.Roles.Any(known => known.Id == role) ? new Contact("", "", null, [role!], Side.Neutral, 2, book.Rungs[0].Id) : null;

    private static IReadOnlyList<Contact> Others(IReadOnlyList<Contact> contacts, Contact? known) => [.. contacts.Where(contact => contact.Id != known?.Id)];
}
