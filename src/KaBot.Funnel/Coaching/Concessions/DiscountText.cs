using System.Text.RegularExpressions;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>
/// Reads a discount or a price from words: "9折", "85折", "九五折", "10%", "三个点", "降2万", "-5000", "to 95万". A bare amount is a price.
/// What is said of a payment or a guarantee ("首付30%", "50% upfront") is neither: see <see cref="PaymentTerms"/>.
/// </summary>
public static partial class DiscountText
{
    /// <summary>A figure below a tenth of the list price counts days or people, or is a cut; it is no price.</summary>
    private const int Implausible = 10;

    /// <summary>The price that the words amount to from a list price, or null when they name none or one that does not fit.</summary>
    /// <param name="standing">The price so far, from which a cut is taken; the list price when not said.</param>
    public static decimal? Price(string words, decimal list, decimal? standing = null) =>
        Prices(words, list, standing ?? list).Select(price => (decimal?)price).FirstOrDefault();

    /// <summary>Every price that the words amount to, in their order.</summary>
    public static IEnumerable<decimal> Prices(string words, decimal list, decimal standing)
    {
        var text = PaymentTerms.Without(Plain(words));
        return Figures().Matches(text).Select(figure => Price(text, figure, list, standing)).OfType<decimal>();
    }

    /// <summary>The first discount said, or the first price said.</summary>
    public static (Discount? Discount, decimal? Price) Read(string words) =>
        Figures().Matches(PaymentTerms.Without(Plain(words))).Select(Read).FirstOrDefault(read => read is not (null, null));

    private static decimal? Price(string text, Match figure, decimal list, decimal standing) => Read(figure) switch
    {
        (Discount.Percent { Off: var off }, _) => Off(list, standing, off, Again().IsMatch(text[..figure.Index])),
        (Discount.Amount cut, _) => Fitting(cut, standing),
        ({ } level, _) => Fitting(level, list),
        (_, { } price) when price >= list / Implausible => price <= list ? Discount.Cents(price) : null,
        // "3万" and nothing else: what is given off, not what is left.
        (_, { } cut) when figure.Groups["unit"].Success && figure.Value.Trim() == text.Trim(' ', '元', '块') => Fitting(new Discount.Amount(cut), standing),
        _ => null,
    };

    /// <summary>Percents count from the list price; "another 2%", and less than was given already, come on top of what was given.</summary>
    private static decimal? Off(decimal list, decimal standing, decimal off, bool again)
    {
        var level = new Discount.Percent(off).PriceFrom(list);
        return again || level > standing ? Fitting(new Discount.Amount(list - level), standing) : level;
    }

    private static decimal? Fitting(Discount discount, decimal from) => discount.Fits(from) ? discount.PriceFrom(from) : null;

    private static (Discount? Discount, decimal? Price) Read(Match figure)
    {
        if (figure.Groups["fold"] is { Success: true } fold) return (Paid(fold.Value) is { } paid ? new Discount.Tenths(paid) : null, null);
        if (figure.Groups["percent"] is { Success: true } percent) return (new Discount.Percent(SaidNumber.Of(percent.Value)), null);
        if (figure.Groups["tenth"] is { Success: true } tenth) return (figure.Groups["off"].Success ? new Discount.Percent(SaidNumber.Of(tenth.Value) * 10) : null, null);
        var amount = SaidNumber.Of(figure.Groups["n"].Value) * Scale(figure.Groups["unit"].Value);
        return figure.Groups["off"].Success ? (new Discount.Amount(amount), null) : (null, amount);
    }

    /// <summary>"9" and "九" are nine tenths, "85" and "八五" eight and a half, "9.5" nine and a half.</summary>
    private static decimal? Paid(string text)
    {
        var number = SaidNumber.Digits(text);
        if (!text.Contains('.') && number >= 10) number /= 10;
        return number is > 0 and < 10 ? number : null;
    }

    private static string Plain(string words) => words.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal);

    private static decimal Scale(string unit) => unit.ToLowerInvariant() switch
    {
        "万" or "w" => 10_000,
        "千" or "k" => 1_000,
        "亿" => 100_000_000,
        "m" or "million" => 1_000_000,
        _ => 1,
    };

    [GeneratedRegex("再|又|额外|another|further|extra|more|additional", RegexOptions.IgnoreCase)]
    private static partial Regex Again();

    [GeneratedRegex("""
        (?<off>(?:降|减|让|少|低|便宜|抹|优惠|cut|minus|less|down|take|off)\s*(?:了|掉|by|of)?(?:您|你们|你)?\s*|-\s*)?
        (?:(?<fold>\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九]{1,2})\s*折
          |(?<percent>\d{1,2}(?:\.\d{1,4})?|[一二两三四五六七八九])\s*(?:%|个点|个百分点|percent|per\ cent|points?\b)
          |(?<tenth>\d|[一二两三四五六七八九]|半)\s*成
          |(?:(?:￥|¥|\$|£|€)\s*)?(?:(?<n>\d{1,13}(?:\.\d{1,6})?)\s*(?<unit>亿|万|千|million\b|[kwm](?![a-z]))?|(?<n>[一二两三四五六七八九十百]{1,5})(?<unit>亿|万|千))
            (?:\s*(?<off>off|less)\b)?)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Figures();
}
