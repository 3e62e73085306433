using System.Collections.Immutable;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Proposing;

/// <summary>Names in an English line, told by their capitals.</summary>
internal static class SpokenNames
{
    /// <summary>Capitalised words that stand nowhere in what is known. At the start of a sentence any word has a capital, so there it is one that is known to open sentences, or that the line has without a capital too.</summary>
    /// <param name="known">Normalised text that may be repeated.</param>
    public static IReadOnlyList<string> Unknown(string line, string known, ImmutableArray<string> openers)
    {
        var (unknown, from) = (new List<string>(), 0);
        foreach (var match in Said.Latin().Matches(line).Cast<System.Text.RegularExpressions.Match>())
        {
            var starts = Opens(line.AsSpan(from, match.Index - from), from);
            from = match.Index + match.Length;
            var (word, plain) = (match.Value, Normalizer.Of(match.Value));
            if (!word.Any(char.IsUpper) || Chars.Holds(known, plain) || IsI(plain)) continue;
            if (starts && word.Skip(1).All(c => !char.IsUpper(c)) && (openers.Contains(plain, StringComparer.Ordinal) || Lower(line, plain))) continue;
            unknown.Add(word);
        }
        return unknown;
    }

    private static bool Opens(ReadOnlySpan<char> before, int from) => from == 0 || before.IndexOfAny(".!?:;…“\"") >= 0;

    private static bool IsI(string word) => word is "i" or "ok" || word.StartsWith("i'", StringComparison.Ordinal);

    private static bool Lower(string line, string word) => Said.Latin().Matches(line).Any(match => match.Value == word);
}
