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

    /// <summary>A span of the message without the number of the point that follows it: "3/ 对手只剩铎建 4/ …", 采棉机调度 ⑥.</summary>
    public static int WithoutNumber(string text, int start, int end)
    {
        var words = text.AsSpan(start, end - start);
        if (words is [.., >= '①' and <= '⑳']) return start + words[..^1].TrimEnd(' ').Length;
        var name = words.TrimEnd("0123456789").TrimEnd(' ').Length;
        return name > 0 && name < end - start && end < text.Length && text[start + name] == ' ' && text[end] is '/' or ')' or '）' or '.' or '、' ? start + name : end;
    }

    private static bool IsEdge(char c) =>
        char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is ',' or '，' or '。' or '.' or ';' or '；' or ':' or '：' or '!' or '！' or '?' or '？'
            or '"' or '\'' or '、' or '-' or '—' or '…' or '~' or '(' or ')' or '（' or '）' or '=' or '|' or '·' or '•' or '\u200D' or '\uFE0F';

    /// <summary>A trimmed span with the bracket that stands right beside it, where the other one of the pair is in it: "Tom Reyes (site director)".</summary>
    public static (int Start, int End) Closed(ReadOnlySpan<char> text, int start, int end)
    {
        var open = 0;
        foreach (var c in text[start..end]) open += c is '(' or '（' ? 1 : c is ')' or '）' ? -1 : 0;
        if (open > 0 && end < text.Length && text[end] is ')' or '）') return (start, end + 1);
        if (open > 0 && end + 1 < text.Length && text[end] == '.' && text[end + 1] is ')' or '）') return (start, end + 2);
        return open < 0 && start > 0 && text[start - 1] is '(' or '（' ? (start - 1, end) : (start, end);
    }

    /// <summary>Where words stand in a text: from a place on, or else anywhere; -1 where they do not.</summary>
    public static int Find(string text, string words, int from) =>
        text.IndexOf(words, from, StringComparison.Ordinal) is >= 0 and var at ? at : text.IndexOf(words, StringComparison.Ordinal);
}
