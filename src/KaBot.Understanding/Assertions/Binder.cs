namespace KaBot.Understanding.Assertions;

/// <summary>Each amount and date of a message belongs to one fact: the one whose words stand nearest to it.</summary>
internal static class Binder
{
    public static void Run(Workspace work)
    {
        Own(work);
        work.Candidates.RemoveAll(candidate => candidate.Spot >= 0 && work.Owners[candidate.Spot] != candidate.Fact);
    }

    /// <summary>Works out whose each value is: the fact's index, or -1.</summary>
    public static void Own(Workspace work)
    {
        var (owners, nearest) = (work.Owners, work.Nearest);
        owners.Clear();
        nearest.Clear();
        for (var i = 0; i < work.Values.Count; i++)
        {
            owners.Add(-1);
            nearest.Add(-1);
        }
        for (var i = 0; i < work.Candidates.Count; i++)
        {
            var candidate = work.Candidates[i];
            if (candidate.Spot < 0 || nearest[candidate.Spot] is var held and >= 0 && !IsNearer(candidate, work.Candidates[held])) continue;
            (nearest[candidate.Spot], owners[candidate.Spot]) = (i, candidate.Fact);
        }
    }

    private static bool IsNearer(in Candidate a, in Candidate b) =>
        a.Distance != b.Distance ? a.Distance < b.Distance : a.End - a.Start != b.End - b.Start ? a.End - a.Start > b.End - b.Start : a.Fact < b.Fact;
}
