using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>Turns the captured words of a pattern into a value, and narrows the evidence to what shows it.</summary>
internal static class Captured
{
    private const int ClausesOfText = 3;

    public static FactValue? Read(Workspace work, UnderstandingData data, in Found found, FactKind kind, ref int start, ref int end)
    {
        var (from, to) = (found.CaptureStart, found.CaptureEnd);
        switch (found.Chain.Capture)
        {
            case Capture.Names when kind == FactKind.List:
                var last = found.Chain.CaptureAt == found.Chain.Symbols.Length - 1;
                var row = last ? Names.After(work, data, from, to) : Names.Before(work, data, from, to, anchored: found.Chain.CaptureAt >= 0);
                if (row is not { } names) return null;
                (start, end) = (Math.Min(names.Start, found.Start), Math.Max(names.End, found.End));
                return new FactValue.List([.. names.Items]);
            case Capture.Person when kind == FactKind.Text:
                var front = found.Chain.CaptureAt < 0;
                if ((front ? Person.Before(work, data, from, to) : Person.After(work, data, from, to)) is not { } person) return null;
                (start, end) = (Math.Min(person.Start, found.Start), Math.Max(person.End, found.End));
                return new FactValue.Text(work.Message.Text[person.Start..person.End]);
            case Capture.Text when kind == FactKind.Text:
                var text = Words(work, data, from, to, found.Chain.CaptureAt < 0);
                if (text.End - text.Start < 2) return null;
                // The words themselves show it.
                (start, end) = text;
                return new FactValue.Text(work.Message.Text[text.Start..text.End]);
            default:
                return null;
        }
    }

    /// <summary>The words of an answer, without those that only lead up to them, and as far as they speak of one thing.</summary>
    public static (int Start, int End) Answer(Workspace work, UnderstandingData data, int from, int to)
    {
        var (start, end) = WithoutLead(work, data, from, to);
        return Narrowed(work, start, start < end ? Math.Min(end, GoesOnTo(work, data, work.Layout.ClauseAt(start))) : end);
    }

    // In front of what was found, no further back than its clause.
    private static (int Start, int End) Words(Workspace work, UnderstandingData data, int from, int to, bool front)
    {
        if (!front) return Answer(work, data, from, to);
        var (start, end) = WithoutLead(work, data, Math.Max(from, work.Layout.Clauses[work.Layout.ClauseAt(Math.Max(from, to - 1))].Start), to);
        return Narrowed(work, start, end);
    }

    private static (int Start, int End) WithoutLead(Workspace work, UnderstandingData data, int from, int to)
    {
        var (start, end) = Chars.Trim(work.Text, from, to);
        return (Skip(work, data.Cues.TextLead, start, end), end);
    }

    private static (int Start, int End) Narrowed(Workspace work, int start, int end)
    {
        (start, end) = Chars.Trim(work.Text, start, end);
        return start < end ? Chars.Closed(work.Text, start, Chars.WithoutNumber(work.Message.Text, start, end)) : (start, end);
    }

    // 来料检靠纸，追溯要翻三天柜子: a text goes on behind a comma while nothing else is spoken of and no one else speaks.
    private static int GoesOnTo(Workspace work, UnderstandingData data, int clause)
    {
        var (clauses, first) = (work.Layout.Clauses, clause);
        for (; clause + 1 < clauses.Count && clause - first < ClausesOfText; clause++)
        {
            var next = clauses[clause + 1];
            if (next.Sentence != clauses[clause].Sentence || work.Text[next.Start - 1] is not ('，' or ',' or '、') || !IsMore(work, data, next.Start, next.End)) break;
        }
        return clauses[clause].End;
    }

    private static bool IsMore(Workspace work, UnderstandingData data, int start, int end)
    {
        foreach (var words in data.Words)
            if (work.Hits.Any(words.Topic, start, end)) return false;
        foreach (var found in work.Found)
            if (!found.Chain.OnlyAsked && found.Start >= start && found.End <= end && data.Facts[found.Chain.Fact].Kind is not FactKind.Text) return false;
        if (work.Hits.Any(data.Cues.Speaker, start, end) || work.Hits.Any(data.Cues.TextTail, start, end) || work.Cues.Hedges.AnyWithin(start, end)) return false;
        foreach (ref readonly var value in work.ValuesFrom(start))
            if (value.Start >= end) break;
            else if (value.Kind is ValueKind.Date or ValueKind.Money) return false;
        return true;
    }

    /// <summary>The first place that is not a word of a class.</summary>
    public static int Skip(Workspace work, int symbol, int start, int end)
    {
        for (var moved = true; moved && start < end;)
        {
            moved = false;
            foreach (ref readonly var hit in work.Hits.From(symbol, start))
            {
                if (hit.Start > start || hit.End > end) break;
                start = Chars.Trim(work.Text, hit.End, end).Start;
                moved = true;
                break;
            }
        }
        return start;
    }
}
