using System.Text.RegularExpressions;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>
/// Shares and sums that say how or when the price is paid, or what secures it: "首付30%", "预付提到五成", "50% upfront", "质保金10%". They
/// are terms, and no discount.
/// </summary>
internal static partial class PaymentTerms
{
    /// <summary>The words with such figures blanked out.</summary>
    public static string Without(string words) => Behind().Replace(Before().Replace(words, Blank), Blank);

    private static string Blank(Match match) => new('，', match.Length);

    /// <summary>The term, then its figure.</summary>
    [GeneratedRegex("""
        (?:(?:预付|首付|首期|首款|定金|订金|尾款|质保|保证金|履约|保函|违约金|罚金|税率|增值税|进度款|deposit|retention|prepay(?:ment|ing)?|prepaid|down\ payment|advance|up-?\s?front|vat|tax|penalt(?:y|ies)|bond)
            (?:款|金|比例|保证金|提高到|提到|加到|增加到|降到|改成|改为|到|为|是|就|付|要|先|至少|\s|of|to|at|is|from|:|：|payment|money){0,4}
            (?:\d+(?:\.\d+)?\s*(?:%|成|个点|percent|per\ cent|亿|万|千|[kwm](?![a-z]))|[一二两三四五六七八九十]+(?:成(?:半)?|万|千)|百分之\S{1,3}|一半)
          |(?:支付|付|pay(?:ing|s)?)\s*(?:了|掉)?(?:\d+(?:\.\d+)?\s*(?:%|成|percent)(?!\s*(?:less|lower|off))|[一二两三四五六七八九]成))
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Before();

    /// <summary>The figure, then its term.</summary>
    [GeneratedRegex("""
        (?:\d+(?:\.\d+)?\s*(?:%|成|percent|per\ cent|亿|万|千|[kwm](?![a-z]))|[一二两三四五六七八九]成)
        (?:\s|的|做|作|in|as|of|an?|for|the|be|is|paid|to\ be){0,3}
        (?:预付|首付|首期|定金|订金|质保|保证金|尾款|进度款|up-?\s?front|in\ advance|advance|prepaid|prepay(?:ment)?|deposit|down\ payment|retention|vat|tax|on\ (?:signing|signature|order|delivery|acceptance|completion))
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Behind();
}
