using System.Text.RegularExpressions;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>A concession told with what it is for, in one sentence: "降3万 换 首付四成", "5k off for a 3-year service deal" (domain.md §5, trade_terms).</summary>
public static partial class TradeText
{
    /// <summary>Both sides of the trade, in the order of the words; null for the second where only one is told.</summary>
    public static (string First, string? Second) Split(string words)
    {
        var between = Exchange().Match(words) is { Success: true } clear ? clear : For().Match(words);
        if (!between.Success) return (words, null);
        var (first, second) = (words[..between.Index].Trim(Edges), words[(between.Index + between.Length)..].Trim(Edges));
        // "Training for 20 users": only a price is given for something.
        var told = first.Length > 0 && second.Length > 0 && (Exchange().IsMatch(words) || IsPrice(first) && !IsPrice(second));
        return told ? (first, second) : (words, null);
    }

    /// <summary>A small bare figure counts years or people.</summary>
    private static bool IsPrice(string words) => DiscountText.Read(words) is ({ }, _) or (_, >= LeastPrice);

    private const decimal LeastPrice = 1000;
    private static readonly char[] Edges = [' ', '，', ',', '；', ';', '。', '.'];

    // 更换, 换货 and the like exchange goods.
    [GeneratedRegex(@"(?:来|去)?(?<![更调替退轮置兑])换(?![货新代算装机热句个人])(?:取|来|回|得|了)*|\b(?:in (?:exchange|return) for|in return|against|provided(?: that)?|on condition(?: that)?|if they)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exchange();

    // "95折，但是合同本周签" names a condition.
    [GeneratedRegex(@"但是|但|不过|\bbut\b|\bfor\b(?!\s+(?:free|them|him|her|us|now|this|next|the\s+first|first|each|every|all|years?|Q\d|\d+\s*(?:months?|stores?|users?|units?|days?|weeks?)\b))", RegexOptions.IgnoreCase)]
    private static partial Regex For();
}
