using System.Globalization;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Language;

/// <summary>Facts, dates and money as a person reads them.</summary>
public static class Values
{
    /// <summary>A fact's value in words.</summary>
    public static string Of(Texts texts, FactDefinition fact, FactValue value) => value switch
    {
        FactValue.Flag flag => texts[flag.Value ? "common.yes" : "common.no"],
        FactValue.Count count => texts.Say("value.count", ("n", count.Value)),
        FactValue.Date date => Date(texts, date.Value),
        FactValue.Money money => Money(texts, money),
        FactValue.Text text => text.Value,
        FactValue.List { Items.IsEmpty: true } => texts["value.none"],
        FactValue.List list => texts.List(list.Items),
        FactValue.Choice choice => fact.Choice(choice.Id) is { } known ? texts.Say(known.Name) : choice.Id,
        FactValue.Choices choices => texts.List(choices.Ids.Select(id => fact.Choice(id) is { } known ? texts.Say(known.Name) : id)),
        _ => texts["value.open"],
    };

    public static string Date(Texts texts, DateOnly date) =>
        date.ToString(texts["format.date"], texts.Culture);

    /// <summary>A moment as its own clock shows it.</summary>
    public static string Moment(Texts texts, DateTimeOffset at) =>
        at.ToString(texts["format.moment"], texts.Culture);

    public static string Money(Texts texts, FactValue.Money money) => (money.Low, money.High) switch
    {
        ({ } low, { } high) when low == high => Amount(texts, low, money.Currency),
        ({ } low, { } high) => texts.Say("value.range", ("low", Amount(texts, low, money.Currency)), ("high", Amount(texts, high, money.Currency))),
        ({ } low, null) => texts.Say("value.atleast", ("low", Amount(texts, low, money.Currency))),
        (null, { } high) => texts.Say("value.atmost", ("high", Amount(texts, high, money.Currency))),
        _ => texts["value.open"],
    };

    private static string Amount(Texts texts, decimal amount, string currency)
    {
        if (texts.Chinese)
        {
            var unit = currency == "CNY" ? texts["value.yuan"] : " " + currency;
            var (scaled, scale) = amount switch
            {
                >= 100_000_000 => (amount / 100_000_000, texts["value.yi"]),
                >= 10_000 => (amount / 10_000, texts["value.wan"]),
                _ => (amount, ""),
            };
            return scaled.ToString("#,0.####", CultureInfo.InvariantCulture) + scale + unit;
        }
        return currency + " " + amount.ToString("#,0.##", CultureInfo.InvariantCulture);
    }
}
