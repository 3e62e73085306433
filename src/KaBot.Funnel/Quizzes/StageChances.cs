using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>The chance that a stage's own rule holds, over every pattern of answers to the facts that are still out.</summary>
internal sealed class StageChances
{
    private readonly double[] _holds;
    private readonly double[][] _odds;

    /// <param name="odds">Fact id and depth → how likely the fact counts.</param>
    public StageChances(DealQuizGuide guide, Board board, StageDefinition stage, Func<string, int, double> odds)
    {
        Facts = [.. board.Telling(stage).Where(id => id != stage.Rule.By)];
        _odds = [.. guide.Depths.Select((_, depth) => Facts.Select(id => odds(id, depth)).ToArray())];
        var cases = Cases(guide, board, stage).Select(@case => (@case.Weight, @case.Requirement.AtLeast, Masks: Masks(board, @case.Requirement))).ToList();
        _holds = [.. Enumerable.Range(0, 1 << Facts.Length).Select(pattern => cases.Sum(@case =>
            @case.Masks.Count(mask => (mask & pattern) == mask) >= @case.AtLeast ? @case.Weight : 0))];
    }

    /// <summary>The facts that can still tell, without the one that decides between the rule's cases.</summary>
    public ImmutableArray<string> Facts { get; }

    /// <summary>By depth.</summary>
    public double[] Now() => Given(0, 0);

    /// <summary>By depth, once a fact has been answered so.</summary>
    public double[] If(string factId, bool counts)
    {
        var bit = 1 << Facts.IndexOf(factId);
        return Given(bit, counts ? bit : 0);
    }

    private double[] Given(int answered, int answers)
    {
        var chances = new double[_odds.Length];
        for (var pattern = 0; pattern < _holds.Length; pattern++)
            if ((pattern & answered) == answers && _holds[pattern] > 0)
                for (var depth = 0; depth < chances.Length; depth++)
                    chances[depth] += _holds[pattern] * Likely(_odds[depth], pattern, answered);
        return chances;
    }

    private static double Likely(double[] odds, int pattern, int answered)
    {
        var likely = 1.0;
        for (var bit = 0; bit < odds.Length; bit++)
            if ((answered >> bit & 1) == 0) likely *= (pattern >> bit & 1) == 1 ? odds[bit] : 1 - odds[bit];
        return likely;
    }

    /// <summary>What the stage may ask of the deal, and in how many deals.</summary>
    private static IEnumerable<(Requirement Requirement, double Weight)> Cases(DealQuizGuide guide, Board board, StageDefinition stage)
    {
        if (stage.Rule.By is not { } by || board.Choices.ContainsKey(by)) return board.Possible(stage).Select(only => (only, 1.0));
        var shares = guide.Choices[by].Shares;
        return shares.Select(share => (stage.Rule.For(share.Key), share.Value)).Append((stage.Rule.Otherwise, 1 - shares.Values.Sum()));
    }

    /// <summary>For each criterion that may yet be met, the open facts it takes, as bits. A fact that cannot tell belongs to a case already settled.</summary>
    private int[] Masks(Board board, Requirement requirement) => [.. requirement.Of.Select(board.Playbook.Criterion)
        .Where(criterion => board.Of(criterion) != Outlook.Fails && criterion.Facts.Where(board.IsOpen).All(Facts.Contains))
        .Select(criterion => criterion.Facts.Where(board.IsOpen).Aggregate(0, (mask, id) => mask | 1 << Facts.IndexOf(id)))];
}
