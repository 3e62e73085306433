using System.Buffers;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// Names in a row: "Celsio, Frostline and Axelo", 中恒跟华创两家. We ourselves and mere words are no names. An unknown English name is
/// told by its capitals; an unknown Chinese one only by what stands in front of it (竞品是…), so without that only known ones count.
/// </summary>
internal static class Names
{
    public sealed record Row(List<string> Items, int Start, int End);

    private enum What { Name, Us, Nothing, Other }

    private const int LongestLatin = 4, LongestHan = 6, MostNames = 8;

    // No firm is called so: where one of these stands, a Chinese name has ended.
    private static readonly SearchValues<char> Function =
        SearchValues.Create("到的了着过吗呢吧啊呀我你他她它们这那哪是在就都也还又很太不没给把被谁已刚最再只从向吃嫌让请及等个些什么怎得为而且但所以");

    /// <summary>The names that follow a word: 竞品是…, "up against …".</summary>
    public static Row? After(Workspace work, UnderstandingData data, int from, int to)
    {
        var row = new Row([], -1, -1);
        for (var at = from; at < to && row.Items.Count < MostNames;)
        {
            var end = NextJoin(work, data, at, to, out var next);
            var what = Read(work, data, at, end, front: false, anchored: true, out var start, out var stop);
            if (what == What.Other) break;
            // 竞品是致远，停滞了: behind a comma something else may begin.
            if (what == What.Name && at > from && work.Text[at - 1] is ',' or '，' or '。' or '\n' && !IsWhole(work, data, start, stop, end)) break;
            if (what == What.Name) row = Add(work, row, start, stop);
            // A name that ends before its part does ends the row: 威盛还在活动.
            if (what == What.Name && Chars.Trim(work.Text, stop, end) is var rest && rest.Start < rest.End && !IsTail(work, data, rest.Start)) break;
            at = next;
        }
        return row.Items.Count > 0 ? row : null;
    }

    /// <summary>The names that stand in front of a word: "… are in it".</summary>
    /// <param name="anchored">There is a word on their left too that tells them for names.</param>
    public static Row? Before(Workspace work, UnderstandingData data, int from, int to, bool anchored)
    {
        if (!anchored) from = Math.Max(from, work.Layout.Clauses[work.Layout.ClauseAt(Math.Max(from, to - 1))].Start);
        var parts = new List<(int Start, int End)>();
        for (var at = from; at < to;)
        {
            parts.Add((at, NextJoin(work, data, at, to, out var next)));
            at = next;
        }
        var row = new Row([], -1, -1);
        for (var i = parts.Count - 1; i >= 0 && row.Items.Count < MostNames; i--)
        {
            var what = Read(work, data, parts[i].Start, parts[i].End, front: true, anchored, out var start, out var stop);
            if (what == What.Other) break;
            if (what == What.Name) row = Add(work, row, start, stop, first: true);
        }
        return row.Items.Count == 0 ? null : anchored ? row : Further(work, data, row);
    }

    // "Brennan, Softline and Axelo", 华为 新华三: what stands before a comma belongs to the row when it is nothing but a name.
    private static Row Further(Workspace work, UnderstandingData data, Row row)
    {
        for (var clause = work.Layout.ClauseAt(row.Start); clause > 0 && row.Items.Count < MostNames; clause--)
        {
            var before = work.Layout.Clauses[clause - 1];
            if (work.Text[before.End - 1] is not (',' or '，' or ' ') || before.Start < work.Layout.Sentence(row.Start).Start) break;
            var (start, end) = Chars.Trim(work.Text, before.Start, before.End);
            var isName = start < end && (Known(work, data, start, end, front: false) is { } known && known.Stop == end
                || row.Items.Count > 1 && char.IsUpper(work.Message.Text[start]) && Latin(work, start, end, front: true) == (start, end) && !work.Hits.AnyWord(start, end));
            if (!isName) break;
            row = Add(work, row, start, end, first: true);
        }
        return row;
    }

    // The name is known, or all there is of its part and no common word.
    private static bool IsWhole(Workspace work, UnderstandingData data, int start, int stop, int end) =>
        work.Hits.Any(data.Names.Known, start, stop)
        || Chars.Trim(work.Text, stop, end) is var rest && rest.Start >= rest.End
            && !(Chars.IsHan(work.Text[start]) && !work.Hits.Any(data.Names.FirmSuffix, start, stop) && work.Hits.AnyWord(start, stop));

    private static Row Add(Workspace work, Row row, int start, int stop, bool first = false)
    {
        row.Items.Insert(first ? 0 : row.Items.Count, work.Message.Text[start..stop]);
        return row with { Start = row.Start < 0 ? start : Math.Min(row.Start, start), End = Math.Max(row.End, stop) };
    }

    private static What Read(Workspace work, UnderstandingData data, int from, int to, bool front, bool anchored, out int start, out int stop)
    {
        (start, stop) = Strip(work, data, from, to, front);
        if (start >= stop) return What.Nothing;
        if (IsUs(work, data, start, stop)) return What.Us;
        if (Known(work, data, start, stop, front) is { } known)
        {
            (start, stop) = known;
            return What.Name;
        }
        var text = work.Message.Text.AsSpan(start, stop - start);
        if (Chars.IsHan(work.Text[front ? stop - 1 : start]))
        {
            var begin = start;
            (start, stop) = Han(text, start, front);
            if (!anchored && !work.Hits.Any(data.Names.FirmSuffix, start, stop) && !(start == begin && IsUnheardOf(work, start, stop))) return What.Other;
            return stop - start is >= 2 and <= LongestHan && !work.Hits.IsWord(start, stop) && IsSound(work, data, start, stop) ? What.Name : What.Other;
        }
        (start, stop) = Latin(work, start, stop, front);
        // "Orbico's offer": the firm is Orbico.
        if (stop - start > 2 && work.Text[stop - 1] == 's' && work.Text[stop - 2] is '\'' or '’') stop -= 2;
        return start < stop && IsSound(work, data, start, stop) ? What.Name : What.Other;
    }

    // 启明也递了标书: two to four characters that are all there is and hold no word that is known.
    private static bool IsUnheardOf(Workspace work, int start, int stop) =>
        stop - start is >= 2 and <= 4 && !work.Hits.AnyWord(start, stop);

    // The run without function words at the side that touches the pattern's word.
    private static (int Start, int Stop) Han(ReadOnlySpan<char> text, int start, bool front)
    {
        var at = front ? text.LastIndexOfAny(Function) : text.IndexOfAny(Function);
        if (at < 0) return (start, start + text.Length);
        return front ? (start + at + 1, start + text.Length) : (start, start + at);
    }

    // The run of capital words.
    private static (int Start, int Stop) Latin(Workspace work, int start, int stop, bool front)
    {
        var text = work.Message.Text;
        if (text.AsSpan().IndexOfAnyInRange('A', 'Z') < 0) return front ? (start, start) : LowerCase(work, start, stop);
        var (first, end, words) = (-1, start, 0);
        foreach (var range in text.AsSpan(start, stop - start).Split(' '))
        {
            var word = text.AsSpan(start, stop - start)[range];
            if (word.IsEmpty) continue;
            var capital = word.IndexOfAnyInRange('A', 'Z') >= 0 || first >= 0 && char.IsAsciiDigit(word[0]);
            if (capital && first < 0) (first, words) = (start + range.Start.Value, 0);
            else if (!capital && first >= 0 && !front) break;
            if (!capital) first = front ? -1 : first;
            if (first < 0 && !front) return (start, start);
            if (first >= 0) (end, words) = (start + range.End.Value, words + 1);
        }
        return first >= 0 && words <= LongestLatin && end - first >= 2 ? (first, end) : (start, start);
    }

    // In a message without capitals: one or two words that are all there is, of which the first is no common one.
    private static (int Start, int Stop) LowerCase(Workspace work, int start, int stop)
    {
        var text = work.Message.Text.AsSpan(start, stop - start);
        var first = text.IndexOf(' ') is >= 0 and var space ? space : text.Length;
        return first >= 3 && text[first..].Count(' ') <= 1 && !work.Hits.AnyWord(start, start + first) ? (start, stop) : (start, start);
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
            if (work.Text[i] is '、' or ',' or '，' or '/' or '+' or '&' or '。' or '；' or ';' or ':' or '：' or '\n' or '…' || work.Text[i] == '.' && (i + 1 >= to || work.Text[i + 1] == ' ')
                || work.Text[i] == ' ' && i > at && i + 1 < to && Chars.IsHan(work.Text[i - 1]) && Chars.IsHan(work.Text[i + 1]))
            {
                next = i + 1;
                return i;
            }
        }
        next = to;
        return to;
    }

    private static (int Start, int End) Strip(Workspace work, UnderstandingData data, int start, int end, bool front)
    {
        for (var before = -1; before != start + end;)
        {
            before = start + end;
            (start, end) = Chars.Trim(work.Text, start, end);
            if (IsUs(work, data, start, end)) return (start, end);
            start = Assertions.Captured.Skip(work, data.Names.Lead, start, end);
            if (front)
            {
                end = WithoutTail(work, data, start, end);
                continue;
            }
            foreach (ref readonly var hit in work.Hits.From(data.Names.Tail, start))
            {
                if (hit.Start >= end) break;
                // 中恒两家, "Axelo in it": the name ends where such a word starts.
                if (hit.Start > start && hit.End <= end || hit.Start == start) { end = hit.Start; break; }
            }
        }
        return (start, end);
    }

    private static int WithoutTail(Workspace work, UnderstandingData data, int start, int end)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Names.Tail, start))
        {
            if (hit.Start >= end) break;
            if (hit.End == end) return hit.Start;
        }
        return end;
    }

    private static bool IsTail(Workspace work, UnderstandingData data, int at)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Names.Tail, at)) return hit.Start == at;
        return false;
    }

    private static (int Start, int Stop)? Known(Workspace work, UnderstandingData data, int start, int end, bool front)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Names.Known, start))
        {
            if (hit.End > end) break;
            if (front ? hit.End == end : hit.Start == start) return (hit.Start, hit.End);
        }
        return null;
    }

    // No name holds one of the words that the playbook says are none, nor a date or an amount.
    private static bool IsSound(Workspace work, UnderstandingData data, int start, int end)
    {
        if (work.Hits.Any(data.Names.NoName, start, end)) return false;
        foreach (var value in work.ValuesFrom(start))
            if (value.Start >= end) break;
            else if (value.Kind is ValueKind.Date or ValueKind.Money or ValueKind.Percent && value.Start < end && start < value.End) return false;
        return true;
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
