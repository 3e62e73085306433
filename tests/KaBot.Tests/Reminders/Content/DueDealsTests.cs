using FsCheck.Xunit;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Reminders.Content;
using KaBot.Storage;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Reminders.Content;

/// <summary>Which deals a rep is reminded of on Thursday 2026-03-05, and why.</summary>
public sealed class DueDealsTests
{
    private static readonly DateTimeOffset Now = Known.Now;
    private static readonly DateOnly Today = new(2026, 3, 5);

    [Theory]
    [InlineData("", "never")]
    [InlineData("contact_made material_accepted", "")]
    [InlineData("contact_made visits evaluating", "")]
    [InlineData("contact_made visits ~evaluating", "stale evaluating")]
    [InlineData("~budget ~competitors", "stale budget_known rivals_known")]
    [InlineData("~budget outcome=lost", "")]
    [InlineData("~budget outcome=won", "")]
    [InlineData("~budget outcome=stalled", "")]
    [InlineData("?budget ~competitors", "stale rivals_known")]
    public void Why_a_deal_is_due(string known, string why) => Assert.Equal(why, Why(Watched(known)));

    [Theory]
    [InlineData("talks_deadline", 0, "near talks_deadline 0")]
    [InlineData("talks_deadline", 3, "near talks_deadline 3")]
    [InlineData("talks_deadline", 4, "")]
    [InlineData("talks_deadline", -1, "passed talks_deadline")]
    [InlineData("close_date", -30, "passed close_date")]
    [InlineData("visit_appointed", 0, "near visit_appointed 0")]
    public void Dates_that_come_up_or_have_passed(string fact, int days, string why) => Assert.Equal(why, Why(Dated("contact_made", fact, days)));

    [Fact]
    public void An_appointment_ahead_is_a_plan_and_is_not_nagged() => Assert.Equal("", Why(Dated("~budget ~competitors", "visit_appointed", 9)));

    [Fact]
    public void A_visit_is_asked_about_until_a_check_in_comes_after_it()
    {
        var visit = Dated("contact_made", "visit_appointed", -2);
        Assert.Equal("", Why(visit));
        Assert.Equal("passed visit_appointed", Why(visit with { Deal = visit.Deal with { Latest = visit.Deal.Latest! with { At = Now.AddDays(-4) } } }));
    }

    [Fact]
    public void A_signed_deal_is_not_asked_about_the_dates_before() => Assert.Equal("", Why(Dated("contract_signed", "close_date", -10)));

    [Theory]
    [InlineData("negotiation", "claimed negotiation")]
    [InlineData("target", "")]
    [InlineData(null, "")]
    public void A_claim_above_what_is_earned(string? claimed, string why)
    {
        var deal = Watched("contact_made material_accepted");
        Assert.Equal(why, Why(deal with { Deal = deal.Deal with { Latest = deal.Deal.Latest! with { Claimed = claimed } } }));
    }

    [Theory]
    [InlineData(1, true, "")]
    [InlineData(0, true, "planned")]
    [InlineData(-3, true, "planned")]
    [InlineData(1, false, "")]
    [InlineData(0, false, "stale budget_known")]
    public void What_the_rep_said_about_being_asked_holds(int days, bool planned, string why) =>
        Assert.Equal(why, Why(Watched("~budget", -1) with { Pause = new DealPause(Today.AddDays(days), planned, Now.AddHours(-1)) }));

    [Theory]
    [InlineData(-2, PlanState.Accepted, "step call")]
    [InlineData(0, PlanState.Postponed, "step call")]
    [InlineData(1, PlanState.Accepted, "")]
    [InlineData(1, PlanState.Done, "stale budget_known")]
    [InlineData(-2, PlanState.Declined, "stale budget_known")]
    [InlineData(-2, PlanState.Suggested, "stale budget_known")]
    public void A_next_step_is_told_when_it_is_due_and_one_planned_ahead_keeps_the_deal_quiet(int days, PlanState state, string why) =>
        Assert.Equal(why, Why(Watched("~budget") with { Actions = [Step(days, state)] }));

    [Fact]
    public void No_change_is_broken_only_by_what_has_come_since_and_a_plan_by_nothing()
    {
        var deal = Dated("contact_made", "talks_deadline", 0, -3) with { Actions = [Step(0)] };
        Assert.Equal("step call, near talks_deadline 0", Why(deal with { Pause = new DealPause(Today.AddDays(5), false, Now.AddDays(-1)) }));
        Assert.Equal("", Why(deal with { Pause = new DealPause(Today.AddDays(5), false, Now.AddHours(-1)) }));
        Assert.Equal("", Why(deal with { Pause = new DealPause(Today.AddDays(5), true, Now.AddDays(-1)) }));
    }

    [Fact]
    public void A_check_in_later_than_what_was_said_overrules_it() =>
        Assert.Equal("stale budget_known", Why(Watched("~budget") with { Pause = new DealPause(Today.AddDays(5), true, Now.AddDays(-2)) }));

    [Fact]
    public void The_most_worthwhile_comes_first_amount_times_win_times_urgency()
    {
        var large = Watched("contact_made material_accepted ~evaluating", id: "large", amount: 5_000_000);   // 10 % × 1.25
        var late = Watched("contract_signed ~evaluating", id: "late", amount: 1_000_000);                     // 80 % × 1.25
        var unknown = Watched("contact_made material_accepted ~evaluating", id: "unknown");                   // the usual amount
        Assert.Equal(["late", "large", "unknown"], DueDeals.Of(Known.Playbook, [unknown, large, late], Now).Select(due => due.Deal.Id));
        Assert.Equal(1_000_000m, DueDeals.Of(Known.Playbook, [late], Now)[0].Rank);
    }

    [Fact]
    public void Currencies_are_weighed_by_what_they_are_roughly_worth()
    {
        var yuan = Watched("contact_made material_accepted ~evaluating", id: "yuan", amount: 2_000_000);
        var dollars = Watched("contact_made material_accepted ~evaluating", id: "dollars", amount: 1_000_000);
        var facts = dollars.Deal.Latest!.Facts;
        dollars = dollars with
        {
            Deal = dollars.Deal with { Latest = dollars.Deal.Latest with { Facts = facts.With(facts["amount"]! with { Value = new FactValue.Money(1_000_000, 1_000_000, "USD") }) } },
        };
        Assert.Equal(["dollars", "yuan"], DueDeals.Of(Known.Playbook, [yuan, dollars], Now, new KaBot.Reminders.ReminderOptions().Worth).Select(due => due.Deal.Id));
        Assert.Equal(["yuan", "dollars"], DueDeals.Of(Known.Playbook, [yuan, dollars], Now).Select(due => due.Deal.Id));
    }

    [Property(MaxTest = 200)]
    public bool The_order_does_not_turn_on_the_order_of_the_deals(int[] amounts, int seed)
    {
        var deals = amounts.Take(20).Select((amount, index) => Watched("contact_made material_accepted ~evaluating", id: $"d{index:00}", amount: Math.Abs((long)amount))).ToArray();
        var shuffled = deals.ToArray();
        new Random(seed).Shuffle(shuffled);
        var ranked = DueDeals.Of(Known.Playbook, deals, Now);
        return ranked.Length == deals.Length && ranked.Select(due => due.Deal.Id).SequenceEqual(DueDeals.Of(Known.Playbook, shuffled, Now).Select(due => due.Deal.Id))
            && ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Rank >= pair.Second.Rank);
    }

    private static PlannedAction Step(int days, PlanState state = PlanState.Accepted) => new("p", "d1", "a", "k", "call", Today.AddDays(days), state, null, Now);

    private static string Why(Watched deal) => string.Join(", ", (DueDeals.One(Known.Playbook, deal, Now)?.Reasons ?? []).Select(reason => reason switch
    {
        DueReason.DateNear near => $"near {near.FactId} {near.Days}",
        DueReason.DatePassed passed => $"passed {passed.FactId}",
        DueReason.Stale stale => "stale " + string.Join(' ', stale.Criteria),
        DueReason.Claimed claimed => $"claimed {claimed.Stage.Id}",
        DueReason.NextStep step => $"step {step.What}",
        DueReason.PlannedDay => "planned",
        _ => "never",
    }));

    private static Watched Watched(string known, int told = 0, string id = "d1", long? amount = null)
    {
        var facts = Known.Of(known);
        if (amount is { } worth) facts = facts.With(new Fact("amount", new FactValue.Money(worth, worth, "CNY"), Certainty.Stated, Now));
        return new(Deal(id, known.Length == 0 && amount is null ? null : Taken(facts, told)), null, []);
    }

    private static Watched Dated(string known, string fact, int days, int told = 0) =>
        new(Deal("d1", Taken(Known.Of(known).With(new Fact(fact, new FactValue.Date(Today.AddDays(days)), Certainty.Stated, Now)), told)), null, []);

    private static Deal Deal(string id, Snapshot? latest) => new(id, "a", "恒瑞医药", "仓储系统升级", "p1", Now.AddDays(-9), latest);

    private static Snapshot Taken(FactSheet facts, int day) =>
        new("s", "d1", 1, "p1", Now.AddDays(day), "a1", Known.Playbook.Version, KaBot.Funnel.Stages.Qualifier.Qualify(Known.Playbook, facts, Now).Earned?.Id, null, null, facts);
}
