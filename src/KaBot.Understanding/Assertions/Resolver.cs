using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Assertions;

/// <summary>One reading a fact: what corrects wins over what it corrects, the surer over the weaker, several choices become one list.</summary>
internal static class Resolver
{
    public static Candidate? Pick(Workspace work, int fact, FactKind kind)
    {
        Candidate? best = null;
        foreach (var candidate in work.Candidates)
            if (candidate.Fact == fact && !(kind == FactKind.Choices && IsWithinAnother(work, candidate))) best = best is { } held ? Better(work, kind, held, candidate) : candidate;
        return best;
    }

    // 一级压一级: the same words show one choice, the one that takes in more of them.
    private static bool IsWithinAnother(Workspace work, in Candidate candidate)
    {
        foreach (var other in work.Candidates)
            if (other.Fact == candidate.Fact && other.Overlaps(candidate) && !Equals(other.Value, candidate.Value) && other.End - other.Start > candidate.End - candidate.Start) return true;
        return false;
    }

    private static Candidate Better(Workspace work, FactKind kind, Candidate held, Candidate next)
    {
        var (first, second) = held.Start <= next.Start ? (held, next) : (next, held);
        if (kind == FactKind.Choices) return Together(first, second);
        if (kind == FactKind.Count && IsMore(first.Value) != IsMore(second.Value)) return IsMore(first.Value) ? second : first;
        // 副局长唐文彬主管: the same words show the person to whom the longer verb belongs.
        if (kind == FactKind.Text && (first.Start, first.End, first.Rank) == (second.Start, second.End, second.Rank))
        {
            // 张总牵头: a surname alone is nobody.
            if (Math.Min(Text(first).Length, Text(second).Length) == 1) return Text(first).Length > 1 ? first : second;
            if (Text(first).StartsWith(Text(second), StringComparison.Ordinal)) return second;
        }
        if (first.Overlaps(second) && first.Rank == second.Rank && !Equals(first.Value, second.Value) && kind != FactKind.Flag)
            return first.End - first.Start >= second.End - second.Start ? first : second;
        if (Equals(held.Value, next.Value)) return held.Rank >= next.Rank ? held with { Hedged = Hedged(work, first, second) } : next with { Hedged = Hedged(work, first, second) };
        if (!first.Overlaps(second) && work.Cues.Corrections.AnyWithin(first.End, second.End)) return second;
        if (first.Rank != second.Rank) return first.Rank > second.Rank ? first : second;
        if (kind == FactKind.List && first.Value is FactValue.List a && second.Value is FactValue.List b) return Names(first, second, a, b);
        // The words nearest to the question answer it.
        if (kind == FactKind.Flag && first.Rank == Asserter.Answer) return first;
        if (first.Value is FactValue.Count a1 && second.Value is FactValue.Count b1) return a1.Value >= b1.Value ? first : second;
        if (kind == FactKind.Flag) return first.Overlaps(second) ? Denial(first, second) : second;
        if (first.Value is FactValue.Open) return second;
        if (second.Value is FactValue.Open) return first;
        return first;
    }

    private static string Text(in Candidate candidate) => candidate.Value is FactValue.Text { Value: var text } ? text : "";

    private static bool IsMore(FactValue value) => value is FactValue.Count { Increment: true };

    // A hedge holds for what follows in its sentence; said again elsewhere without one, it is stated.
    private static bool Hedged(Workspace work, in Candidate first, in Candidate second) =>
        work.Layout.SentenceAt(first.Start) == work.Layout.SentenceAt(second.Start) ? first.Hedged : first.Hedged && second.Hedged;

    private static Candidate Denial(Candidate a, Candidate b) => a.Value is FactValue.Flag { Value: false } ? a : b;

    private static Candidate Names(Candidate first, Candidate second, FactValue.List a, FactValue.List b)
    {
        if (a.Items.IsEmpty) return second;
        if (b.Items.IsEmpty) return first;
        return first with
        {
            Value = new FactValue.List([.. a.Items.Union(b.Items, StringComparer.OrdinalIgnoreCase)]), Start = Math.Min(first.Start, second.Start),
            End = Math.Max(first.End, second.End), Hedged = first.Hedged || second.Hedged,
        };
    }

    private static Candidate Together(Candidate a, Candidate b)
    {
        var ids = ((FactValue.Choices)a.Value).Ids.Union(((FactValue.Choices)b.Value).Ids);
        return a with
        {
            Value = new FactValue.Choices([.. ids]), Start = Math.Min(a.Start, b.Start), End = Math.Max(a.End, b.End), Hedged = a.Hedged && b.Hedged,
        };
    }
}
