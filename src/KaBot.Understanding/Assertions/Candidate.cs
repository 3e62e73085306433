using KaBot.Funnel.Facts;
using KaBot.Understanding.Patterns;

namespace KaBot.Understanding.Assertions;

/// <summary>A reading that may yet lose to another of the same fact.</summary>
/// <param name="Fact">Index of the fact.</param>
/// <param name="Value">What it says.</param>
/// <param name="Hedged">Said with a hedge.</param>
/// <param name="Start">Evidence.</param>
/// <param name="End">Evidence.</param>
/// <param name="Rank">Higher is surer: 3 the answer to what was asked, 2 a pattern that says it outright, 1 worked out from polarity.</param>
/// <param name="Spot">Index of the value of the text it rests on, or -1.</param>
/// <param name="Distance">How far that value stands from the words that bind it.</param>
/// <param name="Denied">Said not to be so: only a correction can make something of it.</param>
/// <param name="Chain">The pattern that found it; null when it answers a question or follows from another.</param>
/// <param name="Grounds">What of the text that pattern stands on.</param>
/// <param name="By">Index of the fact that shows it, or -1: it is trusted no more than that.</param>
internal readonly record struct Candidate(
    int Fact, FactValue Value, bool Hedged, int Start, int End, int Rank, int Spot = -1, int Distance = 0, bool Denied = false, Chain? Chain = null, Grounds Grounds = default, int By = -1)
{
    public bool Overlaps(in Candidate other) => Start < other.End && other.Start < End;
}

/// <summary>What of the text a pattern stands on.</summary>
/// <param name="Letters">Weight of the characters that its own words take up.</param>
/// <param name="Flips">How many denials turned it.</param>
/// <param name="ClauseWeight">Weight of the clauses it stands in.</param>
/// <param name="Clauses">How many borders of clauses it spans.</param>
/// <param name="Words">A hash of the words it found, values aside: what was right often is right again.</param>
internal readonly record struct Grounds(int Letters, int Flips, int ClauseWeight, int Clauses, int Words)
{
    /// <summary>三月底上线: the clause says little else. Such readings are wrong half as often as others.</summary>
    public bool IsPlain => Letters > 0 && 10 * Letters >= 4 * ClauseWeight;
}
