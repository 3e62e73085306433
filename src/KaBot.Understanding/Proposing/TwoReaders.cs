using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Proposing;

/// <summary>What two readers make of one message.</summary>
/// <param name="Readings">At most one a fact.</param>
/// <param name="Conflicts">What the second reads otherwise: the rep is asked.</param>
public sealed record TwoReaders(IReadOnlyList<Reading> Readings, IReadOnlyList<Reading> Conflicts)
{
    /// <summary>
    /// The rules' readings stand. What only the second found is taken as hedged, so that it is confirmed before it counts as said. Names or
    /// choices of which the one reader has more are taken together, hedged too. Where they differ, the other is a conflict.
    /// </summary>
    public static TwoReaders Of(IReadOnlyList<Reading> rules, IReadOnlyList<Reading> second)
    {
        var readings = rules.ToList();
        var conflicts = new List<Reading>();
        foreach (var other in second.DistinctBy(reading => reading.FactId, StringComparer.Ordinal))
        {
            var at = readings.FindIndex(reading => reading.FactId == other.FactId);
            if (at < 0) readings.Add(other with { Certainty = Certainty.Hedged });
            else if (Agrees(readings[at].Value, other.Value)) continue;
            else if (Holds(other.Value, readings[at].Value)) readings[at] = other with { Certainty = Certainty.Hedged };
            else if (!Holds(readings[at].Value, other.Value))
                conflicts.Add(other);
        }
        return new TwoReaders(readings, conflicts);
    }

    private static bool Agrees(FactValue a, FactValue b) => Scoring.Agreement.Of(a, b);

    /// <summary>Whether one list has all of another, and more.</summary>
    private static bool Holds(FactValue more, FactValue less) => (more, less) switch
    {
        (FactValue.List a, FactValue.List b) => !b.Items.IsEmpty && b.Items.All(item => a.Items.Contains(item, StringComparer.OrdinalIgnoreCase)),
        (FactValue.Choices a, FactValue.Choices b) => b.Ids.All(a.Ids.Contains),
        _ => false,
    };
}
