using System.Globalization;
using System.Text.RegularExpressions;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>
/// Reads a discount or a price from words: "9折", "85折", "九五折", "10%", "降2万", "-5000", "to 95万". A bare amount is a price.
/// </summary>
public static partial class DiscountText
{
    /// <summary>A figure below a tenth of the list price counts days or people, not money.</summary>
    private const int Implausible = 10;
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The price that the words amount to from a list price, or null when they name none or one that does not fit.</summary>
    public static decimal? Price(string words, decimal list) =>
        Read(words) switch
        {
            ({ } discount, _) => discount.Fits(list) ? discount.PriceFrom(list) : null,
            (_, { } price) => price >= list / Implausible && price <= list ? Discount.Cents(price) : null,
            _ => null,
        };

    /// <summary>The discount said, or the price said.</summary>
    public static (Discount? Discount, decimal? Price) Read(string words)
    {
        var text = words.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal);
        if (Folds().Match(text) is { Success: true } folds && Paid(folds.Groups[1].Value) is { } paid) return (new Discount.Tenths(paid), null);
        if (Percents().Match(text) is { Success: true } percent) return (new Discount.Percent(Number(percent.Groups[1].Value)), null);
        if (Money().Match(text) is not { Success: true } money) return (null, null);
        var amount = Number(money.Groups["n"].Value) * Scale(money.Groups["unit"].Value);
        return money.Groups["off"].Success ? (new Discount.Amount(amount), null) : (null, amount);
    }

    /// <summary>"9" and "九" are nine tenths, "85" and "八五" eight and a half, "9.5" nine and a half.</summary>
    private static decimal? Paid(string text)
    {
        var digits = string.Concat(text.Select(c => Digits.IndexOf(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        var number = Number(digits);
        if (!digits.Contains('.') && number >= 10) number /= 10;
        return number is > 0 and < 10 ? number : null;
    }

    private static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Scale(string unit) => unit.ToLowerInvariant() switch
    {
        "万" or "w" => 10_000,
        "千" or "k" => 1_000,
        "亿" => 100_000_000,
        "m" => 1_000_000,
        _ => 1,
    };

    [GeneratedRegex(@"((?:\d{1,2}(?:\.\d{1,2})?)|[一二三四五六七八九]{1,2})\s*折")]
    private static partial Regex Folds();

    [GeneratedRegex(@"(\d{1,2}(?:\.\d{1,4})?)\s*%")]
    private static partial Regex Percents();

    [GeneratedRegex(@"(?<off>(?:降|减|让|少|便宜|抹|优惠|cut|minus|less|down|take|off)\s*(?:了|掉|by|of)?(?:您|你们|你)?\s*|-\s*)?(?:￥|¥|\$)?(?<n>\d{1,13}(?:\.\d{1,6})?)\s*(?<unit>亿|万|千|[kKwWmM](?![a-zA-Z]))?(?:\s*(?<off>off|less)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Money();
}
