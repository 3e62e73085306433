namespace KaBot.Understanding.Assertions;

/// <summary>Each amount and date of a message belongs to one fact: the one whose words stand nearest to it.</summary>
internal static class Binder
{
    public static void Run(Workspace work)
    {
        for (var i = work.Candidates.Count - 1; i >= 0; i--)
            if (work.Candidates[i].Spot >= 0 && Rival(work, work.Candidates[i])) work.Candidates.RemoveAt(i);
    }

    private static bool Rival(Workspace work, in Candidate candidate)
    {
        foreach (var other in work.Candidates)
            if (other.Spot == candidate.Spot && other.Fact != candidate.Fact && Nearer(other, candidate)) return true;
        return false;
    }

    private static bool Nearer(in Candidate a, in Candidate b) =>
        a.Distance != b.Distance ? a.Distance < b.Distance : a.End - a.Start != b.End - b.Start ? a.End - a.Start > b.End - b.Start : a.Fact < b.Fact;
}
