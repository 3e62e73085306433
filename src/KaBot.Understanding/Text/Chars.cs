namespace KaBot.Understanding.Text;

/// <summary>What a normalised character is, as far as reading needs to know.</summary>
internal static class Chars
{
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    public static bool AnyHan(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\u3400', '\u9FFF') >= 0;

    /// <summary>Part of a word that is set apart by spaces.</summary>
    public static bool IsWord(char c) => c < '\u0250' && char.IsLetterOrDigit(c);

    /// <summary>How much of a gap a character fills: a Han character says about as much as four letters.</summary>
    public static int Weight(char c) => c >= '\u2E80' ? 4 : 1;

    public static int Weight(ReadOnlySpan<char> text, int start, int end)
    {
        var weight = 0;
        foreach (var c in text[start..end]) weight += Weight(c);
        return weight;
    }

    public static bool AtWordStart(ReadOnlySpan<char> text, int at) => at == 0 || !IsWord(text[at]) || !IsWord(text[at - 1]);

    public static bool AtWordEnd(ReadOnlySpan<char> text, int end) => end >= text.Length || !IsWord(text[end - 1]) || !IsWord(text[end]);

    /// <summary>Whether words stand in a normalised text: Latin ones by themselves, Chinese ones anywhere.</summary>
    public static bool Holds(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (AtWordStart(text, at) && AtWordEnd(text, at + words.Length)) return true;
        return false;
    }

    /// <summary>The span without what does not carry meaning at its edges.</summary>
    public static (int Start, int End) Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && IsEdge(text[start])) start++;
        while (end > start && IsEdge(text[end - 1])) end--;
        return (start, end);
    }

    private static bool IsEdge(char c) =>
        char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is ',' or '，' or '。' or '.' or ';' or '；' or ':' or '：' or '!' or '！' or '?' or '？'
            or '"' or '\'' or '、' or '-' or '—' or '…' or '~' or '(' or ')' or '（' or '）' or '=' or '\u200D' or '\uFE0F';

    /// <summary>Where words stand in a text: from a place on, or else anywhere; -1 where they do not.</summary>
    public static int Find(string text, string words, int from) =>
        text.IndexOf(words, from, StringComparison.Ordinal) is >= 0 and var at ? at : text.IndexOf(words, StringComparison.Ordinal);
}
