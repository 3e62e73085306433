using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>How often and the how-manieth: 第二次, 三趟, 首次, twice, three times, 3rd, fourth.</summary>
internal static class CountGrammar
{
    private static readonly (string Word, int Number)[] Ordinals =
    [
        ("首次", 1), ("头一次", 1), ("头一回", 1), ("头一趟", 1), ("头回", 1), ("初次", 1), ("首回", 1), ("首访", 1), .. SpokenDays.All,
    ];

    private static readonly (string Word, int Number)[] Adverbs = [("once", 1), ("twice", 2), ("thrice", 3)];

    /// <summary>Words that count by themselves.</summary>
    public static IEnumerable<string> Openings => [.. Ordinals.Select(ordinal => ordinal.Word), .. Adverbs.Select(adverb => adverb.Word)];

    private static readonly WordTable<(int Number, ValueKind Kind)> Words =
        new([.. Ordinals.Select(word => (word.Word, (word.Number, ValueKind.Ordinal))), .. Adverbs.Select(word => (word.Word, (word.Number, ValueKind.Times)))]);

    /// <param name="counted">The number that stands at the place; null where none does.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, Number? counted, out Spotted count)
    {
        count = default;
        if (text[at] == '第')
        {
            if (!NumberGrammar.TryRead(text, Spaced(text, at + 1), out var nth)) return false;
            count = new Spotted(ValueKind.Ordinal, at, WithMeasure(text, nth.End), nth.Low, nth.Low);
            return true;
        }
        if (Word(text, at, out count)) return true;
        if (counted is not { Scaled: false } number) return false;
        var end = number.End;
        if (Spaced(text, end) is var measure && measure < text.Length && text[measure] is '次' or '趟' or '回' or '遍')
        {
            count = new Spotted(ValueKind.Times, at, measure + 1, number.Low, number.High, Approximate: number.Fuzzy);
            return true;
        }
        if (text[end..].StartsWith(" time") && !text[end..].StartsWith(" timeline"))
        {
            count = new Spotted(ValueKind.Times, at, end + (text[end..].StartsWith(" times") ? 6 : 5), number.Low, number.High);
            return true;
        }
        foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
            if (char.IsAsciiDigit(text[end - 1]) && text[end..].StartsWith(suffix) && Chars.AtWordEnd(text, end + 2))
            {
                count = new Spotted(ValueKind.Ordinal, at, end + 2, number.Low, number.Low);
                return true;
            }
        return false;
    }

    private static int WithMeasure(ReadOnlySpan<char> text, int end) =>
        Spaced(text, end) is var at && at < text.Length && text[at] is '次' or '趟' or '回' or '轮' or '遍' ? at + 1 : end;

    // 第 2 次: some set figures apart.
    private static int Spaced(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static bool Word(ReadOnlySpan<char> text, int at, out Spotted count)
    {
        foreach (var (word, (number, kind)) in Words.At(text, at))
            if (text[at..].StartsWith(word) && Chars.AtWordEnd(text, at + word.Length) && Chars.AtWordStart(text, at))
            {
                count = new Spotted(kind, at, at + word.Length, number, number);
                return true;
            }
        count = default;
        return false;
    }
}
