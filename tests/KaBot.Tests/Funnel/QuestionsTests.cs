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
        "bid_won payer_prefers_us majority_for_us needs_stated evaluating")]
    [InlineData("outcome=lost", "")]
    public void The_next_stage_comes_first_then_the_rest(string known, string asked) => Assert.Equal(asked, Asked(known));

    [Fact]
    public void A_gap_in_the_foundation_comes_after_what_the_next_stage_lacks_and_before_what_a_negotiation_presumes()
    {
        var asked = Asked("contact_made material_accepted visits needs_stated price_objection").Split(' ');
        Assert.Equal(["contract_signed", "first_payment"], asked[..2]);
        Assert.True(Array.IndexOf(asked, "budget") < Array.IndexOf(asked, "key_person_known"));
        Assert.True(Array.IndexOf(asked, "award_mode") < Array.IndexOf(asked, "amount"));
    }

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

    private static string Asked(string known)
    {
        var sheet = Deal.Of(known);
        var asks = Questions.Next(Deal.Playbook, sheet, Qualifier.Qualify(Deal.Playbook, sheet, Deal.Now), Deal.Now, Deal.Now.AddMinutes(1));
        return string.Join(' ', asks.Select(ask => ask.FactId));
    }
}
