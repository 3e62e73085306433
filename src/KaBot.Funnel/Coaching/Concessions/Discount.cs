namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>
/// A discount as people say it. However it is said, it leads from a list price to the same price to the cent, and back: the three
/// ways of saying it agree (<see cref="Of"/>).
/// </summary>
public abstract record Discount
{
    private Discount() { }

    /// <summary>In tenths that are paid: 9 for 9折 (a tenth off), 8.5 for 85折.</summary>
    public sealed record Tenths(decimal Paid) : Discount;

    /// <summary>Percent that is taken off: 10 for "10% off".</summary>
    public sealed record Percent(decimal Off) : Discount;

    /// <summary>Money that is taken off, in units of the currency.</summary>
    public sealed record Amount(decimal Off) : Discount;

    /// <summary>The price after the discount, rounded to the cent, halves up.</summary>
    public decimal PriceFrom(decimal list) => Cents(this switch
    {
        Tenths tenths => list * tenths.Paid / 10,
        Percent percent => list * (100 - percent.Off) / 100,
        Amount amount => list - amount.Off,
        _ => throw new InvalidOperationException("a discount of no known kind"),
    });

    /// <summary>Whether it leaves a price between nothing and the list price.</summary>
    public bool Fits(decimal list) => PriceFrom(list) is var price && price >= 0 && price <= list;

    /// <summary>What leads from a list price to a price, said in each of the three ways. Throws for a list price of nothing.</summary>
    public static (Tenths Tenths, Percent Percent, Amount Amount) Of(decimal list, decimal price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(list);
        return (new Tenths(price * 10 / list), new Percent((list - price) * 100 / list), new Amount(list - price));
    }

    internal static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
