using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>What one token looks like to the <see cref="Encoder"/>.</summary>
internal static class TokenFeatures
{
    // A report has fewer tokens; what stands behind so many is not encoded.
    private const int Most = 400;

    /// <summary>How many tokens of a message are encoded.</summary>
    public static int Count(Workspace work) => Math.Min(work.Tokens.Count, Most);

    /// <param name="asked">Index of the fact that was asked about, or -1.</param>
    public static void Read(Workspace work, UnderstandingData data, int token, int asked, Features features)
    {
        features.Clear();
        features.Add(Trait.Token, work.Tokens[token].Hash);
        foreach (var word in work.ClassesAt(token)) features.Add(Trait.TokenClass, word);
        if (work.Tokens[token].IsStrange) features.Add(Trait.TokenStrange);
        if (asked >= 0) features.Add(Trait.TokenAsked, data.FactHash[asked]);
    }
}
