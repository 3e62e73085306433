using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>Which of two numbers is the greater part: "6 out of 10", 7个里5个, "3 against 5", 4比3.</summary>
internal static class Share
{
    private static readonly string[] PartOfWhole = ["of", "out of", "/", "in", "from"];
    private static readonly string[] WholeThenPart = ["个里", "个里面", "票里", "票里面", "个中", "票中", "个人里", "个评委里", "位里", "个评委", "票", "个人", "家里"];
    private static readonly string[] OneAgainstOther = ["to", "against", "vs", "vs.", "versus", ":", "：", "比", "对", "-"];

    /// <summary>Whether the first part is more than the rest, and where it is said; null where the span holds no such pair.</summary>
    public static (bool More, int Start, int End)? Of(Workspace work, int start, int end)
    {
        for (var i = 0; i + 1 < work.Values.Count; i++)
        {
            var (first, second) = (work.Values[i], work.Values[i + 1]);
            if (first.Start < start || second.End > end || first.Kind != ValueKind.Number || second.Kind != ValueKind.Number || first.Whole is not { } a || second.Whole is not { } b) continue;
            var between = work.Text[first.End..second.Start].Trim();
            bool? more = PartOfWhole.Contains(between) && a <= b ? 2 * a > b
                : WholeThenPart.Contains(between) && a >= b ? 2 * b > a
                : OneAgainstOther.Contains(between) ? a > b : null;
            if (more is { } majority) return (majority, first.Start, second.End);
        }
        return null;
    }
}
