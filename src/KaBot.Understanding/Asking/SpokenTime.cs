using System.Globalization;
using System.Text.RegularExpressions;

namespace KaBot.Understanding.Asking;

/// <summary>A time of day as people say it: 九点半, 下午6点, 早上8点15, 8.30am, "9 pm", 18:00. Pure.</summary>
public static partial class SpokenTime
{
    /// <summary>The time that some words are, and nothing else; null for other words.</summary>
    public static TimeOnly? Of(string words)
    {
        var text = words.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var match = Chinese().Match(text) is { Success: true } said ? said : English().Match(text);
        if (!match.Success) return null;
        var (hour, minute) = (Number(match.Groups["h"].Value), Minute(match.Groups["m"].Value));
        var late = match.Groups["late"].Success && hour < 12 || match.Groups["noon"].Success && hour < 3;
        if (late) hour += 12;
        else if (match.Groups["am"].Success && hour == 12) hour = 0;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Minute(string words) => words switch
    {
        "" => 0,
        "半" => 30,
        "一刻" => 15,
        "三刻" => 45,
        _ => Number(words),
    };

    /// <summary>A number below a hundred, in digits or in Chinese.</summary>
    public static int Number(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        var digits = words.Select(c => c == '两' ? 2 : c == '十' ? 10 : "零一二三四五六七八九".IndexOf(c)).ToList();
        return digits switch
        {
            [var one] => one,
            [10, var ones] => 10 + ones,
            [var tens, 10] => tens * 10,
            [var tens, 10, var ones] => tens * 10 + ones,
            [0, var ones] => ones,
            _ => -1,
        };
    }

    [GeneratedRegex("^(?:(?<am>早上|上午|早晨|清早|早|凌晨)|(?<late>下午|晚上|傍晚|晚)|(?<noon>中午))?(?<h>\\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:点钟?整?(?<m>半|一刻|三刻|\\d{1,2}|[零一二三四五六七八九十]{1,3})?分?|[:.](?<m>\\d{2}))$")]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?:at )?(?<h>\\d{1,2})(?:[:.](?<m>\\d{2}))?\\s*(?:(?<am>a\\.?m\\.?)|(?<late>p\\.?m\\.?)|o'clock)?$")]
    private static partial Regex English();
}
