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
        ["gave_without_getting", "argued", "revealed_limit", "took_first_ask", "passed_walk_away", "no_question", "no_summary"];

    public static ImmutableArray<PlayFault> On(RolePlayBook book, Play play)
    {
        if (play.Lines.IsEmpty) return [];
        var faults = play.Lines.SelectMany((line, index) => OfLine(play, line, index).Select(id => (id, index))).ToList();
        var last = play.Lines.Length - 1;
        if (!play.Lines.Any(line => line.Does.Contains(Cue.Asks))) faults.Add(("no_question", last));
        if (!play.Lines.TakeLast(2).Any(line => line.Does.Contains(Cue.SumsUp))) faults.Add(("no_summary", last));
        return [.. faults.Select(fault => new PlayFault(book.Faults.First(known => known.Id == fault.id), fault.index + 1, play.Lines[fault.index].Text))];
    }

    private static IEnumerable<string> OfLine(Play play, RepLine line, int index)
    {
        if (line.Does.Contains(Cue.Gives) && !line.Does.Contains(Cue.Trades)) yield return "gave_without_getting";
        if (line.Does.Contains(Cue.Argues)) yield return "argued";
        if (line.Does.Contains(Cue.Reveals)) yield return "revealed_limit";
        if (index == 0 && line.Price <= play.FirstAsk) yield return "took_first_ask";
        if (line.Price is { } price && play.Frame is { } frame && LedgerWarning.OfPrice(frame, price) == LedgerAlarm.PastWalkAway)
            yield return "passed_walk_away";
    }
}
