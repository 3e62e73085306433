using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>What a message looks like as a whole: what stands in one sentence may be taken back, or be of another deal, by the next.</summary>
internal static class MessageFeatures
{
    // A report has fewer tokens.
    private const int MostTokens = 2000, Longest = 3, LongestOfAnswer = 2;

    /// <param name="asked">Index of the fact that was asked about, or -1.</param>
    public static void Read(Workspace work, UnderstandingData data, int asked, Features features)
    {
        features.Clear();
        var tokens = work.Tokens;
        var end = Math.Min(tokens.Count, MostTokens);
        Grams.Add(features, tokens, 0, end, Trait.Gram, Longest);
        Grams.AddMasked(features, tokens, 0, end);
        for (var clause = 0; clause < Math.Min(work.Layout.Clauses.Count, Claims.MostClauses); clause++)
            foreach (var word in work.ClassesOf(clause)) features.Add(Trait.Class, word);
        FoundFeatures.Add(work, data, 0, work.Text.Length, asked, features);
        if (asked < 0) return;
        features.Add(Trait.Asked, data.FactHash[asked]);
        features.Add(Trait.AskedKind, (uint)data.Facts[asked].Kind);
        if (work.Layout.Clauses.Count > 0) Grams.Add(features, tokens, 0, tokens.Of(0).End, Trait.FirstGram, LongestOfAnswer);
    }
}
