using KaBot.Funnel.Facts;

namespace KaBot.Understanding;

/// <summary>What a message says of one fact, before anyone decides what to do with it.</summary>
/// <param name="FactId">Fact id of the playbook.</param>
/// <param name="Value">The value read.</param>
/// <param name="Certainty">Stated or hedged.</param>
/// <param name="Start">Offset of the evidence in the message, in UTF-16 code units.</param>
/// <param name="Evidence">The verbatim substring of the message that shows it.</param>
public sealed record Reading(string FactId, FactValue Value, Certainty Certainty, int Start, string Evidence)
{
    /// <summary>The pattern of the playbook that found it, as it is written there; null where none did.</summary>
    public string? Pattern { get; init; }

    /// <summary>How likely it is right, as the logarithm of its odds; null where that was not judged.</summary>
    public float? Odds { get; init; }
}
