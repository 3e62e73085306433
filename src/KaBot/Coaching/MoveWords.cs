using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The words for each kind of move, of every language at once.</summary>
internal static class MoveWords
{
    /// <summary>The kinds that a rep tells.</summary>
    public static readonly ImmutableArray<ConcessionKind> Told = [ConcessionKind.Asked, ConcessionKind.Offered, ConcessionKind.Given, ConcessionKind.Got];

    /// <summary>"given 95折", "给95折": the kind that the words begin with, and what follows it; no kind where they begin with none.</summary>
    public static (ConcessionKind? Kind, string What) Read(LanguageFiles languages, string words)
    {
        foreach (var (kind, word) in languages.All.SelectMany(Of).SelectMany(known => known.Words.Split(' '), (known, word) => (known.Kind, word)).OrderByDescending(known => known.word.Length))
            if (words.StartsWith(word, StringComparison.OrdinalIgnoreCase) && Ends(words, word)) return (kind, words[word.Length..].TrimStart(' ', '\u3000', '了', ':', '：'));
        return (null, words);
    }

    public static bool IsUndo(LanguageFiles languages, string words) =>
        languages.All.Any(texts => texts["words.concession.undo"].Split(' ').Contains(words, StringComparer.OrdinalIgnoreCase));

    /// <summary>A Latin word ends where it ends; after a Chinese one anything may follow.</summary>
    private static bool Ends(string words, string word) => !char.IsAsciiLetter(word[^1]) || words.Length == word.Length || !char.IsAsciiLetterOrDigit(words[word.Length]);

    /// <summary>What a kind is called on a card.</summary>
    public static string Name(Texts texts, ConcessionKind kind) => kind switch
    {
        ConcessionKind.Asked => texts["concession.asked"],
        ConcessionKind.Offered => texts["concession.offered"],
        ConcessionKind.Given => texts["concession.given"],
        _ => texts["concession.got"],
    };

    private static IEnumerable<(ConcessionKind Kind, string Words)> Of(Texts texts) =>
    [
        (ConcessionKind.Asked, texts["words.concession.asked"]), (ConcessionKind.Offered, texts["words.concession.offered"]),
        (ConcessionKind.Given, texts["words.concession.given"]), (ConcessionKind.Got, texts["words.concession.got"]),
    ];
}
