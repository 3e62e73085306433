using System.Globalization;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Proposing;

/// <summary>The figures of a line, each in one spelling: 80万 and 800,000 are the same, 9折 and 9% are not.</summary>
internal static class SpokenFigures
{
    /// <param name="text">Normalised.</param>
    public static HashSet<string> Of(string text, DateTimeOffset at, VoiceWords words)
    {
        var today = DateOnly.FromDateTime(at.DateTime);
        var (values, idle) = (new List<Spotted>(), Idle(text, words));
        ValueFinder.Find(text, text, today, dayFirst: false, values);
        var figures = new HashSet<string>(StringComparer.Ordinal);
        var read = new bool[text.Length];
        foreach (var value in values)
        {
            for (var i = value.Start; i < Math.Min(value.End, text.Length); i++) read[i] = true;
            if (value.Kind is ValueKind.Number or ValueKind.Ordinal or ValueKind.Times && idle[value.Start]) continue;
            // Today goes without saying.
            if (value.Kind != ValueKind.Date || value.Date != today) figures.UnionWith(Keys(text, value));
        }
        // What no grammar makes a figure of may still tell an amount: 几十, ½, "double".
        for (var i = 0; i < text.Length; i++)
            if (!read[i] && !idle[i] && (char.IsNumber(text[i]) || ChineseNumbers.Digit(text[i]) is not null || "十百千万亿几廿卅".Contains(text[i]))) figures.Add(text[i].ToString());
        figures.UnionWith(words.Amounts.Where(word => Chars.Holds(text, word)));
        return figures;
    }

    private static IEnumerable<string> Keys(string text, Spotted value)
    {
        if (value.Kind == ValueKind.Date) yield return value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        else
        {
            var unit = value.Kind == ValueKind.Percent ? text[value.End - 1] is '折' or '成' ? text[value.End - 1].ToString() : "%" : "";
            // At least so much is another figure than so much.
            yield return value.Low == value.High ? Number(value.Low) + unit : $"{Number(value.Low)}..{Number(value.High)}{unit}";
            if (value.Currency is { } currency) yield return currency;
        }
    }

    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Where a saying stands whose numeral counts nothing.</summary>
    private static bool[] Idle(string text, VoiceWords words)
    {
        var idle = new bool[text.Length];
        foreach (var saying in words.Sayings)
            for (var at = text.IndexOf(saying, StringComparison.Ordinal); at >= 0; at = text.IndexOf(saying, at + 1, StringComparison.Ordinal))
                if (Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + saying.Length)) idle.AsSpan(at, saying.Length).Fill(true);
        return idle;
    }
}
