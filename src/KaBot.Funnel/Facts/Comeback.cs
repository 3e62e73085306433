using System.Collections.Immutable;

namespace KaBot.Funnel.Facts;

/// <summary>Words by which a deal that was over goes on.</summary>
/// <param name="Unless">A clause that also holds one of these says no such thing: a wish, a doubt, a question.</param>
public sealed record Comeback(ImmutableArray<string> Words, ImmutableArray<string> Unless)
{
    private static readonly char[] Marks = ['，', '。', '；', '！', ',', '.', ';', '!', '\n'];

    public bool SaidIn(string text) => text.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Any(clause =>
        Words.Any(word => Cued.Has(clause, word)) && !Unless.Any(word => Cued.Has(clause, word)));
}
