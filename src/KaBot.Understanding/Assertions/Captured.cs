using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Patterns;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>Turns the captured words of a pattern into a value, and narrows the evidence to what shows it.</summary>
internal static class Captured
{
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

    // To the end of the clause, without the words that only lead up to it.
    private static (int Start, int End) Words(Workspace work, UnderstandingData data, int from, int to, bool front)
    {
        if (front) from = Math.Max(from, work.Layout.Clauses[work.Layout.ClauseAt(Math.Max(from, to - 1))].Start);
        var (start, end) = Chars.Trim(work.Text, from, to);
        start = Skip(work, data.Cues.TextLead, start, end);
        if (!front && start < end) end = Math.Min(end, work.Layout.Clauses[work.Layout.ClauseAt(start)].End);
        return Chars.Trim(work.Text, start, end);
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
