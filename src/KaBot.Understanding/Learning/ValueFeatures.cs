using KaBot.Understanding.Data;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>What a value and the words around it look like to the network that tells which fact it belongs to.</summary>
internal static class ValueFeatures
{
    private const int Near = 5, Farther = 10, Places = 3, LongestBeside = 3, LongestAround = 2;

    public static void Read(Workspace work, UnderstandingData data, int value, int asked, Features features)
    {
        features.Clear();
        var (spotted, tokens) = (work.Values[value], work.Tokens);
        var clause = work.Layout.ClauseAt(spotted.Start);
        var (first, end) = tokens.Of(clause);
        features.Add(Trait.Kind, (uint)spotted.Kind);
        var (left, right) = (first, end);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].End <= spotted.Start) left = i + 1;
            if (tokens[i].Start >= spotted.End && right > i) right = i;
        }
        for (var i = 1; i <= Near && left - i >= first; i++) features.Add(Trait.Left, (uint)Math.Min(i, Places), tokens[left - i].Hash);
        for (var i = 0; i < Near && right + i < end; i++) features.Add(Trait.Right, (uint)Math.Min(i, Places), tokens[right + i].Hash);
        Grams.Add(features, tokens, Math.Max(first, left - Farther), left, Trait.LeftGram, LongestBeside);
        Grams.Add(features, tokens, right, Math.Min(end, right + Farther), Trait.RightGram, LongestBeside);
        Grams.Add(features, tokens, first, end, Trait.Gram, LongestAround);
        if (clause > 0)
        {
            var before = tokens.Of(clause - 1);
            Grams.Add(features, tokens, before.First, before.End, Trait.Before, LongestAround);
        }
        if (clause + 1 < work.Layout.Clauses.Count)
        {
            var behind = tokens.Of(clause + 1);
            Grams.Add(features, tokens, behind.First, behind.End, Trait.Behind, 1);
        }
        foreach (var word in work.ClassesOf(clause)) features.Add(Trait.Class, word);
        if (asked >= 0) features.Add(Trait.Asked, data.FactHash[asked]);
        if (clause == 0) features.Add(Trait.FirstClause);
        if (spotted.Kind == ValueKind.Date) features.Add(Trait.Ahead, spotted.Date > work.Today ? 1u : 0u);
        if (value < work.Owners.Count && work.Owners[value] is >= 0 and var owner) features.Add(Trait.Owner, data.FactHash[owner]);
    }
}
