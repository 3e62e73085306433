namespace KaBot.Funnel;

/// <summary>Words looked for in what somebody says: Chinese ones stand anywhere, English ones as words of their own.</summary>
internal static class Cued
{
    public static bool Has(string text, string cue)
    {
        for (var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(cue, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!char.IsAsciiLetter(cue[0]) || !Letter(text, at - 1) && !Letter(text, at + cue.Length)) return true;
        return false;
    }

    private static bool Letter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);
}
