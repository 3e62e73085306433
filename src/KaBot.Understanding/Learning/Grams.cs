using System.Runtime.CompilerServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>Runs of tokens, each one feature: words by ones to threes, Chinese characters by ones to fours. A mark stands alone.</summary>
internal static class Grams
{
    private const int LongestWords = 3;

    public const int Longest = 4;

    /// <summary>The same with a name in place of what is strange, for those that hold some: 跟@比, "up against @".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMasked(Features features, Tokens tokens, int first, int end)
    {
        Span<(uint Hash, bool Strange)> row = stackalloc (uint, bool)[LongestWords];
        var count = 0;
        for (var i = first; i < end;)
        {
            ref readonly var token = ref tokens[i++];
            if (token.IsStrange)
                while (i < end && tokens[i].IsStrange && tokens[i].Kind == token.Kind) i++;
            for (var k = Math.Min(count, LongestWords - 1); k > 0; k--) row[k] = row[k - 1];
            row[0] = (token.IsStrange ? Tokens.AnyName : token.Hash, token.IsStrange);
            count = Math.Min(count + 1, LongestWords);
            // All that end here.
            var (hash, strange) = (Fnv.Mix(Fnv.Basis, (uint)Trait.Masked), false);
            for (var k = 0; k < count; k++)
            {
                (hash, strange) = (Fnv.Mix(hash, row[k].Hash), strange || row[k].Strange);
                if (strange && k > 0) features.Add(hash);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Features features, Tokens tokens, int first, int end, Trait trait, int longest = Longest)
    {
        var seed = Fnv.Mix(Fnv.Basis, (uint)trait);
        for (var i = first; i < end; i++)
        {
            var hash = seed;
            for (var n = 0; n < longest && i + n < end; n++)
            {
                ref readonly var token = ref tokens[i + n];
                if (n >= LongestWords && token.Kind != TokenKind.Han || n > 0 && token.Kind == TokenKind.Mark) break;
                features.Add(hash = Fnv.Mix(hash, token.Hash));
                if (token.Kind == TokenKind.Mark) break;
            }
        }
    }
}
