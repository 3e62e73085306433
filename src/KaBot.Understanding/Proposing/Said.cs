using System.Text.RegularExpressions;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Proposing;

/// <summary>Words in normalised text: Latin ones set apart, Chinese ones anywhere.</summary>
internal static partial class Said
{
    public static bool Has(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + word.Length)) return true;
        return false;
    }

    /// <summary>The Latin words.</summary>
    public static IEnumerable<string> Words(string text) => Latin().Matches(text).Select(match => match.Value);

    public static IEnumerable<string> HanRuns(string text) => Han().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{IsBasicLatin}\p{IsLatin-1Supplement}\p{IsLatinExtended-A}\p{IsLatinExtended-B}-[\P{L}]]+(?:['’][a-z]+)?", RegexOptions.IgnoreCase)]
    internal static partial Regex Latin();

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF]+")]
    private static partial Regex Han();
}
