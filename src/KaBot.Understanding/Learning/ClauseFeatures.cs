using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>What a clause looks like to the network that tells what is spoken of.</summary>
internal static class ClauseFeatures
{
    private const int LongestOfAnswer = 2;

    /// <param name="asked">Index of the fact that was asked about, or -1.</param>
    public static void Read(Workspace work, UnderstandingData data, int clause, int asked, Features features)
    {
        features.Clear();
        var (tokens, clauses) = (work.Tokens, work.Layout.Clauses);
        var (first, end) = tokens.Of(clause);
        Grams.Add(features, tokens, first, end, Trait.Gram);
        Grams.AddMasked(features, tokens, first, end);
        if (clause > 0) Add(features, work, clause - 1, Trait.Before);
        if (clause + 1 < clauses.Count) Add(features, work, clause + 1, Trait.Behind);
        foreach (var word in work.ClassesOf(clause)) features.Add(Trait.Class, word);
        FoundFeatures.Add(work, data, clauses[clause].Start, clauses[clause].End, asked, features);
        if (asked >= 0)
        {
            features.Add(Trait.Asked, data.FactHash[asked]);
            features.Add(Trait.AskedKind, (uint)data.Facts[asked].Kind);
            if (clause == 0)
            {
                features.Add(Trait.FirstClause);
                Grams.Add(features, tokens, first, end, Trait.FirstGram, LongestOfAnswer);
            }
        }
        if (!work.IsClaimed(clause)) features.Add(Trait.Unclaimed);
    }

    private static void Add(Features features, Workspace work, int clause, Trait trait)
    {
        var (first, end) = work.Tokens.Of(clause);
        Grams.Add(features, work.Tokens, first, end, trait, 1);
    }
}
