using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>A check-in is to be left: what was told in it, to keep or to throw away.</summary>
public static class LeavingCard
{
    public static Card Of(Texts texts, DealRef deal, string told)
    {
        var words = texts.Say("leaving.told", ("facts", told));
        return new Card(texts.Language, words, [Parts.Caption(deal), new TextBlock(words)],
        [
            new Execute(texts["leaving.keep"], Verbs.Save, ("deal", deal.Id)) { Positive = true },
            new Execute(texts["leaving.discard"], Verbs.Discard, ("deal", deal.Id)) { Destructive = true },
            new Execute(texts["deals.resume"], Verbs.Start, ("deal", deal.Id)),
        ]);
    }

    /// <summary>Stands in its place once nothing was kept.</summary>
    public static Card Done(Texts texts, DealRef deal, string words) => new(texts.Language, words, [Parts.Caption(deal), new TextBlock(words)], []);
}
