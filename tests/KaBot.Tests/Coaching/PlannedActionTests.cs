using FsCheck.Xunit;
using KaBot.Funnel.Coaching;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching;

public sealed class PlannedActionTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Deal.Now.DateTime);
    private static readonly PlannedAction Suggested = new("1", "deal", "ask_budget", "key", "问出预算", Today.AddDays(3), PlanState.Suggested, null, Deal.Now);

    [Fact]
    public void An_accepted_one_comes_back_on_its_day_until_it_is_done()
    {
        var plan = Suggested.Accept(Deal.Now);
        Assert.True(plan.Planned);
        Assert.False(plan.IsDue(Today));
        Assert.True(plan.IsDue(Today.AddDays(3)));
        Assert.True(plan.IsDue(Today.AddDays(9)));
        Assert.False(plan.Finish(Deal.Now).IsDue(Today.AddDays(9)));
    }

    [Fact]
    public void A_suggestion_only_made_is_no_plan() => Assert.False(Suggested.Planned || Suggested.IsDue(Today.AddDays(9)));

    [Fact]
    public void An_edited_one_says_it_in_the_reps_words()
    {
        Assert.Equal(("周五问刘总预算", PlanState.Accepted), (Suggested.Edit(" 周五问刘总预算 ", Deal.Now).What, Suggested.Edit("x", Deal.Now).State));
        Assert.Equal(Suggested, Suggested.Edit("  ", Deal.Now));
    }

    [Fact]
    public void A_postponed_one_waits_for_its_day_which_cannot_be_past()
    {
        Assert.Equal((Today.AddDays(10), PlanState.Postponed), (Suggested.Postpone(Today.AddDays(10), Deal.Now).Due, Suggested.Postpone(Today, Deal.Now).State));
        Assert.Equal(Suggested, Suggested.Postpone(Today.AddDays(-1), Deal.Now));
    }

    /// <summary>Whatever taps come after, what was declined or done stays so.</summary>
    [Property(MaxTest = 200)]
    public bool What_is_closed_stays_closed(bool done, byte[] taps)
    {
        var closed = done ? Suggested.Finish(Deal.Now) : Suggested.Decline("没用", Deal.Now);
        return taps.Aggregate(closed, (plan, tap) => (tap % 5) switch
        {
            0 => plan.Accept(Deal.Now),
            1 => plan.Edit("别的", Deal.Now),
            2 => plan.Postpone(Today.AddDays(tap), Deal.Now),
            3 => plan.Decline("改主意", Deal.Now),
            _ => plan.Finish(Deal.Now),
        }) == closed;
    }

    [Fact]
    public void A_declined_suggestion_returns_only_when_the_facts_behind_it_change()
    {
        var guide = Situations.Knowledge.Coaching;
        var intent = "visits needs_stated sponsor org_size=large project_team decision_process go_live core_needs";
        var declined = Advise(intent, []).Single(action => action.Action.Id == "ask_budget").Key;

        Assert.DoesNotContain(Advise(intent, [declined]), action => action.Action.Id == "ask_budget");
        Assert.Contains(Advise(intent + " ?budget", [declined]), action => action.Action.Id == "ask_budget");

        IEnumerable<NextAction> Advise(string known, IEnumerable<string> settled) =>
            Advice.For(guide, Situation.Of(Deal.Playbook, Deal.Of(known), Deal.Now, settled: settled)).Actions;
    }
}
