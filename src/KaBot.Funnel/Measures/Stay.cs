using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>The time that a deal spent in a stage.</summary>
/// <param name="Rank">The stage's place in the playbook, from 0.</param>
/// <param name="Left">When it left; null while it is there.</param>
/// <param name="Onward">Whether it left for a higher stage or was won, rather than lost or stalled. False while it is there.</param>
/// <param name="Jumped">The deal went past the stage without staying: it converts, and says nothing of the time it takes.</param>
public sealed record Stay(string DealId, int Rank, DateTimeOffset Since, DateTimeOffset? Left, bool Onward, bool Jumped = false)
{
    /// <summary>Days spent, until it left or until a moment.</summary>
    public double Days(DateTimeOffset at) => ((Left ?? at) - Since).TotalDays;

    /// <summary>
    /// The stays of a deal, in their order. A deal that falls back had not been where it seemed to be: what was taken back counts for
    /// nothing, and it has been in the lower stage all along.
    /// </summary>
    public static ImmutableArray<Stay> Of(Playbook playbook, DealTrack track)
    {
        List<Stay> stays = [];
        Stay? now = null;
        var over = Ending.None;
        foreach (var moment in track.Moments)
        {
            var (rank, ending) = (playbook.Rank(moment.Earned), DealTrack.EndingOf(moment));
            // A deal that has ended leaves once, however often it is saved again; only winning it after all makes another end of it.
            if (over != Ending.None && ending != Ending.None)
            {
                if (ending == Ending.Won && over != Ending.Won && stays.Count > 0) stays[^1] = stays[^1] with { Left = moment.At, Onward = true };
                over = ending;
                continue;
            }
            over = ending;
            if (now is not null && rank < now.Rank)
            {
                var since = stays.Find(stay => stay.Rank == rank)?.Since ?? moment.At;
                stays.RemoveAll(stay => stay.Rank >= rank);
                now = rank < 0 ? null : new Stay(track.Id, rank, since, null, false);
            }
            else if (rank > (now?.Rank ?? -1))
            {
                if (now is not null) stays.Add(now with { Left = moment.At, Onward = true });
                // What lies between was passed too. A deal first heard of high up has passed nothing that we saw.
                if (now is not null)
                    stays.AddRange(Enumerable.Range(now.Rank + 1, rank - now.Rank - 1).Select(passed => new Stay(track.Id, passed, moment.At, moment.At, true, Jumped: true)));
                now = new Stay(track.Id, rank, moment.At, null, false);
            }
            if (ending == Ending.None || now is null) continue;
            stays.Add(now with { Left = moment.At, Onward = ending == Ending.Won });
            now = null;
        }
        return now is null ? [.. stays] : [.. stays, now];
    }
}
