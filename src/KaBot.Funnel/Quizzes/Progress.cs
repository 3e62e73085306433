using System.Collections.Immutable;

namespace KaBot.Funnel.Quizzes;

/// <summary>How near claims came to what was earned in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="MeanGap">Stages claimed too high, on average; too low counts against it.</param>
/// <param name="Exact">Share of claims that were right, from 0 to 1.</param>
public sealed record MonthOfClaims(DateOnly Month, int Claims, double MeanGap, double Exact);

/// <summary>How often a criterion was taken for met and was not, before it was first practised and from then on.</summary>
public sealed record CriterionProgress(string Criterion, Rate Before, Rate After);

/// <summary>So many of so many.</summary>
public sealed record Rate(int Wrong, int Of)
{
    /// <summary>From 0 to 1; null when there is nothing to tell from.</summary>
    public double? Share => Of == 0 ? null : (double)Wrong / Of;

    public static Rate operator +(Rate one, Rate other) => new(one.Wrong + other.Wrong, one.Of + other.Of);
}

/// <summary>What practice does to judgement (issue 6.3): for a rep alone, or for a team in sums without names.</summary>
public sealed record Progress(ImmutableArray<MonthOfClaims> Months, ImmutableArray<CriterionProgress> Criteria)
{
    /// <summary>The fewest people whose sums are shown: of fewer, each could be told.</summary>
    public const int FewestPeople = 3;

    /// <summary>A rep's own.</summary>
    public static Progress Of(IReadOnlyCollection<Judgement> judgements, IReadOnlyCollection<Attempt> attempts) =>
        new(ByMonth(judgements), ByCriterion(judgements, attempts));

    /// <summary>A team's, each rep's claims held against that rep's own practice; null when too few people have claimed anything.</summary>
    public static Progress? OfTeam(IReadOnlyCollection<Judgement> judgements, ILookup<string, Attempt> attempts)
    {
        var reps = judgements.GroupBy(judgement => judgement.Rep).ToList();
        if (reps.Count < FewestPeople) return null;
        var sums = reps.SelectMany(rep => ByCriterion([.. rep], [.. attempts[rep.Key]])).GroupBy(one => one.Criterion)
            .Select(all => all.Aggregate((sum, one) => new CriterionProgress(sum.Criterion, sum.Before + one.Before, sum.After + one.After)));
        return new Progress(ByMonth(judgements), [.. sums.OrderBy(one => one.Criterion, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<MonthOfClaims> ByMonth(IEnumerable<Judgement> judgements) =>
        [.. judgements.GroupBy(judgement => new DateOnly(judgement.Day.Year, judgement.Day.Month, 1)).OrderBy(month => month.Key)
            .Select(month => new MonthOfClaims(month.Key, month.Count(), month.Average(one => one.Gap), month.Average(one => one.Gap == 0 ? 1.0 : 0)))];

    private static ImmutableArray<CriterionProgress> ByCriterion(IReadOnlyCollection<Judgement> judgements, IReadOnlyCollection<Attempt> attempts) =>
        [.. judgements.SelectMany(judgement => judgement.Asked).Distinct().Order(StringComparer.Ordinal).Select(criterion =>
        {
            var first = attempts.Where(attempt => attempt.Criteria.Contains(criterion)).Select(attempt => attempt.Day).DefaultIfEmpty(DateOnly.MaxValue).Min();
            var asked = judgements.Where(judgement => judgement.Asked.Contains(criterion)).ToLookup(judgement => judgement.Day >= first);
            return new CriterionProgress(criterion, Count(asked[false]), Count(asked[true]));

            Rate Count(IEnumerable<Judgement> some) => new(some.Count(one => one.Misjudged.Contains(criterion)), some.Count());
        })];
}
