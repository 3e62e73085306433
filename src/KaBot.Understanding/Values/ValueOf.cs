using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Values;

/// <summary>A value of the text as the value of a fact, where the kinds agree.</summary>
internal static class ValueOf
{
    public static FactValue? Spotted(FactKind kind, in Spotted value) => (kind, value.Kind) switch
    {
        (FactKind.Date, ValueKind.Date) => new FactValue.Date(value.Date),
        (FactKind.Money, ValueKind.Money) => new FactValue.Money(value.Low, value.High, value.Currency ?? ValueFinder.Usual),
        (FactKind.Count, ValueKind.Number or ValueKind.Ordinal or ValueKind.Times) when value.Whole is { } count => new FactValue.Count(count),
        _ => null,
    };
}
