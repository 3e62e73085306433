using KaBot.Funnel.Coaching;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching;

public sealed class ToldPhaseTests
{
    private static readonly CoachingGuide Guide = Situations.Knowledge.Coaching;
    private const string Haggling = "visits needs_stated price_objection";

    private static Situation At(string known) => Situation.Of(Deal.Playbook, Deal.Of(known), Deal.Now);

    private static Advice Advise(string known, ToldPhase? told) => Advice.For(Guide, At(known), told: told);

    private static readonly ToldPhase Early = ToldPhase.Of(Guide.Tactics, At(Haggling), Phase.Early, "rep");

    [Fact]
    public void It_is_followed_while_the_deal_stands_as_it_did()
    {
        Assert.Equal(Phase.Middle, Advise(Haggling, null).Tactics.Phase);
        var advice = Advise(Haggling + " core_needs", Early);
        Assert.Equal((Phase.Early, Early), (advice.Tactics.Phase, advice.Told));
    }

    [Theory]
    [InlineData("visits needs_stated price_objection contract_signed", "signed: another stage and another phase")]
    [InlineData("visits needs_stated price_objection payer_prefers_us their_contract our_contract first_payment", "the facts speak of the close now")]
    [InlineData("visits needs_stated", "nothing is haggled over any more")]
    public void It_lapses_when_the_deal_moves_on(string known, string why)
    {
        var advice = Advise(known, Early);
        Assert.True(advice.Told is null && advice.Tactics.Phase == Advise(known, null).Tactics.Phase, why);
    }

    [Fact]
    public void It_lapses_when_another_stage_is_claimed()
    {
        var claimed = Situation.Of(Deal.Playbook, Deal.Of(Haggling), Deal.Now, claimed: "closing");
        Assert.Null(Advice.For(Guide, claimed, told: Early).Told);
    }
}
