using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>Which of two numbers is the greater part: "6 out of 10", 7个里5个, "3 against 5", 4比3.</summary>
internal static class Share
{
    private static readonly string[] PartOfWhole = ["of", "out of", "/", "in", "from"];
    private static readonly string[] WholeThenPart = ["个里", "个里面", "票里", "票里面", "个中", "票中", "个人里", "个评委里", "位里", "个评委", "票", "个人", "家里"];
    private static readonly string[] OneAgainstOther = ["to", "against", "vs", "vs.", "versus", ":", "：", "比", "对", "-", "票对", "票比"];
    // 五个里就两个, 九个人里挺我们的不到三个: what may stand between the whole and its part.
    private static readonly string[] BeforePart = ["", "就", "只", "才", "有", "只有", "就有", "才有", "也就", "拿了", "我们有", "我们拿了", "挺我们的", "支持我们的", "投我们的", "向着我们的", "挺我们的就", "支持我们的就", "投我们的就", "挺我们的只有", "支持我们的只有", "投我们的只有"];
    private const string LessThan = "不到";
    private static readonly string[] Ours = ["我们", "咱们", "咱"];

    /// <summary>Whether the first part is more than the rest, and where it is said; null where the span holds no such pair.</summary>
    public static (bool More, int Start, int End)? Of(Workspace work, int start, int end)
    {
        for (var i = 0; i + 1 < work.Values.Count; i++)
        {
            var (first, second) = (work.Values[i], work.Values[i + 1]);
            if (first.Start < start || second.End > end || first.Kind != ValueKind.Number || second.Kind != ValueKind.Number || first.Whole is not { } a || second.Whole is not { } b) continue;
            var between = work.Text[first.End..second.Start].Trim();
            bool? more = PartOfWhole.Contains(between) && a <= b ? 2 * a > b
                : a >= b && PartOf(between) is { } less ? 2 * (b - less) > a
                : OneAgainstOther.Contains(between) ? a > b != IsOursSecond(work, i, a, b) : null;
            if (more is { } majority) return (majority, first.Start, second.End < end && "个票位家人".Contains(work.Text[second.End]) ? second.End + 1 : second.End);
        }
        return null;
    }

    // By how much the part is less than it is said; null where the words set no whole and part apart.
    private static int? PartOf(ReadOnlySpan<char> between)
    {
        var less = between.EndsWith(LessThan) ? 1 : 0;
        if (less > 0) between = between[..^LessThan.Length];
        foreach (var whole in WholeThenPart)
            if (between.StartsWith(whole) && BeforePart.Contains(between[whole.Length..].ToString())) return less;
        return null;
    }

    // 三票对六票，我们六: the second number is ours.
    private static bool IsOursSecond(Workspace work, int first, int a, int b)
    {
        if (a == b || first + 2 >= work.Values.Count || work.Values[first + 2] is not { Kind: ValueKind.Number } third || third.Whole != b) return false;
        var before = work.Text.AsSpan(work.Values[first + 1].End, third.Start - work.Values[first + 1].End).TrimEnd();
        foreach (var ours in Ours)
            if (before.EndsWith(ours)) return true;
        return false;
    }
}
