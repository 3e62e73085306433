using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Proposing;

/// <summary>A reading that somebody else, such as a language model, takes a message to give. Worth nothing until it is checked.</summary>
/// <param name="Evidence">The words of the message that are said to show it.</param>
public sealed record Proposal(string FactId, FactValue Value, Certainty Certainty, string Evidence);
