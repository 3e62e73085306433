namespace KaBot.Understanding.Patterns;

/// <summary>How far two neighbours of a pattern may stand apart.</summary>
internal enum Gap
{
    /// <summary>A space in the pattern: nothing but spaces and marks between them.</summary>
    None,
    /// <summary><c>.</c>: a word or two, within the clause.</summary>
    Near,
    /// <summary><c>..</c>: some words, within the clause.</summary>
    Clause,
    /// <summary><c>...</c>: more words, within the sentence and up to a contrast (但, "but").</summary>
    Sentence,
}

/// <summary>Words of the message that become a value: <c>$text</c>, <c>$names</c>, <c>$person</c>.</summary>
internal enum Capture { None, Text, Names, Person }

/// <summary>What a pattern says of its fact.</summary>
internal enum Says { Yes, No, Open, None, Zero, More, Value }

/// <summary>
/// A pattern ready to be matched: symbols in order with the gaps between them. Optional elements have been written out, so a chain
/// has none.
/// </summary>
/// <param name="Fact">Index of the fact.</param>
/// <param name="Says">What a match says of it.</param>
/// <param name="Choice">Choice id for choice facts, or null.</param>
/// <param name="Symbols">At least one.</param>
/// <param name="Gaps">Between neighbours: one fewer than symbols.</param>
/// <param name="AtStart">The first element starts its clause.</param>
/// <param name="AtEnd">The last element ends its clause.</param>
/// <param name="Capture">What the captured words are.</param>
/// <param name="CaptureAt">Gap index of the captured words: -1 in front of all, the symbol count minus one behind all.</param>
/// <param name="OnlyAsked">Counts only as the answer to a question about this fact.</param>
/// <param name="Unless">Words that must not stand in the clauses it spans, or -1.</param>
/// <param name="Source">As written, for faults and diagnosis.</param>
internal sealed record Chain(
    int Fact, Says Says, string? Choice, int[] Symbols, Gap[] Gaps, bool AtStart, bool AtEnd, Capture Capture, int CaptureAt, bool OnlyAsked,
    int Unless, string Source)
{
    /// <summary>Names the pattern wherever it is loaded: by its fact and its source.</summary>
    public uint Hash { get; init; }
}
