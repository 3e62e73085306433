namespace KaBot.Understanding.Learning;

/// <summary>What somebody else makes of an example: the odds of labels.</summary>
internal sealed record Guess(IReadOnlyList<string> Labels, float[] Odds);

/// <summary>An example for a network.</summary>
/// <param name="Places">The features that hold.</param>
/// <param name="Labels">Labels that hold.</param>
/// <param name="Unsure">Labels of which it teaches nothing.</param>
/// <param name="Sure">Labels that surely do not hold, where <paramref name="Rest"/> is below 1.</param>
/// <param name="Rest">How much a label that is not named counts as not holding, from 0 to 1.</param>
/// <param name="Guess">What a network that did not learn from this example makes of it counts as half of what there is to learn. People label
/// alike things in unlike ways, and a single label hides it.</param>
internal readonly record struct Example(
    int[] Places, IReadOnlyCollection<string> Labels, IReadOnlyCollection<string> Unsure, IReadOnlyCollection<string> Sure, float Rest = 1, Guess? Guess = null)
{
    public static Example Of(Features features, params IReadOnlyCollection<string> labels) => new([.. features.Places], labels, [], []);
}
