namespace KaBot.Understanding.Asking;

/// <summary>A normalised text by its clauses, as <see cref="RequestPattern"/> wants it: parted by commas.</summary>
internal static class Clauses
{
    private static readonly char[] Ends = ['，', ',', '。', '；', ';', '！', '!', '？', '?', '\n'];

    public static string[] Of(string text) => text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Parted(string text) => string.Join(',', Of(text));
}
