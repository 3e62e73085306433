using System.Collections.Immutable;

namespace KaBot.Funnel.Quizzes;

/// <summary>How an answer came.</summary>
public enum Recall { Again = 1, Hard, Good, Easy }

/// <summary>How well something is remembered.</summary>
/// <param name="Stability">Days until the chance of remembering falls to nine in ten.</param>
/// <param name="Difficulty">From 1 to 10.</param>
public sealed record Memory(double Stability, double Difficulty);

/// <summary>
/// The spaced-repetition scheduler FSRS-6 with its published default parameters: J. Ye, J. Su and Y. Cao, "A Stochastic Shortest Path
/// Algorithm for Optimizing Spaced Repetition Scheduling" (KDD 2022), as carried on by the Open Spaced Repetition group. Pure.
/// </summary>
public static class Fsrs
{
    private const double Retention = 0.9;
    private const double LeastStability = 0.001;

    private static readonly ImmutableArray<double> W =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
        0.5425, 0.0912, 0.0658, 0.1542,
    ];

    private static readonly double Factor = Math.Pow(Retention, -1 / W[20]) - 1;

    /// <summary>The chance of remembering after so many days, from 0 to 1.</summary>
    public static double Retrievability(Memory memory, double days) => Math.Pow(1 + Factor * days / memory.Stability, -W[20]);

    /// <summary>Whole days until the next repetition: until nine in ten are remembered, at least one.</summary>
    public static int Interval(Memory memory) => Math.Max(1, (int)Math.Round(Math.Min(memory.Stability, 36500)));

    /// <summary>The memory after an answer.</summary>
    /// <param name="before">Before it; null at the first.</param>
    /// <param name="days">Whole days since the answer before; 0 for the same day.</param>
    public static Memory After(Memory? before, Recall recall, int days)
    {
        if (before is null) return new Memory(Math.Max(W[(int)recall - 1], LeastStability), Math.Clamp(FirstDifficulty(recall), 1, 10));
        var stability = days < 1 ? SameDay(before, recall) : recall == Recall.Again ? Forgotten(before, days) : Remembered(before, recall, days);
        return new Memory(Math.Max(stability, LeastStability), Difficulty(before, recall));
    }

    private static double FirstDifficulty(Recall recall) => W[4] - Math.Exp(W[5] * ((int)recall - 1)) + 1;

    /// <summary>Changes less the nearer it is to 10, and drifts back towards that of an easy thing.</summary>
    private static double Difficulty(Memory before, Recall recall)
    {
        var moved = before.Difficulty - W[6] * ((int)recall - 3) * (10 - before.Difficulty) / 9;
        return Math.Clamp(W[7] * FirstDifficulty(Recall.Easy) + (1 - W[7]) * moved, 1, 10);
    }

    private static double SameDay(Memory before, Recall recall)
    {
        var growth = Math.Exp(W[17] * ((int)recall - 3 + W[18])) * Math.Pow(before.Stability, -W[19]);
        return before.Stability * (recall >= Recall.Good ? Math.Max(growth, 1) : growth);
    }

    private static double Remembered(Memory before, Recall recall, int days)
    {
        var ease = recall switch { Recall.Hard => W[15], Recall.Easy => W[16], _ => 1 };
        return before.Stability * (1 + Math.Exp(W[8]) * (11 - before.Difficulty) * Math.Pow(before.Stability, -W[9])
            * (Math.Exp((1 - Retrievability(before, days)) * W[10]) - 1) * ease);
    }

    private static double Forgotten(Memory before, int days) => Math.Min(
        W[11] * Math.Pow(before.Difficulty, -W[12]) * (Math.Pow(before.Stability + 1, W[13]) - 1) * Math.Exp((1 - Retrievability(before, days)) * W[14]),
        before.Stability / Math.Exp(W[17] * W[18]));
}
