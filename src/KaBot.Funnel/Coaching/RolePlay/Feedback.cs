using System.Collections.Immutable;
using KaBot.Funnel.Coaching.Concessions;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>Something that went wrong, and where.</summary>
/// <param name="LineNumber">The rep's line, from 1.</param>
public sealed record PlayFault(FaultDefinition Fault, int LineNumber, string Line);

/// <summary>What a role play taught: every fault with the line where it happened, in the order of the lines.</summary>
public static class Feedback
{
    /// <summary>The faults that are looked for; roleplay.yaml gives each a name and a tip.</summary>
    public static readonly ImmutableArray<string> Ids =
        ["gave_without_getting", "argued", "revealed_limit", "took_first_ask", "passed_walk_away", "growing_steps", "no_question", "no_summary"];

    public static ImmutableArray<PlayFault> On(RolePlayBook book, Play play)
    {
        if (play.Lines.IsEmpty) return [];
        var faults = play.Lines.SelectMany((line, index) => OfLine(play, line, index).Select(id => (id, index))).ToList();
        var last = play.Lines.Length - 1;
        if (!play.Lines.Any(line => line.Does.Contains(Cue.Asks))) faults.Add(("no_question", last));
        if (!play.Lines.TakeLast(2).Any(line => line.Does.Contains(Cue.SumsUp))) faults.Add(("no_summary", last));
        return [.. faults.Select(fault => new PlayFault(book.Faults.First(known => known.Id == fault.id), fault.index + 1, play.Lines[fault.index].Text))];
    }

    /// <summary>What was done well, each with the first line where it was; what was undone in the same line does not count.</summary>
    public static ImmutableArray<(StrengthDefinition Strength, int LineNumber, string Line)> Praise(RolePlayBook book, Play play) =>
        [.. book.Strengths.Select(strength => (strength, Index: play.Lines.ToList().FindIndex(line => line.Does.Contains(strength.Cue)
                && !line.Does.Contains(Cue.Reveals) && !line.Does.Contains(Cue.Argues))))
            .Where(found => found.Index >= 0).OrderBy(found => found.Index).Select(found => (found.strength, found.Index + 1, play.Lines[found.Index].Text))];

    /// <summary>Whether a line goes further down than the step before it.</summary>
    private static bool Grows(Play play, int index)
    {
        var prices = play.Lines.Take(index + 1).Select(line => line.Price).OfType<decimal>().Prepend(play.Frame?.List ?? 0).ToList();
        return play.Lines[index].Price is not null && prices.Count > 2 && prices[^2] - prices[^1] > prices[^3] - prices[^2] && prices[^3] > prices[^2];
    }

    private static IEnumerable<string> OfLine(Play play, RepLine line, int index)
    {
        // Whoever names the limit has given everything: that says it all.
        var reveals = line.Does.Contains(Cue.Reveals);
        if (line.Does.Contains(Cue.Gives) && !line.Does.Contains(Cue.Trades) && !reveals) yield return "gave_without_getting";
        if (line.Does.Contains(Cue.Argues)) yield return "argued";
        if (reveals) yield return "revealed_limit";
        if (index == 0 && line.Price is not null && line.Price == play.FirstAsk) yield return "took_first_ask";
        if (line.Price is { } price && play.Frame is { } frame && LedgerWarning.OfPrice(frame, price) == LedgerAlarm.PastWalkAway)
            yield return "passed_walk_away";
        if (!reveals && Grows(play, index)) yield return "growing_steps";
    }
}
