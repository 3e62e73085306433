using KaBot.Funnel.Facts;
using KaBot.Understanding.Assertions;

namespace KaBot.Understanding.Learning;

/// <summary>Something that a message may tell, by the networks, by a pattern or by both, before it is judged.</summary>
/// <param name="Fact">Index of the fact.</param>
/// <param name="Value">Of several choices, one.</param>
/// <param name="Start">Evidence.</param>
/// <param name="End">Evidence.</param>
/// <param name="Clause">Where it stands.</param>
/// <param name="Tells">What the network for clauses gives for it there.</param>
/// <param name="Opposite">What it gives for the next best that speaks against it.</param>
/// <param name="Spot">The odds that the value or the words are this fact's, where it has some.</param>
internal sealed record Claim(int Fact, FactValue Value, int Start, int End, int Clause, float Tells, float Opposite = Claims.Unlikely, float? Spot = null)
{
    /// <summary>The odds of the least sure word of a name or text.</summary>
    public float? Least { get; init; }

    /// <summary>How many names or texts there are.</summary>
    public int Items { get; init; }

    /// <summary>A text that goes on to the end of its clause, or names with all that stand in a row with them, however far the words were found to reach.</summary>
    public bool IsWhole { get; init; }

    public bool Approximate { get; init; }

    public bool Ambiguous { get; init; }

    /// <summary>What a pattern found, where it says the same.</summary>
    public Candidate? Rule { get; set; }

    /// <summary>A pattern says something else of this fact.</summary>
    public bool Contradicted { get; set; }

    /// <summary>The logarithm of the odds that it is right.</summary>
    public float Right { get; set; }

    /// <summary>The logarithm of the odds that it is hedged, if it is right.</summary>
    public float Hedged { get; set; }

    /// <summary>What shows it begins here: the pattern's words, where there is one.</summary>
    public int From => Rule?.Start ?? Start;

    /// <summary>… and ends here.</summary>
    public int To => Rule?.End ?? End;

    /// <summary>Whether another is of the same fact and stands in the same place.</summary>
    public bool IsSameName(Claim other) => Fact == other.Fact && Start == other.Start && End == other.End && Affirms && other.Affirms;

    /// <summary>This one and another of the same fact, as one.</summary>
    public Claim With(Claim other, FactValue value) => this with
    {
        Value = value, Start = Math.Min(From, other.From), End = Math.Max(To, other.To), Rule = null, Hedged = Math.Min(Hedged, other.Hedged), Right = Math.Min(Right, other.Right),
    };

    /// <summary>Whether it says yes, or gives a value.</summary>
    public bool Affirms => Value is not (FactValue.Open or FactValue.Flag { Value: false } or FactValue.List { Items.IsEmpty: true } or FactValue.Count { Value: 0 });
}
