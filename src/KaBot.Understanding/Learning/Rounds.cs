namespace KaBot.Understanding.Learning;

/// <summary>Learning in rounds, of which the weights of the later ones are averaged.</summary>
internal static class Rounds
{
    private const int Stride = 7919;

    public static void Run(int rounds, int count, Action<int> learn, IEnumerable<Weights> parts)
    {
        Weights[] all = [.. parts];
        for (var round = 1; round <= rounds; round++)
        {
            // A stride that shares no factor with the count visits each once a round.
            for (var step = 0L; step < count; step++) learn((int)(step * Stride % count));
            if (round > rounds / 2)
                foreach (var part in all) part.Average();
        }
        foreach (var part in all) part.TakeAverage();
    }
}
