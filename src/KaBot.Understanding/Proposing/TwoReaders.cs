using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Proposing;

/// <summary>What two readers make of one message.</summary>
/// <param name="Readings">At most one a fact.</param>
/// <param name="Conflicts">What the second reads otherwise: the rep is asked.</param>
public sealed record TwoReaders(IReadOnlyList<Reading> Readings, IReadOnlyList<Reading> Conflicts)
{
    /// <summary>
    /// The rules' readings stand. What only the second found is taken as hedged, so that it is confirmed before it counts as said. Names or
    /// choices of which the one reader has more are taken together, hedged too. A figure belongs to one fact: what the rules read from it
    /// for another fact is not read twice. Where a text starts and ends is a matter of taste. Where they differ, the other is a conflict.
    /// </summary>
    public static TwoReaders Of(IReadOnlyList<Reading> rules, IReadOnlyList<Reading> second)
    {
        var readings = rules.ToList();
        var conflicts = new List<Reading>();
        foreach (var other in second.DistinctBy(reading => reading.FactId, StringComparer.Ordinal))
        {
            var at = readings.FindIndex(reading => reading.FactId == other.FactId);
            if (at < 0)
            {
                if (!rules.Any(rule => IsFigure(other.Value) && rule.Value.GetType() == other.Value.GetType() && Overlap(rule, other)))
                    readings.Add(other with { Certainty = Certainty.Hedged });
            }
            else if (Agrees(readings[at], other)) continue;
            else if (Holds(other.Value, readings[at].Value)) readings[at] = other with { Certainty = Certainty.Hedged };
            else if (!Holds(readings[at].Value, other.Value))
                conflicts.Add(other);
        }
        return new TwoReaders(readings, conflicts);
    }

    private static bool Agrees(Reading rule, Reading other) => Scoring.Agreement.Of(rule.Value, other.Value)
        || rule.Value is FactValue.Text && other.Value is FactValue.Text && Overlap(rule, other);

    private static bool Overlap(Reading a, Reading b) => a.Start < b.Start + b.Evidence.Length && b.Start < a.Start + a.Evidence.Length;

    private static bool IsFigure(FactValue value) => value is FactValue.Money or FactValue.Date or FactValue.Count;

    /// <summary>Whether one list has all of another, and more.</summary>
    private static bool Holds(FactValue more, FactValue less) => (more, less) switch
    {
        (FactValue.List a, FactValue.List b) => !b.Items.IsEmpty && b.Items.All(item => a.Items.Contains(item, StringComparer.OrdinalIgnoreCase)),
        (FactValue.Choices a, FactValue.Choices b) => b.Ids.All(a.Ids.Contains),
        _ => false,
    };
}
