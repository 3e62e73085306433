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
        if (command.Name == CoachVerbs.Contact)
        {
            turn.Show(ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, known ?? Sought(book, command["role"]), Others(contacts, known), null)));
            return;
        }
        if (command.Name == CoachVerbs.SaveContact)
        {
            var filled = Read(turn, command, known, contacts);
            if (filled.Name.Length == 0)
            {
                turn.Replacement = ContactCard.Of(turn.Texts, new ContactView(Turn.Ref(deal), book, filled, Others(contacts, known),
                    turn.Texts["people.name.missing"]));
                return;
            }
            turn.Changes.Add(new Change.ContactSaved(deal.AccountId, filled, turn.Now));
            turn.Changes.Add(new Change.Audited(turn.Person.Id, "people.saved", deal.Id, filled.Name, turn.Now));
            contacts = [.. contacts.Where(contact => contact.Id != filled.Id), filled];
        }
        var card = PeopleCard.Of(turn.Texts, new PeopleView(Turn.Ref(deal), book, PeopleMap.Of(book, contacts)));
        if (command.Name == CoachVerbs.SaveContact) turn.Replacement = card;
        else turn.Show(card);
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
