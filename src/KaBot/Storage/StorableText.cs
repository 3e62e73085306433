using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace KaBot.Storage;

/// <summary>Text as every database keeps it: PostgreSQL refuses NUL characters, and half a surrogate pair is no character at all.</summary>
public static class StorableText
{
    /// <summary>The same text without NUL characters, each half of a surrogate pair replaced by U+FFFD; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Odd) < 0) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) kept.Append(rune.ToString());
        return kept.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Odd =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);
}
