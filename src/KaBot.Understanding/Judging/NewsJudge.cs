using System.Runtime.InteropServices;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Judging;

/// <summary>
/// Whether a message tells anything of the deal at all, or only plans, wishes, asks, chats or speaks of something else: a linear
/// classifier over its <see cref="Grams"/>, learnt from labelled messages (<c>understand learn</c>). It can silence a message, never
/// make it say something.
/// </summary>
public static class NewsJudge
{
    // Where the tenths not learnt from lose one message in two hundred.
    private const float Threshold = 0.2f;

    [ThreadStatic]
    private static List<int>? _places;

    private static readonly byte[] Weights = Logistic.Shipped("news", Grams.Buckets);

    /// <summary>How many weights there are to learn.</summary>
    public static int Size => Grams.Buckets;

    /// <summary>Whether a message that answers no question most likely tells nothing.</summary>
    /// <param name="text">Normalised text.</param>
    internal static bool TellsNothing(string text)
    {
        var places = _places ??= [];
        Grams.Read(text, places);
        return IsNothing(Logistic.Score(Weights, CollectionsMarshal.AsSpan(places)));
    }

    public static bool IsNothing(float score) => score > Threshold;

    /// <summary>What is learnt from a message.</summary>
    public static Sample Sample(string text, bool nothing)
    {
        var places = new List<int>();
        Grams.Read(Normalizer.Of(text), places);
        return new Sample([.. places], nothing);
    }
}
