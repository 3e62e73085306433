using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// What stands around an amount and turns it into an interval or a guess: 至少, 不超过, 以内, 左右, at least, up to, or so.
/// The span grows to take the modifier in, for it belongs to the evidence.
/// </summary>
internal static partial class Modifiers
{
    private enum Bound { None, About, AtLeast, AtMost }

    private static readonly (string Words, Bound Bound)[] Front =
    [
        ("大概", Bound.About), ("大约", Bound.About), ("约", Bound.About), ("大致", Bound.About), ("差不多", Bound.About), ("接近", Bound.About),
        ("将近", Bound.About), ("小", Bound.About), ("近", Bound.About), ("估计", Bound.About), ("也就", Bound.About), ("不到", Bound.AtMost),
        ("最多给到", Bound.AtMost), ("最多批", Bound.AtMost), ("最多给", Bound.AtMost), ("最多出", Bound.AtMost), ("最多能给", Bound.AtMost), ("最多能批", Bound.AtMost), ("上限是", Bound.AtMost),
        ("上限就", Bound.AtMost), ("顶多批", Bound.AtMost), ("顶多给", Bound.AtMost), ("至少要", Bound.AtLeast), ("至少有", Bound.AtLeast), ("起码有", Bound.AtLeast),
        ("至少", Bound.AtLeast), ("起码", Bound.AtLeast), ("最少", Bound.AtLeast), ("不低于", Bound.AtLeast), ("不少于", Bound.AtLeast), ("超过", Bound.AtLeast),
        ("高于", Bound.AtLeast), ("最多", Bound.AtMost), ("顶多", Bound.AtMost), ("不超过", Bound.AtMost), ("不高于", Bound.AtMost), ("上限", Bound.AtMost),
        ("封顶", Bound.AtMost), ("保底", Bound.AtLeast), ("打底", Bound.AtLeast), ("起步", Bound.AtLeast), ("控制在", Bound.AtMost), ("低于", Bound.AtMost), ("撑死", Bound.AtMost), ("最高", Bound.AtMost),
        ("about", Bound.About), ("around", Bound.About), ("roughly", Bound.About), ("approx", Bound.About), ("approx.", Bound.About),
        ("approximately", Bound.About), ("some", Bound.About), ("circa", Bound.About), ("ca", Bound.About), ("ca.", Bound.About), ("c.", Bound.About),
        ("nearly", Bound.About), ("almost", Bound.About), ("just shy of", Bound.About), ("just under", Bound.About), ("just over", Bound.About),
        ("close to", Bound.About), ("somewhere around", Bound.About), ("in the region of", Bound.About), ("~", Bound.About), ("about a", Bound.About),
        ("at least", Bound.AtLeast), ("at the very least", Bound.AtLeast), ("at the very most", Bound.AtMost), ("no less than", Bound.AtLeast), ("not less than", Bound.AtLeast), ("more than", Bound.AtLeast), ("over", Bound.AtLeast),
        ("upwards of", Bound.AtLeast), ("a minimum of", Bound.AtLeast), ("minimum", Bound.AtLeast), ("min", Bound.AtLeast), ("north of", Bound.AtLeast),
        ("starting at", Bound.AtLeast), ("from", Bound.AtLeast),
        ("at most", Bound.AtMost), ("no more than", Bound.AtMost), ("not more than", Bound.AtMost), ("up to", Bound.AtMost), ("under", Bound.AtMost),
        ("below", Bound.AtMost), ("less than", Bound.AtMost), ("max", Bound.AtMost), ("max.", Bound.AtMost), ("maximum", Bound.AtMost),
        ("a maximum of", Bound.AtMost), ("capped at", Bound.AtMost), ("within", Bound.AtMost), ("not above", Bound.AtMost), ("cap of", Bound.AtMost),
        ("ceiling of", Bound.AtMost), ("ceiling is", Bound.AtMost), ("cap is", Bound.AtMost), ("can't exceed", Bound.AtMost), ("not exceed", Bound.AtMost),
        ("不能超过", Bound.AtMost), ("不得超过", Bound.AtMost), ("不会超过", Bound.AtMost), ("没超过", Bound.AtMost), ("别超过", Bound.AtMost),
        ("不许超过", Bound.AtMost), ("不可能超过", Bound.AtMost), ("绝不超过", Bound.AtMost), ("超不过", Bound.AtMost), ("多不过", Bound.AtMost),
        ("不能高于", Bound.AtMost), ("不会高于", Bound.AtMost), ("天花板是", Bound.AtMost), ("天花板", Bound.AtMost), ("红线是", Bound.AtMost),
        ("红线", Bound.AtMost), ("最高到", Bound.AtMost), ("上限在", Bound.AtMost), ("卡在", Bound.AtMost), ("不能突破", Bound.AtMost),
        ("不突破", Bound.AtMost), ("顶到", Bound.AtMost), ("nothing above", Bound.AtMost), ("nothing over", Bound.AtMost),
        ("not over", Bound.AtMost), ("never over", Bound.AtMost), ("no higher than", Bound.AtMost), ("not exceeding", Bound.AtMost),
        ("won't go over", Bound.AtMost), ("won't go above", Bound.AtMost), ("won't go past", Bound.AtMost),
        ("won't go beyond", Bound.AtMost), ("can't go over", Bound.AtMost), ("can't go above", Bound.AtMost),
        ("can't go past", Bound.AtMost), ("can't go beyond", Bound.AtMost), ("cannot go over", Bound.AtMost),
        ("cannot go above", Bound.AtMost), ("will not go over", Bound.AtMost), ("will not go above", Bound.AtMost),
        ("cannot exceed", Bound.AtMost), ("won't exceed", Bound.AtMost), ("must not exceed", Bound.AtMost),
        ("mustn't exceed", Bound.AtMost), ("never exceed", Bound.AtMost), ("not a penny over", Bound.AtMost),
        ("not a cent over", Bound.AtMost), ("not a cent more than", Bound.AtMost), ("not a penny more than", Bound.AtMost),
        ("cap on the budget is", Bound.AtMost), ("floor is", Bound.AtLeast), ("floor of", Bound.AtLeast), ("floor's", Bound.AtLeast), ("limit of", Bound.AtMost), ("limit is", Bound.AtMost), ("limit's", Bound.AtMost), ("limit at", Bound.AtMost),
        ("cap's", Bound.AtMost), ("cap at", Bound.AtMost), ("cap it at", Bound.AtMost), ("caps it at", Bound.AtMost),
        ("ceiling's", Bound.AtMost), ("ceiling at", Bound.AtMost), ("tops out at", Bound.AtMost), ("topping out at", Bound.AtMost),
        ("maxes out at", Bound.AtMost), ("maxed at", Bound.AtMost), ("stops at", Bound.AtMost), ("limited to", Bound.AtMost),
        ("nothing more than", Bound.AtMost), ("anything up to", Bound.AtMost),
        ("不会低于", Bound.AtLeast), ("不能低于", Bound.AtLeast), ("不可能低于", Bound.AtLeast), ("不得低于", Bound.AtLeast), ("少说", Bound.AtLeast),
        ("少说也要", Bound.AtLeast), ("少说也得", Bound.AtLeast), ("少说得", Bound.AtLeast), ("最低", Bound.AtLeast), ("最低要", Bound.AtLeast),
        ("no lower than", Bound.AtLeast), ("not below", Bound.AtLeast), ("nothing under", Bound.AtLeast), ("nothing below", Bound.AtLeast),
        ("not under", Bound.AtLeast), ("above", Bound.AtLeast), ("in excess of", Bound.AtLeast), ("exceeding", Bound.AtLeast),
        ("anything from", Bound.AtLeast), ("well over", Bound.AtLeast), ("well above", Bound.AtLeast), ("not going below", Bound.AtLeast),
        ("won't go below", Bound.AtLeast), ("won't go under", Bound.AtLeast), ("can't go below", Bound.AtLeast),
        ("hard stop at", Bound.AtMost), ("hard limit", Bound.AtMost), ("max spend", Bound.AtMost), ("spend cap", Bound.AtMost), ("最多只给", Bound.AtMost), ("最多只能给", Bound.AtMost), ("最高限价", Bound.AtMost), ("顶天", Bound.AtMost), ("最少也得", Bound.AtLeast), ("最少也要", Bound.AtLeast), ("最少得", Bound.AtLeast), ("至少也得", Bound.AtLeast), ("至少得", Bound.AtLeast), ("控制价", Bound.AtMost), ("限价", Bound.AtMost), ("顶格", Bound.AtMost),
        ("起码得准备", Bound.AtLeast), ("至少得准备", Bound.AtLeast), ("起码得", Bound.AtLeast), ("something like", Bound.About), ("ard", Bound.About), ("abt", Bound.About), ("ballpark", Bound.About),
        ("in the ballpark of", Bound.About), ("in the neighbourhood of", Bound.About), ("in the neighborhood of", Bound.About),
        ("a bit over", Bound.About), ("bit over", Bound.About), ("a bit more than", Bound.About), ("a little over", Bound.About), ("slightly over", Bound.About), ("a shade over", Bound.About), ("a tad over", Bound.About),
        ("a smidge under", Bound.About), ("a shade under", Bound.About), ("slightly under", Bound.About), ("a bit under", Bound.About), ("a little under", Bound.About),
        ("can't be more than", Bound.AtMost), ("cannot be more than", Bound.AtMost), ("can't spend over", Bound.AtMost), ("can't spend more than", Bound.AtMost), ("can't be less than", Bound.AtLeast), ("cannot be less than", Bound.AtLeast),
        ("ceiling", Bound.AtMost), ("cap", Bound.AtMost), ("limit", Bound.AtMost), ("nte", Bound.AtMost), ("not to exceed", Bound.AtMost), ("max is", Bound.AtMost), ("budget ends at", Bound.AtMost),
        ("tops", Bound.AtMost), ("<", Bound.AtMost), (">", Bound.AtLeast), ("min.", Bound.AtLeast), ("min. of", Bound.AtLeast),
        ("至多", Bound.AtMost), ("最高可用", Bound.AtMost), ("最多能花", Bound.AtMost), ("最多花", Bound.AtMost), ("不能超", Bound.AtMost), ("顶到天", Bound.AtMost), ("往多了说", Bound.AtMost), ("资金限额", Bound.AtMost), ("下限", Bound.AtLeast), ("不会少于", Bound.AtLeast), ("少说也有", Bound.AtLeast), ("至少得有", Bound.AtLeast),
        ("near", Bound.About), ("around about", Bound.About), ("roundabout", Bound.About),
    ];

    private static readonly (string Words, Bound Bound)[] Back =
    [
        ("左右", Bound.About), ("上下", Bound.About), ("出头", Bound.About), ("多点", Bound.About), ("的样子", Bound.About), ("这样", Bound.About),
        ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("内", Bound.AtMost), ("以下", Bound.AtMost), ("封顶", Bound.AtMost), ("顶天", Bound.AtMost), ("打住", Bound.AtMost),
        ("以上", Bound.AtLeast), ("起步", Bound.AtLeast), ("往上", Bound.AtLeast), ("起", Bound.AtLeast), ("朝上", Bound.AtLeast), ("保底", Bound.AtLeast), ("打底", Bound.AtLeast), ("开外", Bound.AtLeast),
        ("or so", Bound.About), ("ish", Bound.About), ("-ish", Bound.About), ("give or take", Bound.About), (", give or take", Bound.About),
        ("more or less", Bound.About), ("or thereabouts", Bound.About), ("roughly", Bound.About), ("ballpark", Bound.About), ("or more", Bound.AtLeast),
        ("and up", Bound.AtLeast), ("upwards", Bound.AtLeast), ("minimum", Bound.AtLeast), ("at least", Bound.AtLeast), ("plus", Bound.AtLeast), ("+", Bound.AtLeast), ("min", Bound.AtLeast),
        ("max", Bound.AtMost), ("tops", Bound.AtMost), ("at most", Bound.AtMost), ("maximum", Bound.AtMost), ("or less", Bound.AtMost), ("at the most", Bound.AtMost),
        ("ceiling", Bound.AtMost), ("cap", Bound.AtMost), ("limit", Bound.AtMost), ("floor", Bound.AtLeast), ("plus a bit", Bound.About), ("or a bit more", Bound.AtLeast), ("not to exceed", Bound.AtMost), ("in it at most", Bound.AtMost), ("for it at most", Bound.AtMost),
        ("最多了", Bound.AtMost), ("往下", Bound.AtMost), ("往里", Bound.AtMost), ("以里", Bound.AtMost),
        (", cap", Bound.AtMost), (", minimum", Bound.AtLeast), (", hard limit", Bound.AtMost), (", hard cap", Bound.AtMost), (", not one rupee more", Bound.AtMost), (", nothing above", Bound.AtMost), (", at least", Bound.AtLeast), ("plus/minus", Bound.About), ("plus gst", Bound.None), ("plus vat", Bound.None), ("plus tax", Bound.None), ("plus taxes", Bound.None), ("plus freight", Bound.None), ("plus shipping", Bound.None), ("plus delivery", Bound.None), ("plus installation", Bound.None),
        ("+ gst", Bound.None), ("+ vat", Bound.None), ("+ tax", Bound.None), ("+ taxes", Bound.None), ("+ freight", Bound.None), ("+gst", Bound.None), ("+vat", Bound.None), ("+tax", Bound.None),
        ("上限", Bound.AtMost), ("，上限", Bound.AtMost), ("，封顶", Bound.AtMost), ("，这数就是天花板", Bound.AtMost), ("不能再高", Bound.AtMost), ("到顶", Bound.AtMost), ("顶格", Bound.AtMost), ("是上限", Bound.AtMost), ("是天花板", Bound.AtMost), ("不能再多", Bound.AtMost),
        ("，不能再多", Bound.AtMost), ("，再多没有", Bound.AtMost), ("，多一分没有", Bound.AtMost), ("为限", Bound.AtMost), ("为上限", Bound.AtMost),
        ("is the cap", Bound.AtMost), ("is the ceiling", Bound.AtMost), ("is the limit", Bound.AtMost), ("is the max", Bound.AtMost),
        ("is the maximum", Bound.AtMost), ("is their cap", Bound.AtMost), ("is their ceiling", Bound.AtMost),
        ("is their limit", Bound.AtMost), ("is his limit", Bound.AtMost), ("is her limit", Bound.AtMost), ("at the outside", Bound.AtMost),
        ("and no more", Bound.AtMost), ("and not more", Bound.AtMost), ("and not a penny more", Bound.AtMost),
        ("and not a cent more", Bound.AtMost), ("and not a dime more", Bound.AtMost), ("and not a dime over", Bound.AtMost), (", not a dime more", Bound.AtMost), (", not a dime over", Bound.AtMost), (", not a penny more", Bound.AtMost), (", not a cent more", Bound.AtMost),
        (", not a penny over", Bound.AtMost), (", not a cent over", Bound.AtMost), (", no more", Bound.AtMost), (", max", Bound.AtMost),
        (", tops", Bound.AtMost), ("absolute max", Bound.AtMost), ("hard cap", Bound.AtMost), ("hard limit", Bound.AtMost),
        ("都不止", Bound.AtLeast), ("不止", Bound.AtLeast), ("，只多不少", Bound.AtLeast), ("，只会多", Bound.AtLeast), ("and over", Bound.AtLeast),
        ("and above", Bound.AtLeast), ("and upwards", Bound.AtLeast), ("or upwards", Bound.AtLeast), ("if not more", Bound.AtLeast),
        (", if not more", Bound.AtLeast), ("at the very least", Bound.AtLeast), ("as a minimum", Bound.AtLeast),
        ("at a minimum", Bound.AtLeast), ("to start with", Bound.AtLeast), ("or over", Bound.AtLeast),
        ("上下浮动", Bound.About), ("plus minus", Bound.About), ("plus or minus", Bound.About), ("+/-", Bound.About),
        ("thereabouts", Bound.About), (", plus minus", Bound.About), (", roughly", Bound.About), (", more or less", Bound.About),
        (", thereabouts", Bound.About), (", or thereabouts", Bound.About), (", ish", Bound.About), (", approx", Bound.About),
        ("approx", Bound.About), ("approx.", Bound.About),
    ];

    // They are many: those in front by their last letter, those behind by their first.
    private static readonly FrozenDictionary<char, (string Words, Bound Bound)[]> ByLast = Front.GroupBy(word => word.Words[^1]).ToFrozenDictionary(words => words.Key, words => words.ToArray());
    private static readonly WordTable<Bound> Behind = new(Back);

    public static Spotted Around(ReadOnlySpan<char> text, Spotted money)
    {
        if (EndsWith(text[..money.Start], out var front) is { } before) money = With(money, before) with { Start = front };
        if ((StartsWith(text, money.End, out var back) ?? IsMost(text, money.End, out back)) is { } after && !(after == Bound.About && money.Low != money.High))
            money = With(money, after) with { End = back };
        return money;
    }

    /// <summary>Whether a number or a date at a place is said to be about so much: "about five", 20号前后. In front only in English: 约 also means to make an appointment.</summary>
    public static bool IsAbout(ReadOnlySpan<char> text, int start, int end) =>
        text[..start].TrimEnd(' ') is [.., >= 'a' and <= 'z'] && EndsWith(text[..start], out _) == Bound.About || StartsWith(text, end, out _) == Bound.About || text[end..].StartsWith("前后");

    private static Spotted With(Spotted money, Bound bound) => bound switch
    {
        Bound.AtLeast when money.Low == money.High => money with { High = null },
        Bound.AtMost when money.Low == money.High => money with { Low = null },
        Bound.About => money with { Approximate = true },
        _ => money,
    };

    private static Bound? EndsWith(ReadOnlySpan<char> head, out int start)
    {
        var trimmed = head.TrimEnd(' ');
        start = head.Length;
        Bound? best = null;
        if (trimmed.IsEmpty || !ByLast.TryGetValue(trimmed[^1], out var front)) return null;
        foreach (var (words, bound) in front)
        {
            if (!trimmed.EndsWith(words)) continue;
            var at = trimmed.Length - words.Length;
            if (at >= start || !Chars.AtWordStart(trimmed, at) || words is "up to" && IsMoved(trimmed[..at])) continue;
            (start, best) = (at, bound);
        }
        return best;
    }

    private static readonly string[] Moves = ["crept", "went", "came", "gone", "moved", "raised", "bumped", "pushed", "rose", "back", "it", "climbed", "grew", "grown", "come"];

    // "The value crept up to 412 thousand": it is so much now.
    private static bool IsMoved(ReadOnlySpan<char> head)
    {
        head = head.TrimEnd(' ');
        foreach (var move in Moves)
            if (head.EndsWith(move) && Chars.AtWordStart(head, head.Length - move.Length)) return true;
        return false;
    }

    private static Bound? StartsWith(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        var i = at;
        while (i < text.Length && text[i] == ' ') i++;
        Bound? best = null;
        foreach (var (words, bound) in Behind.At(text, i))
        {
            if (!text[i..].StartsWith(words) || i + words.Length <= end) continue;
            if (Chars.IsWord(words[^1]) && !Chars.AtWordEnd(text, i + words.Length)) continue;
            (end, best) = (i + words.Length, bound);
        }
        return best;
    }

    private static Bound? IsMost(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        foreach (var match in NoMore().EnumerateMatches(text, at))
        {
            end = at + match.Length;
            return Bound.AtMost;
        }
        return null;
    }

    // "And not a yuan more", "not more", "is his ceiling", 多一分都没有: that it is the most, in ever new words.
    [GeneratedRegex(
        @"\G ?[,，]? ?(?:(?:and |but )?(?:not (?:a|an|one) \w+ (?:more|over|above|beyond)|no \w+ more|not more|nothing more)\b|(?:is|as) (?:the|his|her|their|our|its) (?:\w+ )?(?:cap|ceiling|limit|max|maximum|top)\b"
        + "|(?:再多|多|超)?一?(?:分|毛|块|个子儿)(?:钱)?(?:也|都)?(?:没有|没|不能超|不给|不行)|多了?没有|多的拿不出|不能再[高多])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoMore();
}
