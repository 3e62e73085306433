using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Yes and no, in words and thumbs, Chinese and English.</summary>
internal static partial class Booleans
{
    /// <summary>The answer, or null when there is none. The longest words decide (不是 is no, though 是 is yes), then the first.</summary>
    public static bool? Recognize(string text, string locale)
    {
        var chinese = locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) is true;
        var said = Said(chinese ? ChineseYes() : EnglishYes(), text, true)
            .Concat(Said(chinese ? ChineseNo() : EnglishNo(), text, false))
            .OrderByDescending(word => word.Text.Length).ThenBy(word => word.Start);
        return said.FirstOrDefault()?.Value;
    }

    private static IEnumerable<Spotted<bool>> Said(Regex words, string text, bool meaning) =>
        words.Matches(text).Select(match => new Spotted<bool>(match.Index, match.Index + match.Length - 1, match.Value, meaning));

    [GeneratedRegex(@"\b(?:true|yes|yep|yup|yeah|y|sure|ok|okay|agree)\b|👍|👌", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishYes();

    [GeneratedRegex(@"\b(?:false|nope|nop|nah|no|n|not\s+ok|not\s+okay|disagree)\b|👎|✋|🖐", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishNo();

    [GeneratedRegex(@"好(?:[的啊呀嘞哇])?|没问题|没错|可以|同意|行|是的|是|对的|对|嗯|要|中|\b(?:yes|y|ok)\b|👍|👌", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChineseYes();

    [GeneratedRegex(@"不(?:行|好|可以|同意|是的|是|对|要|中)?|拒绝|否定|否|没有|\b(?:no|n)\b|👎|✋|🖐", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNo();
}
