using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>What was told last belongs to another deal: 不对，那是永丰的 · "no, that was NTUC, not BreadTalk".</summary>
/// <param name="To">The deal it belongs to.</param>
/// <param name="Rest">What the message goes on to tell of the deal under way; empty for nothing.</param>
public sealed record Misplaced(NamedDeal To, string Rest)
{
    private static readonly string[] Denials = ["不是", "并非", "不属于", "not", "isn't", "wasn't", "not for", "not from", "not about"];
    private static readonly string[] Affirming = ["是", "属于", "应该记", "记到", "记在", "was", "is", "that's", "it's", "for", "about", "meant", "belongs to"];
    private static readonly string[] Opening = ["不对", "不是", "错了", "搞错", "记错", "弄错", "说错", "那是", "那个是", "刚才", "上一条", "上面", "no", "sorry", "wrong", "oops", "that was", "that's", "it was", "undo"];

    /// <summary>Null when the message tells no such thing of the deal under way.</summary>
    public static Misplaced? In(string message, IReadOnlyList<DealMention> mentions, string underWay)
    {
        var text = Normalizer.Of(message);
        var others = mentions.Where(one => one.Deals is [var deal] && deal.Id != underWay && !Behind(text, one, Denials)).ToList();
        var own = mentions.Where(one => one.Deals.Any(deal => deal.Id == underWay)).ToList();
        if (others.Select(one => one.Deals[0]).Distinct().ToList() is not [var to]) return null;
        var denied = own.Exists(one => Behind(text, one, Denials));
        var opens = Array.Exists(Opening, word => text.StartsWith(word, StringComparison.Ordinal) && Chars.AtWordEnd(text, word.Length));
        if (!(denied || opens) || !others.Exists(one => Behind(text, one, Affirming))) return null;
        return new Misplaced(to, own.Find(one => one.Start > others[0].End && !Behind(text, one, Denials)) is { } further ? message[further.Start..] : "");
    }

    private static bool Behind(string text, DealMention mention, string[] words)
    {
        var before = text.AsSpan(0, mention.Start).TrimEnd();
        foreach (var word in words)
            if (before.EndsWith(word, StringComparison.Ordinal) && Chars.AtWordStart(before, before.Length - word.Length)) return true;
        return false;
    }
}
