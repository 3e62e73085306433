namespace KaBot.Understanding.Learning;

/// <summary>How a network learns.</summary>
/// <param name="Hidden">Hidden units, a multiple of 32.</param>
/// <param name="Rounds">How often it sees each example.</param>
/// <param name="Rate">AdaGrad's first step.</param>
/// <param name="LeastSeen">A feature must occur in so many examples.</param>
/// <param name="LeastKept">And in so many to be kept in the end: what is rare helps to learn the rest, but hardly to read, and there is much of it.</param>
/// <param name="DenseRate">The first step for what an encoder gives.</param>
internal sealed record Lessons(int Hidden = 64, int Rounds = 12, float Rate = 0.1f, float Penalty = 1e-5f, float Dropped = 0.2f, int LeastSeen = 2, int LeastKept = 0, float DenseRate = 0.02f);

/// <summary>
/// Learns a <see cref="Network"/> that goes by features alone.
/// Randomness comes from a generator of its own with a fixed seed: the same examples in the same order give the same network.
/// </summary>
internal static class NetworkLearner
{
    public static Network Learn(IReadOnlyList<Example> examples, Lessons lessons)
    {
        var head = new Head(examples, lessons);
        Prepared[] prepared = [.. examples.Select(example => head.Prepare(example))];
        Rounds.Run(lessons.Rounds, prepared.Length, each => head.Learn(prepared[each]), head.Parts);
        return head.Finish();
    }
}
