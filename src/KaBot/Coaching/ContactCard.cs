using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.People;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The form of a contact.</summary>
public static class ContactCard
{
    /// <summary>Chosen under "reports to": nobody on the map.</summary>
    public const string Nobody = "none";

    public static Card Of(Texts texts, ContactView view)
    {
        var contact = view.Contact;
        List<Element> body = [CoachParts.Caption(texts, view.Deal), CoachParts.Title(texts["people.form"])];
        if (view.Remark is { } remark) body.Add(CoachParts.Remark(remark));
        body.Add(new TextInput("name", texts["people.name"]) { Value = contact?.Name, MaxLength = 60 });
        body.Add(new TextInput("title", texts["people.post"]) { Value = contact?.Title, MaxLength = 60 });
        body.Add(new ChoiceInput("roles", texts["people.roles"], [.. view.Book.Roles.Select(role => (texts.Say(role.Name), role.Id))])
        {
            Multiple = true, Value = contact is null ? null : string.Join(',', contact.Roles),
        });
        body.Add(new ChoiceInput("side", texts["people.side"], [.. view.Book.Sides.Select(side => (texts.Say(side.Name), side.Side.ToString()))])
        { Value = (contact?.Side ?? Side.Neutral).ToString() });
        body.Add(new ChoiceInput("influence", texts["people.influence"],
            [(texts["people.little"], "1"), (texts["people.some"], "2"), (texts["people.much"], "3")])
        {
            Value = (contact?.Influence ?? 2).ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        body.Add(new ChoiceInput("rung", texts["people.ladder"], [.. view.Book.Rungs.Select(rung => (texts.Say(rung.Name), rung.Id))])
        { Value = contact?.Rung ?? view.Book.Rungs[0].Id });
        if (view.Others.Count > 0)
            body.Add(new ChoiceInput("above", texts["people.above"], [(texts["people.nobody"], Nobody), .. view.Others.Select(other => (other.Name, other.Id))])
            { Value = view.Others.Any(other => other.Id == contact?.ReportsTo) ? contact?.ReportsTo : Nobody });
        List<CardAction> actions =
        [
            new Execute(texts["people.save"], CoachVerbs.SaveContact, ("deal", view.Deal.Id), ("contact", contact?.Id ?? "")) { WithInputs = true, Positive = true },
        ];
        if (view.Known)
            actions.Add(new Execute(texts["people.remove"], CoachVerbs.RemoveContact, ("deal", view.Deal.Id), ("contact", contact!.Id)) { Destructive = true, Secondary = true });
        return new Card(texts.Language, texts["people.form"], body, actions);
    }
}
