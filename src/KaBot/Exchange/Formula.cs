namespace KaBot.Exchange;

/// <summary>Cells that a spreadsheet would run: in CSV they stand behind an apostrophe, and are read without it.</summary>
internal static class Formula
{
    public const string Starts = "=+-@\t\r";

    public static string Plain(string cell) => cell is ['\'', var next, ..] && Starts.Contains(next, StringComparison.Ordinal) ? cell[1..] : cell;
}
