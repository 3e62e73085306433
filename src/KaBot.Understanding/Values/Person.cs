using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>
/// A middle or senior person as the text names them, by role, name or both: 信息中心廖主任, 生产副总赵建国, "Sarah Quill, head of aftersales".
/// A span counts as a person only when it holds a title of the playbook or, in English, a personal name.
/// </summary>
internal static class Person
{
    private const int LongestHan = 14, LongestLatin = 60, LongestFirstName = 15;

    /// <summary>The person that the words in front of a verb name: "Ms Huang … has taken it over".</summary>
    public static (int Start, int End)? Before(Workspace work, UnderstandingData data, int from, int to)
    {
        var clause = work.Layout.ClauseAt(Math.Max(from, to - 1));
        var start = Math.Max(from, work.Layout.Clauses[clause].Start);
        var found = Narrow(work, data, start, to);
        // "Sarah Quill, head of aftersales, owns it": what stands before a comma belongs to it when it is nothing but a name or role.
        for (var back = 0; back < 2 && clause > 0 && start > from; back++)
        {
            var previous = work.Layout.Clauses[--clause];
            if (previous.Start < from || work.Text[previous.End - 1] is not (',' or '，')) break;
            if (Narrow(work, data, previous.Start, previous.End) is not { } wider) break;
            found = found is { } inner && Assertions.Captured.Skip(work, data.Names.PersonLead, Chars.Trim(work.Text, wider.End, inner.Start).Start, inner.Start) >= inner.Start
                ? (wider.Start, inner.End) : found ?? wider;
            start = previous.Start;
        }
        return found;
    }

    /// <summary>The person that the words behind a verb name: 负责人是廖主任.</summary>
    public static (int Start, int End)? After(Workspace work, UnderstandingData data, int from, int to)
    {
        var first = Chars.Trim(work.Text, from, to).Start;
        if (first >= to) return null;
        var clause = work.Layout.ClauseAt(first);
        var end = Math.Min(to, work.Layout.Clauses[clause].End);
        var found = Narrow(work, data, first, end);
        if ((found ?? FirstName(work, data, first, end)) is not { } name) return null;
        // "Petra Lindqvist, VP Supply Chain": the role may follow the comma.
        if (clause + 1 < work.Layout.Clauses.Count && work.Layout.Clauses[clause + 1] is { } next && next.End <= to && name.End >= work.Layout.Clauses[clause].End - 1
            && work.Text[work.Layout.Clauses[clause].End - 1] is ',' or '，' or '(' or '（' && Chars.Trim(work.Text, work.Layout.Clauses[clause + 1].Start, work.Layout.Clauses[clause + 1].End) is var rest
            && Narrow(work, data, rest.Start, rest.End) is { } role && role.End == rest.End && role.Start == Assertions.Captured.Skip(work, data.Names.PersonLead, rest.Start, rest.End))
            return (name.Start, role.End);
        return found;
    }

    // "Anna": may be anything, unless a role follows.
    private static (int Start, int End)? FirstName(Workspace work, UnderstandingData data, int from, int to)
    {
        var (start, end) = Chars.Trim(work.Text, Assertions.Captured.Skip(work, data.Names.PersonLead, from, to), to);
        return end - start is >= 2 and <= LongestFirstName && char.IsUpper(work.Message.Text[start]) && !work.Text.AsSpan(start, end - start).Contains(' ')
            && !work.Hits.Any(data.Names.NoPerson, start, end) ? (start, end) : null;
    }

    /// <summary>The person that some words name, without the words that lead up to or follow from it; null where they name none.</summary>
    public static (int Start, int End)? Narrow(Workspace work, UnderstandingData data, int from, int to)
    {
        // "Update: Ms Huang": a heading is no part of the name.
        var heading = work.Text.AsSpan(from, Math.Max(0, to - from)).LastIndexOfAny(':', '：');
        var (start, end) = Chars.Trim(work.Text, heading < 0 ? from : from + heading + 1, to);
        for (var before = -1; before != start + end;)
        {
            before = start + end;
            start = Assertions.Captured.Skip(work, data.Names.PersonLead, start, end);
            foreach (ref readonly var hit in work.Hits.From(data.Names.PersonTail, start))
            {
                if (hit.Start >= end) break;
                if (hit.Start > start || hit.End >= end) { end = hit.Start; break; }
            }
            (start, end) = Chars.Trim(work.Text, start, end);
        }
        if (start >= end) return null;
        var text = work.Message.Text.AsSpan(start, end - start);
        var han = text.IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
        if (text.Length > (han ? LongestHan : LongestLatin)) return null;
        if (work.Hits.Any(data.Names.NoPerson, start, end)) return null;
        return work.Hits.Any(data.Names.Title, start, end) || (han ? IsChineseName(work, data, start, end) : IsPersonalName(text)) ? Chars.Closed(work.Text, start, end) : null;
    }

    // 陈建国: a surname and one or two characters more. 老陈: the other way round.
    private static bool IsChineseName(Workspace work, UnderstandingData data, int start, int end)
    {
        if (end - start is not (2 or 3)) return false;
        if (work.Text[start] is '老' or '小' && work.Hits.Any(data.Names.Surname, start + 1, end)) return end - start == 2;
        foreach (ref readonly var hit in work.Hits.From(data.Names.Surname, start)) return hit.Start == start;
        return false;
    }

    // Two capital words at least: "Rosa Imran"; a single one may be a firm.
    private static bool IsPersonalName(ReadOnlySpan<char> text)
    {
        // "Maria Lopez from finance", "Neil from operations".
        var from = text.IndexOf(" from ", StringComparison.Ordinal);
        if (from > 0) text = text[..from];
        var (words, capital) = (0, 0);
        foreach (var range in text.Split(' '))
        {
            words++;
            if (text[range] is [var first, ..] && char.IsUpper(first)) capital++;
        }
        return (from > 0 ? words is >= 1 and <= 3 : words is 2 or 3) && capital == words;
    }
}
