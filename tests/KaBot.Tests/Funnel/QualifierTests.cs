using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Funnel;

/// <summary>Each rule of domain.md §2, just met and just missed.</summary>
public sealed class QualifierTests
{
    private const string Target = "material_accepted contact_made ";
    private const string Intent = Target + "visits needs_stated ";
    private const string Initiation = Intent + "project_team decision_process go_live budget core_needs ";

    [Theory]
    [InlineData("", null, null, 0)]
    [InlineData("contact_made", null, null, 0)]
    [InlineData("contact_made visit_appointed", "target", "target", 10)]
    [InlineData(Target, "target", "target", 10)]
    [InlineData(Target + "visits=0 evaluating", "target", "target", 10)]
    [InlineData(Target + "visits sponsor", "intent", "intent", 20)]
    [InlineData(Target + "evaluating needs_stated", "intent", "intent", 20)]
    [InlineData("visits sponsor", "intent", null, 20)]
    [InlineData(Initiation, "initiation", "initiation", 30)]
    [InlineData(Initiation + "org_size=government", "initiation", "initiation", 30)]
    [InlineData(Initiation + "budget=open", "intent", "intent", 20)]
    [InlineData(Initiation + "competitors=none", "initiation", "initiation", 30)]
    [InlineData(Intent + "project_team core_needs org_size=sme", "intent", "intent", 20)]
    [InlineData(Intent + "project_team decision_process core_needs org_size=sme", "initiation", "initiation", 30)]
    [InlineData(Intent + "project_team decision_process core_needs org_size=large", "intent", "intent", 20)]
    [InlineData(Intent + "project_team decision_process core_needs", "intent", "intent", 20)]
    [InlineData(Intent + "project_team decision_process core_needs ?org_size=sme", "intent", "intent", 20)]
    [InlineData(Initiation + "majority_for_us", "recognition", "recognition", 40)]
    [InlineData(Intent + "bid_won", "recognition", "intent", 40)]
    [InlineData(Initiation + "payer_prefers_us talks_deadline", "negotiation", "negotiation", 50)]
    [InlineData("price_objection", "negotiation", null, 50)]
    [InlineData(Initiation + "bid_won terms_open first_payment", "closing", "closing", 80)]
    [InlineData("contract_signed", "closing", null, 80)]
    [InlineData("repeat_order", null, null, 0)]
    [InlineData("terms_open repeat_order", "negotiation", null, 50)]
    [InlineData("contract_signed repeat_order", "repeat", null, null)]
    [InlineData(Initiation + "bid_won their_contract contract_signed repeat_order", "repeat", "repeat", null)]
    public void A_stage_is_earned_by_its_own_rule_and_solid_with_all_below(string known, string? earned, string? solid, int? win)
    {
        var found = Deal.Qualify(known);
        Assert.Equal((earned, solid, win), (found.Earned?.Id, found.Solid?.Id, found.Win));
    }

    [Theory]
    [InlineData("", "project_org", CriterionState.Unknown)]
    [InlineData("project_team", "project_org", CriterionState.Unknown)]
    [InlineData("?project_team", "project_org", CriterionState.Unknown)]
    [InlineData("project_team=no", "project_org", CriterionState.NotMet)]
    [InlineData("project_team=no ?decision_process", "project_org", CriterionState.NotMet)]
    [InlineData("?project_team=no decision_process", "project_org", CriterionState.ToConfirm)]
    [InlineData("project_team ?decision_process", "project_org", CriterionState.ToConfirm)]
    [InlineData("project_team decision_process", "project_org", CriterionState.Met)]
    [InlineData("visits=0", "formally_visited", CriterionState.NotMet)]
    [InlineData("visits=3", "formally_visited", CriterionState.Met)]
    [InlineData("competitors=none", "rivals_known", CriterionState.NotMet)]
    [InlineData("competitors", "rivals_known", CriterionState.Met)]
    [InlineData("budget=open", "budget_known", CriterionState.NotMet)]
    [InlineData("?budget", "budget_known", CriterionState.ToConfirm)]
    [InlineData("~budget", "budget_known", CriterionState.Stale)]
    [InlineData("~evaluating", "evaluating", CriterionState.Stale)]
    [InlineData("~evaluating=no", "evaluating", CriterionState.NotMet)]
    [InlineData("~talks_deadline", "talks_dated", CriterionState.Stale)]
    [InlineData("talks_deadline", "talks_dated", CriterionState.Met)]
    [InlineData("~go_live", "go_live_planned", CriterionState.Stale)]
    [InlineData("~visit_appointed", "visit_appointed", CriterionState.Met)]
    [InlineData("~contract_signed", "contract_signed", CriterionState.Met)]
    public void A_criterion_stands_where_its_facts_put_it(string known, string criterion, CriterionState state) =>
        Assert.Equal(state, Deal.Qualify(known).Criteria[criterion].State);

    [Theory]
    [InlineData("", "target", "material_accepted contact_made visit_appointed", "account_manager")]
    [InlineData(Intent, "initiation", "project_org go_live_planned budget_known core_needs", "project_team")]
    [InlineData(Intent + "core_needs org_size=sme", "initiation", "project_org", "project_team")]
    [InlineData(Intent + "project_team decision_process ?budget", "initiation", "go_live_planned budget_known core_needs", "project_team")]
    [InlineData("bid_won", "negotiation", "their_contract our_contract talks_dated price_objection terms_open", "project_manager executive")]
    [InlineData("terms_open", "closing", "contract_signed first_payment", "project_manager finance_lead")]
    [InlineData("contract_signed", "repeat", "repeat_order", "account_manager")]
    public void The_next_stage_says_what_it_lacks_and_who_drives_it(string known, string stage, string missing, string owners)
    {
        var next = Deal.Qualify(known).Next!;
        Assert.Equal((stage, missing, owners), (next.Stage.Id, string.Join(' ', next.Missing), string.Join(' ', next.Stage.Owners)));
    }

    [Fact]
    public void After_the_last_stage_nothing_is_next() => Assert.Null(Deal.Qualify("contract_signed repeat_order").Next);

    [Fact]
    public void A_foundation_gap_names_each_stage_below_and_what_it_lacks()
    {
        var found = Deal.Qualify("price_objection visits needs_stated contact_made core_needs");
        Assert.Equal(
            ["target: material_accepted visit_appointed", "initiation: project_org go_live_planned budget_known",
                "recognition: bid_won payer_prefers_us majority_for_us"],
            found.Gaps.Select(gap => $"{gap.Stage.Id}: {string.Join(' ', gap.Missing)}"));
    }

    [Fact]
    public void A_claim_stands_beside_what_is_earned()
    {
        var found = Deal.Qualify(Target, claimed: "closing");
        Assert.Equal(("target", "closing"), (found.Earned?.Id, found.Claimed?.Id));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Comparing_ages_in_fourteen_days(int days, bool stale)
    {
        var sheet = FactSheet.Of([new KaBot.Funnel.Facts.Fact("evaluating", new FactValue.Flag(true), Certainty.Stated, Deal.Now)]);
        Assert.Equal(stale, Qualifier.Qualify(Deal.Playbook, sheet, Deal.Now.AddDays(days)).Stale);
    }

    [Fact]
    public void Standing_carries_the_facts_behind_it() =>
        Assert.Equal(["project_team", "decision_process"],
            Deal.Qualify("decision_process project_team").Criteria["project_org"].Facts.Select(fact => fact.Id));
}
