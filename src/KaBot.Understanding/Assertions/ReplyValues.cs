using KaBot.Funnel.Facts;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>Which value of a reply answers the question.</summary>
internal static class ReplyValues
{
    /// <summary>The last value where one corrects another or sums the others up, the dated one behind a vague one, else the first that fits; by its index.</summary>
    public static int? ValueIn(Workspace work, int fact, FactKind kind, int from, int to)
    {
        Binder.Own(work);
        var (sum, counted) = (0, 0);
        int? best = null;
        for (var i = 0; i < work.Values.Count; i++)
        {
            var value = work.Values[i];
            if (value.Start < from || value.End > to || ValueOf.Spotted(kind, value) is null || work.Owners[i] >= 0 && work.Owners[i] != fact) continue;
            if (best is not { } held || work.Cues.Corrections.AnyWithin(work.Values[held].End, value.Start) || IsVague(work, work.Values[held]) && !IsVague(work, value)
                || kind == FactKind.Count && counted > 1 && value.Whole == sum) best = i;
            (sum, counted) = (sum + (value.Whole ?? 0), counted + 1);
        }
        return best;
    }

    // 清明后, "before Christmas": a date without a figure.
    private static bool IsVague(Workspace work, in Spotted value) =>
        value.Kind == ValueKind.Date && !work.Text.AsSpan(value.Start, value.End - value.Start).ContainsAnyInRange('0', '9')
        && !work.Text.AsSpan(value.Start, value.End - value.Start).ContainsAny("月号日");

    /// <summary>6.1, "the 25th": asked for a date, a day.</summary>
    public static (DateOnly Date, int Value)? BareDay(Workspace work, int from, int to)
    {
        for (var i = 0; i < work.Values.Count; i++)
            if (work.Values[i] is var value && value.Start >= from && value.End <= to && BareDays.Of(work, value) is { } day) return (day, i);
        return null;
    }

    /// <summary>七八十, 50吧, 七八十个: asked for money, a small number said in Chinese counts 万.</summary>
    public static int? TenThousands(Workspace work, int from, int to)
    {
        for (var i = 0; i < work.Values.Count; i++)
            if (work.Values[i] is { Kind: ValueKind.Number, Low: >= 10 and < 10_000 } number && number.Start >= from && number.End <= to
                && (Chars.IsHan(work.Text[number.Start]) || number.End < to && Chars.IsHan(work.Text[number.End]))) return i;
        return null;
    }

    /// <summary>Whether a span holds nothing, or only a day that may be past: "since Monday".</summary>
    public static bool IsPastOrNothing(Workspace work, int from, int to)
    {
        var (start, end) = Chars.Trim(work.Text, from, to);
        return start >= end || work.Values.Exists(value => value.Kind == ValueKind.Date && value.Start <= start && value.End >= end && (value.Ambiguous || value.Date <= work.Today));
    }
}
