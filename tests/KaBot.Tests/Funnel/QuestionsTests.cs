using KaBot.Funnel.Stages;

namespace KaBot.Tests.Funnel;

/// <summary>What is asked next, most useful first.</summary>
public sealed class QuestionsTests
{
    [Theory]
    [InlineData("", "material_accepted contact_made visit_appointed amount close_date")]
    [InlineData("contact_made material_accepted=no", "visit_appointed material_accepted amount close_date")]
    [InlineData("contact_made material_accepted amount close_date", "visits evaluating needs_stated sponsor")]
    [InlineData("contact_made material_accepted visits needs_stated amount close_date",
        "project_team decision_process go_live budget core_needs competitors org_size")]
    [InlineData("contact_made material_accepted visits ~evaluating ?needs_stated sponsor org_size=sme project_team decision_process core_needs amount close_date",
        "bid_won payer_prefers_us majority_for_us evaluating needs_stated")]
    [InlineData("outcome=lost", "outcome_reason")]
    [InlineData("outcome=stalled go_live=open", "outcome_reason")]
    [InlineData("outcome=lost outcome_reason", "")]
    public void The_next_stage_comes_first_then_the_rest(string known, string asked) => Assert.Equal(asked, Asked(known));

    [Fact]
    public void A_gap_in_the_foundation_comes_after_what_the_next_stage_lacks_and_before_what_a_negotiation_presumes()
    {
        var asked = Asked("contact_made material_accepted visits needs_stated price_objection").Split(' ');
        Assert.Equal(["contract_signed", "first_payment"], asked[..2]);
        Assert.True(Array.IndexOf(asked, "budget") < Array.IndexOf(asked, "key_person_known"));
        Assert.Equal(["amount", "close_date"], asked[2..4]);
    }

    [Theory]
    [InlineData("visits", "evaluating needs_stated sponsor", "contact_made")]
    [InlineData("visits=4 sponsor project_team decision_process budget go_live competitors core_needs", "bid_won payer_prefers_us amount", "contact_made")]
    [InlineData("bid_won amount", "their_contract our_contract close_date", "material_accepted")]
    [InlineData("contract_signed", "first_payment shipped amount", "evaluating")]
    [InlineData("first_payment", "contract_signed shipped amount", "evaluating")]
    [InlineData("contract_signed first_payment shipped amount close_date", "repeat_order", "contact_made")]
    public void It_looks_forward_and_what_a_later_fact_made_pointless_comes_when_nothing_else_is_left(string known, string first, string last)
    {
        var asks = Asks(known);
        Assert.Equal(first.Split(' '), asks.Select(ask => ask.FactId).Take(first.Split(' ').Length));
        var pointless = Assert.Single(asks, ask => ask.FactId == last);
        Assert.Equal(AskedFor.Record, pointless.For);
        Assert.NotNull(pointless.Question);
        Assert.All(asks.SkipWhile(ask => ask.For != AskedFor.Record), ask => Assert.Equal(AskedFor.Record, ask.For));
    }

    [Fact]
    public void The_next_order_waits_until_this_one_is_shipped() => Assert.DoesNotContain("repeat_order", Asked("contract_signed first_payment shipped=no"));

    [Fact]
    public void What_only_changes_its_words_is_asked_in_its_place() =>
        Assert.Equal("合同是哪天签的？", Asks("contract_signed first_payment shipped amount").Single(ask => ask.FactId == "close_date").Question!.In("zh-CN"));

    [Fact]
    public void What_this_check_in_has_answered_is_not_asked_again()
    {
        var sheet = Deal.Of("contact_made=no");
        var found = Qualifier.Qualify(Deal.Playbook, sheet, Deal.Now);
        Assert.DoesNotContain(Questions.Next(Deal.Playbook, sheet, found, Deal.Now, since: Deal.Now), ask => ask.FactId == "contact_made");
        Assert.Contains(Questions.Next(Deal.Playbook, sheet, found, Deal.Now, Deal.Now.AddMinutes(1)), ask => ask.FactId == "contact_made");
    }

    [Fact]
    public void Competitors_said_to_be_none_are_not_nagged_about() => Assert.DoesNotContain("competitors", Asked("competitors=none visits sponsor"));

    private static string Asked(string known) => string.Join(' ', Asks(known).Select(ask => ask.FactId));

    private static IReadOnlyList<Ask> Asks(string known)
    {
        var sheet = Deal.Of(known);
        return Questions.Next(Deal.Playbook, sheet, Qualifier.Qualify(Deal.Playbook, sheet, Deal.Now), Deal.Now, Deal.Now.AddMinutes(1));
    }
}
