using KaBot.Funnel.Coaching.Concessions;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The words for each kind of move, of every language at once.</summary>
internal static class MoveWords
{
    public static ConcessionKind? Kind(LanguageFiles languages, string word)
    {
        foreach (var texts in languages.All)
            foreach (var (kind, words) in Of(texts))
                if (words.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase)) return kind;
        return null;
    }

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
