using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>Runs of tokens, each one feature: words by ones to threes, Chinese characters by ones to fours. A mark stands alone.</summary>
internal static class Grams
{
    private const int LongestWords = 3;

    public const int Longest = 4;

    public static void Add(Features features, Tokens tokens, int first, int end, Trait trait, int longest = Longest)
    {
        var seed = Fnv.Mix(Fnv.Basis, (uint)trait);
        for (var i = first; i < end; i++)
        {
            var hash = seed;
            for (var n = 0; n < longest && i + n < end; n++)
            {
                var token = tokens[i + n];
                if (n >= LongestWords && token.Kind != TokenKind.Han || n > 0 && token.Kind == TokenKind.Mark) break;
                features.Add(hash = Fnv.Mix(hash, token.Hash));
                if (token.Kind == TokenKind.Mark) break;
            }
        }
    }
}
