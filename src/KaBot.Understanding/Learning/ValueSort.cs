using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Learning;

/// <summary>What sort of value it is that somebody tells.</summary>
internal static class ValueSort
{
    /// <summary>A number that is the same for values of one sort: all dates, all yeses, the same choice.</summary>
    public static uint Of(FactValue value) => value switch
    {
        FactValue.Open => 0,
        FactValue.Flag { Value: false } => 1,
        FactValue.Flag => 2,
        FactValue.List { Items.IsEmpty: true } => 3,
        FactValue.Count { Value: 0 } => 4,
        FactValue.Count { Increment: true } => 5,
        FactValue.Choice choice => Fnv.Of(choice.Id),
        FactValue.Choices choices => Fnv.Of(choices.Ids[0]),
        _ => 6,
    };
}
