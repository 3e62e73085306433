namespace KaBot.Understanding;

/// <summary>What the words say in answer to one question.</summary>
/// <param name="Reading">The value of the fact asked about, or null when the words give none.</param>
/// <param name="DontKnow">They say outright that the speaker does not know, or pass the question over.</param>
public sealed record Answer(Reading? Reading, bool DontKnow);
