using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary>Claims held against what was earned, before and after practice.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData("contact_made material_accepted", "intent", 1, "formally_visited evaluating needs_stated sponsor_named")]
    [InlineData("contact_made material_accepted visits", "initiation", 2, "project_org go_live_planned budget_known core_needs")]
    [InlineData("contact_made material_accepted visits project_team", "intent", 1, "evaluating needs_stated sponsor_named")]
    [InlineData("visits sponsor", "intent", 0, "")]
    [InlineData("visits sponsor bid_won", "intent", -2, "")]
    [InlineData("", "target", 1, "material_accepted contact_made visit_appointed")]
    public void A_claim_misjudges_what_its_stage_lacked(string known, string claimed, int gap, string misjudged)
    {
        var judgement = Judge(known, claimed, 0)!;
        Assert.Equal(gap, judgement.Gap);
        Assert.Equal(misjudged.Split(' ', StringSplitOptions.RemoveEmptyEntries), judgement.Misjudged);
    }

    [Fact]
    public void Without_a_claim_there_is_nothing_to_judge() => Assert.Null(Judgement.Of(Deal.Playbook, "r", Deal.Now, null, Deal.Of("visits")));

    [Fact]
    public void A_rep_sees_months_and_criteria_before_and_after_practice()
    {
        Judgement[] claims =
        [
            Judge("contact_made material_accepted", "intent", -40)!, Judge("contact_made material_accepted visits", "intent", 0)!,
            Judge("visits needs_stated", "intent", 10)!, Judge("visits", "intent", 12)!,
        ];
        var progress = Progress.Of(claims, [new Attempt("missing:intent:needs_stated", Day(5), true, ["needs_stated"])]);
        Assert.Equal([new MonthOfClaims(new(2026, 1, 1), 1, 1, 0), new MonthOfClaims(new(2026, 3, 1), 3, 1, 1 / 3.0)], progress.Months);
        Assert.Equal(new CriterionProgress("needs_stated", new Rate(2, 2), new Rate(1, 2)), progress.Criteria.Single(one => one.Criterion == "needs_stated"));
        Assert.Equal(new Rate(0, 0), progress.Criteria.Single(one => one.Criterion == "evaluating").After);
        Assert.Null(new Rate(0, 0).Share);
    }

    [Fact]
    public void A_team_is_shown_in_sums_and_only_when_nobody_can_be_told()
    {
        var three = new[] { "a", "b", "c" }.Select(rep => Judge("contact_made material_accepted", "intent", 0, rep)!).ToList();
        var attempts = new[] { ("a", new Attempt("s", Day(-1), true, ["evaluating"])) }.ToLookup(pair => pair.Item1, pair => pair.Item2);
        var team = Progress.OfTeam(three, attempts)!;
        Assert.Equal(new CriterionProgress("evaluating", new Rate(2, 2), new Rate(1, 1)), team.Criteria.Single(one => one.Criterion == "evaluating"));
        Assert.Null(Progress.OfTeam(three[..2], attempts));
    }

    private static DateOnly Day(int days) => DateOnly.FromDateTime(Deal.Now.DateTime).AddDays(days);

    private static Judgement? Judge(string known, string claimed, int days, string rep = "r") =>
        Judgement.Of(Deal.Playbook, rep, Deal.Now.AddDays(days), claimed, Deal.Of(known));
}
