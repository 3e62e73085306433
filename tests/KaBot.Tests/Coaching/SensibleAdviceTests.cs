using KaBot.Funnel.Coaching;
using KaBot.Language;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching;

/// <summary>What a colleague would never advise at that point.</summary>
public sealed class SensibleAdviceTests
{
    private const string Won = "visits needs_stated core_needs bid_won";

    [Theory]
    [InlineData(Won, "ask_budget find_sponsor name_rivals get_through agree_visit")]
    [InlineData("visits", "get_through agree_visit send_material")]
    [InlineData("visits price_objection first_payment", "find_key_person confirm_solution confirm_dates ask_award_mode send_contract date_talks answer_price")]
    [InlineData("contract_signed", "next_order ask_budget map_project")]
    [InlineData("contract_signed first_payment", "next_order")]
    [InlineData("outcome=stalled", "get_through agree_visit")]
    [InlineData("org_size=government visits payer_prefers_us bid_won=no", "send_contract date_talks win_bid ask_their_contract")]
    [InlineData("org_size=government visits payer_prefers_us", "send_contract date_talks ask_their_contract")]
    [InlineData("outcome=lost outcome_reason=no_budget", "learn_from_loss")]
    public void It_is_not_advised(string known, string never) => Assert.Empty(Actions(known).Intersect(never.Split(' ')));

    [Theory]
    [InlineData("contract_signed", "get_first_payment ship_goods")]
    [InlineData("first_payment", "get_signature ship_goods")]
    [InlineData("contract_signed first_payment shipped", "next_order")]
    [InlineData("outcome=stalled visits", "revive")]
    [InlineData("outcome=lost outcome_reason=competitor", "learn_from_loss")]
    [InlineData("outcome=lost outcome_reason=priority", "leave_door_open")]
    public void But_this_is(string known, string always) => Assert.Empty(always.Split(' ').Except(Actions(known)));

    [Theory]
    [InlineData("price_objection", true)]
    [InlineData("price_objection first_payment", false)]
    [InlineData("price_objection contract_signed", false)]
    [InlineData("price_objection outcome=stalled", false)]
    public void Nobody_is_warned_of_talks_that_are_over(string known, bool warned) => Assert.Equal(warned, Advise(known).Readiness.Warned);

    [Fact]
    public void A_reason_does_not_repeat_the_criterion_and_whom_we_heard_of_is_not_unknown()
    {
        var advice = Advise("visits needs_stated ?competitors org_size=sme");
        var why = advice.Actions.ToDictionary(action => action.Action.Id, action => Spoken.Why(Situations.Texts("zh-CN"), advice.Wording, action));
        Assert.DoesNotContain(why.Values, text => text.Contains("还不知道在和谁比", StringComparison.Ordinal));
        var confirm = Advise("contact_made material_accepted visits needs_stated ?budget");
        var budget = Spoken.Why(Situations.Texts("zh-CN"), confirm.Wording, confirm.Actions.Single(action => action.Action.Id == "ask_budget"));
        Assert.Equal(1, budget.Split("预算范围清楚").Length - 1);
    }

    [Theory]
    [InlineData("2026-06-30", "6月底", "30 June")]
    [InlineData("2026-06-12", "6月12日", "12 June")]
    [InlineData("2027-06-30", "明年6月底", "30 June next year")]
    [InlineData("2028-01-05", "2028年1月5日", "5 January 2028")]
    public void A_day_is_said_as_one_says_it(string day, string chinese, string english)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((chinese, english), (Days.Spoken(Situations.Texts("zh-CN"), date, new DateOnly(2026, 3, 5)), Days.Spoken(Situations.Texts("en-US"), date, new DateOnly(2026, 3, 5))));
    }

    private static IEnumerable<string> Actions(string known) => Advise(known).Actions.Select(action => action.Action.Id);

    private static Advice Advise(string known) => Advice.For(Situations.Knowledge.Coaching, Situation.Of(Deal.Playbook, Deal.Of(known), Deal.Now));
}
