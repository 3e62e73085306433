using System.Collections.Immutable;

namespace KaBot.Funnel.Quizzes;

/// <summary>How often a fact holds: in deals that have come to its stage, and in those that have not. Shares from 0 to 1.</summary>
/// <param name="Depth">From which depth on it is reached: 1 for a fact of the first stage.</param>
public sealed record FactOdds(string FactId, int Depth, double Reached, double Ahead)
{
    /// <summary>How often it holds in deals that have come so far.</summary>
    public double At(int depth) => depth >= Depth ? Reached : Ahead;
}

/// <summary>How often a choice fact has each of its choices; what is left over is "unknown".</summary>
public sealed record ChoiceOdds(string FactId, ImmutableDictionary<string, double> Shares);

/// <summary>What the deal quiz expects before it asks. It orders the questions; it never decides a stage.</summary>
/// <param name="Depths">How far deals have really come: the share of those with no stage, then of each stage in the playbook's order.</param>
/// <param name="Options">How many facts one question may put side by side.</param>
public sealed record DealQuizGuide(
    ImmutableArray<double> Depths, ImmutableDictionary<string, FactOdds> Facts, ImmutableDictionary<string, ChoiceOdds> Choices, int Options);
