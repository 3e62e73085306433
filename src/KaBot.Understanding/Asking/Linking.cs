using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>The small words between deals named in one message: what joins them, compares them, or turns from one to the next.</summary>
internal static class Linking
{
    private static readonly char[] Ends = ['，', ',', '。', '；', ';', '！', '!', '？', '?', '\n', '、'];
    private static readonly string[] Turns = ["另外", "还有", "对了", "顺便", "然后", "而且", "不过", "但是", "by the way", "btw", "also", "meanwhile", "and", "but"];
    private static readonly string[] Joiners = ["和", "与", "跟", "及", "以及", "还有", "、", "/", "&", "+", ",", "，", "and"];
    private static readonly string[] Comparing = ["比", "像", "跟", "和", "同", "如", "不如", "than", "like", "unlike", "as"];
    private static readonly string[] Empty = ["另外", "还有", "对了", "顺便", "说一下", "然后", "而且", "不过", "但是", "那个", "这个", "那边", "这边", "那家", "这家", "那单", "这单", "这个单子", "的", "了", "啊", "呢", "吧", "嗯", "好的", "好", "和", "与", "跟", "去", "跟进", "更新", "一下",
        "by the way", "btw", "also", "meanwhile", "and", "but", "ok", "well", "so", "the", "deal", "on", "about", "for"];

    /// <summary>Whether nothing but "and" stands between two names: what follows is said of both.</summary>
    public static bool Joins(ReadOnlySpan<char> between) => Joiners.Contains(between.Trim().ToString());

    /// <summary>Whether the second name is only held against the first: 永丰的价格比天成低.</summary>
    public static bool Compares(ReadOnlySpan<char> between)
    {
        var words = between.TrimEnd();
        if (words.IndexOfAny(Ends) >= 0 || Joins(between)) return false;
        foreach (var word in Comparing)
            if (words.EndsWith(word, StringComparison.Ordinal) && Chars.AtWordStart(words, words.Length - word.Length)) return true;
        return false;
    }

    /// <summary>Where a text turns to the name that begins at a place: at its clause, at a word that turns, or right at the name.</summary>
    /// <param name="opening">Before the first name of all: there a clause that leads up to its name is of it, "昨天去了永丰".</param>
    public static int Turn(string text, int from, int name, bool opening = false)
    {
        var clause = ClauseStart(text, from, name);
        foreach (var word in Turns)
            if (text.LastIndexOf(word, Math.Max(name - 1, 0), Math.Max(name - clause, 0), StringComparison.Ordinal) is > 0 and var at
                && Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + word.Length) && at > clause) return at;
        return clause > from || opening ? clause : name;
    }

    /// <summary>What is left of words without those that only link.</summary>
    public static string Bare(string text)
    {
        var left = Normalizer.Of(text);
        foreach (var word in Empty.OrderByDescending(word => word.Length))
            for (var at = left.IndexOf(word, StringComparison.Ordinal); at >= 0; at = left.IndexOf(word, at + 1, StringComparison.Ordinal))
                if (Chars.AtWordStart(left, at) && Chars.AtWordEnd(left, at + word.Length)) left = left.Remove(at, word.Length).Insert(at, " ");
        return new string([.. left.Where(char.IsLetterOrDigit)]);
    }

    private static int ClauseStart(string text, int from, int name)
    {
        var at = text.LastIndexOfAny(Ends, Math.Max(name - 1, 0), name - from);
        var sentence = text.LastIndexOf(". ", Math.Max(name - 1, 0), name - from, StringComparison.Ordinal);
        return Math.Max(Math.Max(at, sentence) + 1, from);
    }
}
