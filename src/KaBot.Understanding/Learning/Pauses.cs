using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// Where a clause ends though no mark says so: what is dictated often has none, 预算八十万左右对手是用友. Looked for only in what is too long for one breath.
/// </summary>
internal sealed class Pauses(Network network)
{
    public const string Pause = "pause", Stop = "stop";

    // As much as is said in one breath where marks are set, in letters: 15 Chinese characters.
    private const int OneBreath = 88, OfHan = 60;

    private readonly int _pause = network.Label(Pause), _stop = network.Label(Stop);

    public Network Network => network;

    /// <summary>Ends clauses where a pause is likely.</summary>
    public void Run(Workspace work)
    {
        var clauses = work.Layout.Clauses;
        if (_pause < 0 || !AnyLong(work, clauses)) return;
        var (units, places) = (work.Units, work.Pauses);
        units.Read(work.Text);
        places.Clear();
        var all = units.All;
        var at = 0;
        Span<float> odds = stackalloc float[network.Labels.Count];
        foreach (var clause in clauses)
        {
            while (at < all.Length && all[at].Start < clause.Start) at++;
            if (!IsLong(work, clause)) continue;
            for (var last = at++; at < all.Length && all[at].End <= clause.End; at++)
            {
                if (IsInValue(work, all[at].Start)) continue;
                PauseFeatures.Read(all, at, at - last, work.Features);
                network.Score(work.Features.Places, odds);
                if (odds[_pause] <= 0) continue;
                places.Add((all[at].Start, odds[_stop] > 0));
                last = at;
            }
        }
        if (places.Count > 0) work.Layout.Split(places);
    }

    private static bool AnyLong(Workspace work, List<Clause> clauses)
    {
        if (work.Weight <= OfHan) return false;
        foreach (var clause in clauses)
            if (IsLong(work, clause)) return true;
        return false;
    }

    private static bool IsLong(Workspace work, in Clause clause) => Chars.Weight(work.Text, clause.Start, clause.End) > (work.IsChinese ? OfHan : OneBreath);

    private static bool IsInValue(Workspace work, int place)
    {
        foreach (var value in work.ValuesFrom(place))
            return value.Start < place && place < value.End;
        return false;
    }
}
