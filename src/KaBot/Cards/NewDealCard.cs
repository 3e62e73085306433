using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>The form for a new deal.</summary>
public static class NewDealCard
{
    public const int LongestName = 100;

    public static Card Of(Texts texts, NewDealView view)
    {
        var title = texts["newdeal.title"];
        List<Element> body = [new TextBlock(title) { Heading = true }];
        if (view.Held) body.Add(new RichText(new Run(texts["newdeal.pending"]) { Color = TextColor.Accent }));
        if (view.Remark is { } remark) body.Add(new RichText(new Run(remark) { Color = TextColor.Attention }));
        body.Add(Field(texts["newdeal.account"], "account", view.Account, texts["newdeal.account.hint"], texts["newdeal.account.missing"]));
        body.Add(Field(texts["newdeal.name"], "name", view.Name, texts["newdeal.name.hint"], texts["newdeal.name.missing"]));
        if (view.Size is { } size)
            body.Add(new ChoiceInput("size", texts.Say(size.Name), [.. size.Choices.Select(choice => (texts.Say(choice.Name), choice.Id))])
            {
                Placeholder = texts["newdeal.size.hint"],
            });
        return new Card(texts.Language, title, body,
            [new Execute(texts["newdeal.create"], Verbs.CreateDeal) { WithInputs = true, Positive = true }, new Execute(texts["deals.open"], Verbs.Deals)]);
    }

    /// <summary>Stands in its place once the deal is there.</summary>
    public static Card Done(Texts texts, DealRef deal) => new(texts.Language, texts["newdeal.done"],
        [Parts.Caption(deal), new RichText(new Run("✓ ") { Bold = true, Color = TextColor.Good }, new Run(texts["newdeal.done"])) { Spacing = Spacing.Small }], []);

    private static TextInput Field(string label, string name, string? value, string hint, string missing) =>
        new(name, label) { Value = value, Placeholder = hint, MaxLength = LongestName, Required = true, ErrorMessage = missing };
}
