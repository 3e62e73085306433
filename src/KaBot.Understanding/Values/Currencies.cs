using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>Currency marks in front of a number (¥, RMB, $) and behind it (元, dollars, 美金).</summary>
internal static class Currencies
{
    private const string Rand = "ZAR";

    private static readonly (string Mark, string Code)[] Front =
    [
        ("us$", "USD"), ("hk$", "HKD"), ("s$", "SGD"), ("a$", "AUD"), ("c$", "CAD"), ("nt$", "TWD"), ("$", "USD"), ("¥", "CNY"), ("€", "EUR"),
        ("£", "GBP"), ("₹", "INR"), ("₩", "KRW"), ("人民币", "CNY"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("rmb", "CNY"),
        ("cny", "CNY"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("jpy", "JPY"), ("hkd", "HKD"), ("sgd", "SGD"), ("aud", "AUD"),
        ("cad", "CAD"), ("chf", "CHF"), ("inr", "INR"), ("krw", "KRW"), ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("pln", "PLN"), ("zloty", "PLN"), ("omr", "OMR"), ("kwd", "KWD"), ("bhd", "BHD"), ("zar", "ZAR"), ("brl", "BRL"), ("twd", "TWD"), ("myr", "MYR"), ("thb", "THB"),
        ("kroner", "NOK"), ("r", Rand), ("rm", "MYR"), ("rs.", "INR"), ("rs", "INR"), ("kes", "KES"), ("czk", "CZK"), ("mxn", "MXN"), ("rwf", "RWF"), ("ngn", "NGN"), ("idr", "IDR"), ("vnd", "VND"), ("php", "PHP"),
        ("huf", "HUF"), ("ron", "RON"), ("nzd", "NZD"), ("nz$", "NZD"), ("r$", "BRL"), ("sar", "SAR"), ("qar", "QAR"), ("egp", "EGP"), ("ils", "ILS"), ("加元", "CAD"), ("新币", "SGD"), ("新加坡元", "SGD"), ("港纸", "HKD"), ("港紙", "HKD"), ("马币", "MYR"),
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
        ("in zloty", "PLN"), ("zloty", "PLN"), ("złoty", "PLN"), ("pln", "PLN"), ("omr", "OMR"), ("rials", "OMR"), ("kwd", "KWD"), ("bhd", "BHD"), ("taiwan dollar", "TWD"), ("sing dollar", "SGD"), ("singapore dollar", "SGD"), ("sek", "SEK"), ("kronor", "SEK"), ("swedish kronor", "SEK"), ("swedish", "SEK"), ("crowns, swedish", "SEK"), ("nok", "NOK"), ("kroner", "NOK"), ("norwegian kroner", "NOK"), ("norwegian", "NOK"), ("kroner, norwegian", "NOK"), ("danish kroner", "DKK"), ("danish", "DKK"), ("kroner, danish", "DKK"), ("swiss francs", "CHF"), ("dirham", "AED"), ("dkk", "DKK"), ("rand", "ZAR"), ("zar", "ZAR"),
        ("ringgit", "MYR"), ("baht", "THB"), ("dirhams", "AED"), ("aed", "AED"), ("新台币", "TWD"), ("台币", "TWD"), ("twd", "TWD"), ("in pounds", "GBP"), ("in sterling", "GBP"),
        ("hong kong dollars", "HKD"), ("hk dollars", "HKD"), ("singapore dollars", "SGD"), ("sing dollars", "SGD"), ("sing", "SGD"), ("canadian dollars", "CAD"), ("canadian", "CAD"),
        ("aussie dollars", "AUD"), ("australian dollars", "AUD"), ("australian", "AUD"), ("dollars aussie", "AUD"), ("aussie", "AUD"), ("pounds egyptian", "EGP"), ("egyptian pounds", "EGP"), ("us", "USD"), ("nt", "TWD"), ("taiwan dollars", "TWD"), ("inr", "INR"), ("czk", "CZK"), ("koruna", "CZK"), ("crowns", "CZK"),
        ("reais", "BRL"), ("brl", "BRL"), ("pesos", "MXN"), ("mxn", "MXN"), ("kes", "KES"), ("kenyan shillings", "KES"), ("rwf", "RWF"), ("naira", "NGN"), ("ngn", "NGN"), ("rupiah", "IDR"), ("idr", "IDR"), ("dong", "VND"),
        ("forint", "HUF"), ("huf", "HUF"), ("lei", "RON"), ("shekels", "ILS"), ("riyals", "SAR"), ("nzd", "NZD"), ("kiwi dollars", "NZD"), ("myr", "MYR"), ("加元", "CAD"), ("加币", "CAD"), ("港纸", "HKD"), ("港紙", "HKD"), ("台幣", "TWD"), ("新臺幣", "TWD"), ("马币", "MYR"), ("林吉特", "MYR"),
        ("€", "EUR"), ("£", "GBP"), ("$", "USD"), ("韩元", "KRW"), ("越南盾", "VND"), ("比索", "PHP"), ("新加坡元", "SGD"), ("欧", "EUR"), ("泰铢", "THB"), ("澳门币", "MOP"), ("卢布", "RUB"), ("卢比", "INR"), ("瑞郎", "CHF"), ("瑞士法郎", "CHF"), ("迪拉姆", "AED"),
        ("riyal", "SAR"), ("franken", "CHF"), ("tenge", "KZT"), ("rubles", "RUB"), ("roubles", "RUB"),
    ];

    // Words that name a currency wherever they stand: "a hundred and fifty grand in the pot, sterling".
    private static readonly (string Mark, string Code)[] Named =
    [
        ("hong kong dollars", "HKD"), ("singapore dollars", "SGD"), ("sing dollars", "SGD"), ("canadian dollars", "CAD"), ("aussie dollars", "AUD"), ("australian dollars", "AUD"), ("us dollars", "USD"), ("dollars", "USD"), ("usd", "USD"),
        ("sterling", "GBP"), ("pounds", "GBP"), ("quid", "GBP"), ("euros", "EUR"), ("€", "EUR"), ("rupees", "INR"), ("inr", "INR"), ("ringgit", "MYR"), ("rmb", "CNY"), ("renminbi", "CNY"), ("yuan", "CNY"), ("hkd", "HKD"), ("sgd", "SGD"),
        ("cad", "CAD"), ("aud", "AUD"), ("gbp", "GBP"), ("eur", "EUR"), ("chf", "CHF"), ("pesos", "MXN"), ("canadian", "CAD"), ("aussie", "AUD"), ("港币", "HKD"), ("港元", "HKD"), ("港纸", "HKD"), ("港紙", "HKD"), ("台币", "TWD"), ("台幣", "TWD"),
        ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("英镑", "GBP"), ("日元", "JPY"), ("人民币", "CNY"), ("新币", "SGD"),
    ];

    /// <summary>The one currency that a text names by a word; null where it names none or several.</summary>
    public static string? NamedIn(ReadOnlySpan<char> text)
    {
        string? named = null;
        Span<char> rest = text.Length <= MostOnStack ? stackalloc char[text.Length] : new char[text.Length];
        text.CopyTo(rest);
        foreach (var (mark, code) in Named)
            for (var at = rest.IndexOf(mark); at >= 0; at = rest.IndexOf(mark))
            {
                var alone = Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + mark.Length);
                // A longer name is not read again as the shorter one in it.
                rest.Slice(at, mark.Length).Clear();
                if (!alone) continue;
                if (named is not null && named != code) return null;
                named = code;
            }
        return named;
    }

    private const int MostOnStack = 2048;

    /// <summary>Marks that stand in front of an amount.</summary>
    public static IEnumerable<string> Openings => [.. Front.Select(front => front.Mark), .. Enumerable.Range(1, 9).Select(digit => $"r{digit}")];

    /// <summary>Whether a currency is called dollars.</summary>
    public static bool AreDollars(string code) => code is "USD" or "SGD" or "CAD" or "AUD" or "HKD" or "NZD" or "TWD";

    /// <summary>Whether nothing but a lone R stands in front of a number.</summary>
    public static bool IsRand(ReadOnlySpan<char> text, int at, int number) => number - at == 1 && text[at] == 'r';

    private static readonly WordTable<string> Fronts = new(Front), Backs = new(Back);

    /// <summary>A mark at this place; <paramref name="number"/> is where the number itself starts.</summary>
    public static string? Before(ReadOnlySpan<char> text, int at, out int number)
    {
        number = at;
        string? best = null;
        var length = 0;
        foreach (var (mark, code) in Fronts.At(text, at))
        {
            if (mark.Length <= length || !text[at..].StartsWith(mark) || !Chars.AtWordStart(text, at) || code is Rand && mark.Length == 1 && !(at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) continue;
            (best, length, number) = (code, mark.Length, at + mark.Length);
            while (number < text.Length && text[number] == ' ') number++;
        }
        return best;
    }

    private static bool IsLast(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..].TrimStart(' ');
        return rest.IsEmpty || ",.;!?)\n，。；！".Contains(rest[0]) || rest.StartsWith("for us") || rest.StartsWith("net") || rest.StartsWith("set aside");
    }

    /// <summary>A mark behind a number, over spaces and a comma; <paramref name="end"/> is one past it.</summary>
    public static string? After(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var i = at;
        if (i < text.Length && text[i] is '，' or ',' && i + 1 < text.Length) i++;
        while (i < text.Length && text[i] == ' ') i++;
        string? best = null;
        // 二十六万，元宵前: no mark of one character behind a comma.
        var apart = i > at && text[at] is '，' or ',';
        foreach (var (mark, code) in Backs.At(text, i))
        {
            if (i + mark.Length <= end || !text[i..].StartsWith(mark) || apart && mark.Length == 1 && Chars.IsHan(mark[0]) && mark != "刀") continue;
            // 45 thousand, US; but not "45k, us and them".
            if (Chars.IsWord(mark[^1]) && !Chars.AtWordEnd(text, i + mark.Length) || mark is "us" or "nt" or "sing" or "danish" or "norwegian" or "swedish" or "australian" or "欧" && !IsLast(text, i + mark.Length)) continue;
            (end, best) = (i + mark.Length, code);
        }
        return best;
    }
}
