using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Assertions;

/// <summary>What is said and taken back in the same breath: 首付到账了，不对，是下周才到.</summary>
internal static class Retraction
{
    /// <summary>Whether what ends at a place is taken back right behind it, and something else told instead: "deposit arrived, scratch that, it's due next week".</summary>
    public static bool IsTakenBack(Workspace work, UnderstandingData data, int end) => Behind(work, data, end) is not null;

    // Where what is told instead begins.
    private static int? Behind(Workspace work, UnderstandingData data, int end)
    {
        var (start, last) = Chars.Trim(work.Text, end, work.Text.Length);
        return At(work, data, start, last) ?? (Captured.Skip(work, data.Cues.CorrectionAlone, start, last) is var behind && behind > start ? At(work, data, behind, last) : null);
    }

    private static int? At(Workspace work, UnderstandingData data, int start, int end)
    {
        foreach (ref readonly var hit in work.Hits.From(data.Cues.Retraction, start))
            return hit.Start == start && Chars.Trim(work.Text, hit.End, end) is var rest && rest.Start < rest.End ? rest.Start : null;
        return null;
    }

    /// <summary>"Rival is Axelo, typo, it's Brightdesk": the name that takes the place of one taken back, or null.</summary>
    public static Candidate? Named(Workspace work, UnderstandingData data, in Candidate candidate)
    {
        if (candidate.Value is not (FactValue.List { Items.IsEmpty: false } or FactValue.Text) || Behind(work, data, candidate.End) is not { } from) return null;
        var to = work.Layout.Sentence(from).End;
        if (candidate.Value is FactValue.List)
            return Names.After(work, data, from, to) is { } names ? candidate with { Value = new FactValue.List([.. names.Items]), Start = names.Start, End = names.End } : null;
        return data.Persons.Contains(candidate.Fact) && Person.After(work, data, from, to) is { } person
            ? candidate with { Value = new FactValue.Text(work.Message.Text[person.Start..person.End]), Start = person.Start, End = person.End } : null;
    }
}
