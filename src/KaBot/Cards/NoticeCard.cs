using KaBot.Cards.Elements;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>Why a tap did nothing, and where to go on.</summary>
public static class NoticeCard
{
    public static Card Of(Texts texts, NoticeView view)
    {
        var words = texts[view.Kind switch
        {
            NoticeKind.Expired => "notice.expired",
            NoticeKind.OtherPerson => "notice.otherperson",
            NoticeKind.AlreadyAnswered => "notice.answered",
            NoticeKind.AlreadySaved => "notice.saved",
            _ => "notice.nodeal",
        }];
        // Nothing of a deal is told to somebody it may not belong to.
        var mine = view.Kind is NoticeKind.OtherPerson or NoticeKind.NoSuchDeal ? null : view.Deal;
        var go = mine is { } deal
            ? new Execute(texts["notice.goon"], Verbs.Start, ("deal", deal.Id)) : new Execute(texts["deals.open"], Verbs.Deals);
        return new Card(texts.Language, words,
            [.. mine is { } about ? [Parts.Caption(about)] : Array.Empty<Element>(), new TextBlock(words)],
            [go]);
    }
}
