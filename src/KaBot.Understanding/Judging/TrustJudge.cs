namespace KaBot.Understanding.Judging;

/// <summary>
/// Whether a reading may be trusted, from its <see cref="Traits"/>: learnt from what earlier patterns made of labelled messages that they
/// had not been written for. It can withhold a reading, never make one. A missed fact costs a question, a wrong one costs trust.
/// </summary>
public static class TrustJudge
{
    // Where the tenths not learnt from keep nine right readings in ten and lose two wrong ones in five.
    private const float Threshold = 1.0f;

    private static readonly byte[] Weights = Logistic.Shipped("trust", Traits.Buckets);

    /// <summary>How many weights there are to learn.</summary>
    public static int Size => Traits.Buckets;

    internal static bool Trusts(ReadOnlySpan<int> places) => IsTrusted(Logistic.Score(Weights, places));

    public static bool IsTrusted(float score) => score > Threshold;
}
