using System.Globalization;

namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>The number in a figure: "2.5", "两", "一百六十八".</summary>
internal static class SaidNumber
{
    private const string Figures = "零一二三四五六七八九";

    /// <summary>Digits one after the other, Chinese ones as well: "八五" is 85.</summary>
    public static decimal Digits(string text) => decimal.Parse(
        string.Concat(text.Select(c => Figures.IndexOf(c) is >= 0 and var digit ? (char)('0' + digit) : c)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>A number in digits or in Chinese words up to the hundreds.</summary>
    public static decimal Of(string text)
    {
        if (char.IsAsciiDigit(text[0])) return Digits(text);
        if (text == "半") return 0.5m;
        var (sum, digit) = (0m, 0m);
        foreach (var c in text)
        {
            if (c is '十' or '百') (sum, digit) = (sum + Math.Max(digit, 1) * (c == '十' ? 10 : 100), 0);
            else digit = c == '两' ? 2 : Figures.IndexOf(c);
        }
        return sum + digit;
    }
}
