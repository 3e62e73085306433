using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>Names in a row: "Celsio, Frostline and Axelo", 中恒跟华创两家. We ourselves and mere words are no names.</summary>
internal static class Names
{
    public sealed record Row(List<string> Items, int Start, int End);

    private const int LongestLatin = 4, LongestHan = 8;

    public static Row? Read(Workspace work, UnderstandingData data, int from, int to)
    {
        var row = new Row([], -1, -1);
        var at = from;
        while (at < to && row.Items.Count < 8)
        {
            var end = NextJoin(work, data, at, to, out var next);
            var (start, stop) = Strip(work, data, at, end);
            if (start < stop && IsName(work, data, start, stop))
            {
                row.Items.Add(work.Message.Text[start..stop]);
                row = row with { Start = row.Start < 0 ? start : row.Start, End = stop };
            }
            else if (row.Items.Count > 0 && !IsUs(work, data, start, stop)) break;
            at = next;
        }
        return row.Items.Count > 0 ? row : null;
    }

    private static int NextJoin(Workspace work, UnderstandingData data, int at, int to, out int next)
    {
        for (var i = at; i < to; i++)
        {
            foreach (ref readonly var hit in work.Hits.From(data.Names.Join, i))
            {
                if (hit.Start > i || hit.End > to) break;
                next = hit.End;
                return i;
            }
            if (work.Text[i] is '、' or ',' or '，' or '/' or '+' or '&' or '。' or '；' or ';' or ':' or '：' or '.' && (i + 1 >= to || work.Text[i + 1] == ' '))
            {
                next = i + 1;
                return i;
            }
        }
        next = to;
        return to;
    }

    private static (int Start, int End) Strip(Workspace work, UnderstandingData data, int start, int end)
    {
        for (var before = -1; before != start + end;)
        {
            before = start + end;
            (start, end) = Chars.Trim(work.Text, start, end);
            start = Assertions.Captured.Skip(work, data.Names.Lead, start, end);
            foreach (ref readonly var hit in work.Hits.From(data.Names.Tail, start))
            {
                if (hit.Start >= end) break;
                // 中恒两家, "Axelo in it": the name ends where such a word starts.
                if (hit.Start > start && hit.End <= end || hit.Start == start) { end = hit.Start; break; }
            }
        }
        return (start, end);
    }

    private static bool IsName(Workspace work, UnderstandingData data, int start, int end)
    {
        if (IsUs(work, data, start, end)) return false;
        var text = work.Message.Text.AsSpan(start, end - start);
        foreach (ref readonly var hit in work.Hits.From(data.Names.NoName, start))
        {
            if (hit.Start >= end) break;
            if (hit.End <= end) return false;
        }
        foreach (ref readonly var hit in work.Hits.From(data.Names.Known, start))
        {
            if (hit.Start > start) break;
            if (hit.End >= end) return true;
        }
        if (text.IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0) return text.Length is >= 2 and <= LongestHan && !text.ContainsAnyInRange('0', '9');
        var words = 1;
        foreach (var c in text) if (c == ' ') words++;
        return words <= LongestLatin && text.Length >= 2 && (char.IsUpper(text[0]) || work.Message.Text.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 && words <= 2 || char.IsUpper(text[^1]));
    }

    private static bool IsUs(Workspace work, UnderstandingData data, int start, int end)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Names.Us, start))
        {
            if (hit.Start > start) return false;
            if (hit.End >= end) return true;
        }
        return false;
    }
}
