using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Facts;

/// <summary>Two facts that cannot both stand: what was known and what was told. The rep decides.</summary>
public sealed record Contradiction(Fact Known, Fact Told)
{
    /// <summary>
    /// The contradiction between what is known and what is told, or null. Progress is none: a no becomes a yes, a count grows, a guess
    /// is confirmed, names are added, a state with a shelf life passes.
    /// </summary>
    public static Contradiction? Between(FactDefinition definition, Fact? known, Fact told)
    {
        if (known is null || known.Value is FactValue.Open || known.Value == told.Value) return null;
        if (known.Certainty == Certainty.Hedged) return null;
        var doubt = told.Certainty == Certainty.Hedged;
        var clash = (known.Value, told.Value) switch
        {
            (FactValue.Flag { Value: false }, FactValue.Flag) => doubt,
            (FactValue.Flag, FactValue.Flag) => doubt || definition.ShelfLife == ShelfLife.Forever,
            (FactValue.Count, FactValue.Count { Increment: true }) => doubt,
            (FactValue.Count before, FactValue.Count now) => doubt || now.Value < before.Value,
            (FactValue.Text before, FactValue.Text now) => !Same(before.Value, now.Value),
            (FactValue.List { Items.IsEmpty: true }, FactValue.List) => doubt,
            (FactValue.List, FactValue.List { Items.IsEmpty: false }) => false,
            (FactValue.Choices, FactValue.Choices) => false,
            _ => true,
        };
        return clash ? new Contradiction(known, told) : null;
    }

    private static bool Same(string before, string now) =>
        before.Contains(now, StringComparison.OrdinalIgnoreCase) || now.Contains(before, StringComparison.OrdinalIgnoreCase);
}
