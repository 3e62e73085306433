using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>Currency marks in front of a number (¥, RMB, $) and behind it (元, dollars, 美金).</summary>
internal static class Currencies
{
    private static readonly (string Mark, string Code)[] Front =
    [
        ("us$", "USD"), ("hk$", "HKD"), ("s$", "SGD"), ("a$", "AUD"), ("c$", "CAD"), ("nt$", "TWD"), ("$", "USD"), ("¥", "CNY"), ("€", "EUR"),
        ("£", "GBP"), ("₹", "INR"), ("₩", "KRW"), ("人民币", "CNY"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("rmb", "CNY"),
        ("cny", "CNY"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("jpy", "JPY"), ("hkd", "HKD"), ("sgd", "SGD"), ("aud", "AUD"),
        ("cad", "CAD"), ("chf", "CHF"), ("inr", "INR"), ("krw", "KRW"), ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("pln", "PLN"), ("zar", "ZAR"), ("brl", "BRL"), ("twd", "TWD"), ("myr", "MYR"), ("thb", "THB"),
        ("新台币", "TWD"), ("新台幣", "TWD"), ("台币", "TWD"), ("台幣", "TWD"), ("nt$", "TWD"), ("港元", "HKD"), ("英镑", "GBP"), ("日元", "JPY"), ("澳元", "AUD"), ("aed", "AED"),
    ];

    private static readonly (string Mark, string Code)[] Back =
    [
        ("人民币", "CNY"), ("元人民币", "CNY"), ("块钱", "CNY"), ("元", "CNY"), ("块", "CNY"), ("美元", "USD"), ("美金", "USD"), ("刀", "USD"),
        ("欧元", "EUR"), ("英镑", "GBP"), ("日元", "JPY"), ("港币", "HKD"), ("港元", "HKD"), ("新币", "SGD"), ("澳元", "AUD"),
        ("us dollars", "USD"), ("us dollar", "USD"), ("dollars", "USD"), ("dollar", "USD"), ("bucks", "USD"), ("in dollars", "USD"), ("in usd", "USD"),
        ("euros", "EUR"), ("euro", "EUR"), ("in euros", "EUR"), ("pounds", "GBP"), ("quid", "GBP"), ("sterling", "GBP"), ("yen", "JPY"), ("yuan", "CNY"),
        ("renminbi", "CNY"), ("rmb", "CNY"), ("in rmb", "CNY"), ("cny", "CNY"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("jpy", "JPY"),
        ("hkd", "HKD"), ("sgd", "SGD"), ("aud", "AUD"), ("cad", "CAD"), ("chf", "CHF"), ("francs", "CHF"), ("won", "KRW"), ("rupees", "INR"),
        ("in zloty", "PLN"), ("zloty", "PLN"), ("pln", "PLN"), ("sek", "SEK"), ("kronor", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("rand", "ZAR"), ("zar", "ZAR"),
        ("ringgit", "MYR"), ("baht", "THB"), ("dirhams", "AED"), ("aed", "AED"), ("新台币", "TWD"), ("台币", "TWD"), ("twd", "TWD"), ("in pounds", "GBP"), ("in sterling", "GBP"),
        ("€", "EUR"), ("£", "GBP"), ("$", "USD"),
    ];

    /// <summary>A mark at this place; <paramref name="number"/> is where the number itself starts.</summary>
    public static string? Before(ReadOnlySpan<char> text, int at, out int number)
    {
        number = at;
        foreach (var (mark, code) in Front)
        {
            if (!text[at..].StartsWith(mark) || !Chars.AtWordStart(text, at)) continue;
            number = at + mark.Length;
            while (number < text.Length && text[number] == ' ') number++;
            return code;
        }
        return null;
    }

    /// <summary>A mark behind a number, over spaces and a comma; <paramref name="end"/> is one past it.</summary>
    public static string? After(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var i = at;
        if (i < text.Length && text[i] is '，' or ',' && i + 1 < text.Length) i++;
        while (i < text.Length && text[i] == ' ') i++;
        foreach (var (mark, code) in Back)
        {
            if (!text[i..].StartsWith(mark)) continue;
            if (Chars.IsWord(mark[^1]) && !Chars.AtWordEnd(text, i + mark.Length)) continue;
            end = i + mark.Length;
            return code;
        }
        return null;
    }
}
