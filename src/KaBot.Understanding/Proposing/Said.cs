using System.Text.RegularExpressions;

namespace KaBot.Understanding.Proposing;

/// <summary>Words in normalised text: Latin ones set apart, Chinese ones anywhere.</summary>
internal static partial class Said
{
    /// <summary>The Latin words.</summary>
    public static IEnumerable<string> Words(string text) => Latin().Matches(text).Select(match => match.Value);

    public static IEnumerable<string> HanRuns(string text) => Han().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{IsBasicLatin}\p{IsLatin-1Supplement}\p{IsLatinExtended-A}\p{IsLatinExtended-B}-[\P{L}]]+(?:['’][a-z]+)?", RegexOptions.IgnoreCase)]
    internal static partial Regex Latin();

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF]+")]
    private static partial Regex Han();
}
