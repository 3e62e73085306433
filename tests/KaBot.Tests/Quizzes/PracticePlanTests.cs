using KaBot.Funnel.Quizzes;

namespace KaBot.Tests.Quizzes;

/// <summary>What comes up when: due first, then new; a weekend breaks no streak.</summary>
public sealed class PracticePlanTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly string[] Skills = ["own:s1", "stage:intent", "stage:closing", "missing:intent:sponsor_named", "missing:target:contact_made", "tactic:many_levels:contract_out"];

    [Fact]
    public void New_skills_come_one_kind_after_the_other() =>
        Assert.Equal(["own:s1", "stage:intent", "missing:intent:sponsor_named", "tactic:many_levels:contract_out", "stage:closing"],
            new PracticePlan([]).Next(Skills, Monday));

    [Fact]
    public void What_was_wrong_comes_back_before_what_was_right()
    {
        var plan = new PracticePlan([Answer("stage:intent", 0, true), Answer("stage:closing", 0, false)]);
        Assert.Equal((Monday.AddDays(1), Monday.AddDays(2)), (plan.Due("stage:closing"), plan.Due("stage:intent")));
        Assert.Equal("stage:closing", plan.Next(Skills, Monday.AddDays(1))[0]);
        Assert.DoesNotContain("stage:intent", plan.Next(Skills, Monday.AddDays(1)));
        Assert.Contains("stage:intent", plan.Next(Skills, Monday.AddDays(2))[..2]);
    }

    [Fact]
    public void When_all_is_learnt_for_today_there_is_nothing() =>
        Assert.Empty(new PracticePlan(Skills.Select(skill => Answer(skill, 0, true))).Next(Skills, Monday));

    [Theory]
    [InlineData("", 4, 0)]
    [InlineData("4", 4, 1)]
    [InlineData("3", 4, 1)]
    [InlineData("0 1 2 3 4", 4, 5)]
    [InlineData("3 4 7", 8, 3)]
    [InlineData("0 1 3", 4, 1)]
    [InlineData("0 1", 4, 0)]
    [InlineData("4 5 7", 7, 3)]
    public void A_streak_counts_days_of_practice_and_only_a_working_day_left_out_breaks_it(string days, int today, int streak) =>
        Assert.Equal(streak, new PracticePlan(days.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(day => Answer("stage:intent", int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), true)))
            .Streak(Monday.AddDays(today), day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));

    private static Attempt Answer(string skill, int day, bool right) => new(skill, Monday.AddDays(day), right, []);
}
