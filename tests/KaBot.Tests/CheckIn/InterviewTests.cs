using KaBot.CheckIn;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Storage;

namespace KaBot.Tests.CheckIn;

/// <summary>The steps of a check-in, apart from any chat.</summary>
public sealed class InterviewTests
{
    private static readonly Playbook Playbook = PlaybookFolder.Load(PlaybookFolder.Shipped);
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Snapshot Latest = new("s", "d", 1, "p", Now.AddDays(-3), "a", "1", null, null, null, FactSheet.Of([Budget(50)]));
    private readonly Interview _interview = new(Playbook, Latest, Now);
    private readonly Draft _draft = Draft.Begin("d", Now);

    [Fact]
    public void News_against_what_is_known_waits_for_the_rep()
    {
        var doubted = _interview.Take(_draft, Budget(80));
        Assert.Equal(Budget(80), doubted.Doubted);
        Assert.Equal(Budget(50), _interview.Sheet(doubted)["budget"]);
        Assert.Equal(Budget(80), _interview.Sheet(Interview.Settle(doubted, keepTold: true))["budget"]);
        Assert.Equal(Budget(50), _interview.Sheet(Interview.Settle(doubted, keepTold: false))["budget"]);
    }

    [Theory]
    [InlineData("EUR", "sorry, I meant 85k", "EUR")]
    [InlineData("EUR", "改成85万", "EUR")]
    [InlineData("EUR", "$85k", "CNY")]
    [InlineData("EUR", "85万元", "CNY")]
    [InlineData("CNY", "85k", "CNY")]
    public void A_sum_without_a_currency_is_in_the_deals_own(string known, string words, string currency)
    {
        var interview = new Interview(Playbook, Latest with { Facts = FactSheet.Of([Budget(50) with { Value = new FactValue.Money(50_000, 50_000, known) }]) }, Now);
        var told = Budget(85) with { Evidence = new Evidence(words, "p", Now, "a") };
        Assert.Equal(currency, ((FactValue.Money)interview.Sheet(interview.Take(_draft, told, stands: true))["budget"]!.Value).Currency);
        Assert.Equal(currency, ((FactValue.Money)interview.Sheet(interview.Take(_draft, told with { Id = "amount" }))["amount"]!.Value).Currency);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(90)]
    public void An_answer_to_the_question_itself_ends_the_doubt(int answer)
    {
        var asked = Interview.Again(_interview.Take(_draft, Budget(80)), "budget");
        var answered = _interview.Take(asked, Budget(answer));
        Assert.Null(answered.Doubted);
        Assert.Equal(Budget(answer), _interview.Sheet(answered)["budget"]);
    }

    [Fact]
    public void What_was_told_and_struck_goes_back_to_what_was_known_and_then_to_nothing()
    {
        var told = Interview.Settle(_interview.Take(_draft, Budget(80)), keepTold: true);
        var once = _interview.Strike(told, "budget");
        Assert.Equal(Budget(50), _interview.Sheet(once)["budget"]);
        Assert.Null(_interview.Sheet(_interview.Strike(once, "budget"))["budget"]);
    }

    [Fact]
    public void News_that_overtakes_the_question_asks_another_and_the_one_left_does_not_count()
    {
        var asked = _interview.Next(_draft);
        Assert.Equal("material_accepted", asked.Asked);
        var after = _interview.Onward(_interview.Take(asked, Yes("contract_signed")), asked);
        Assert.Equal(("first_payment", 1), (after.Asked, after.Trail.Count));
        Assert.Equal("material_accepted", _interview.Onward(_interview.Take(asked, Yes("contact_made")), asked).Asked);
    }

    [Fact]
    public void A_question_that_the_rep_chose_stays_whatever_else_is_told()
    {
        var chosen = Interview.Again(_draft, "budget");
        Assert.Equal("budget", _interview.Onward(_interview.Take(chosen, Yes("contract_signed")), chosen).Asked);
    }

    [Fact]
    public void A_deal_that_comes_back_has_neither_an_end_nor_its_reason()
    {
        var lost = new Interview(Playbook, Latest with { Facts = Latest.Facts.With(Choice("outcome", "lost")).With(Choice("outcome_reason", "price")) }, Now);
        Assert.True(lost.Over(_draft));
        var back = lost.Revive(_draft);
        Assert.False(lost.Over(back));
        Assert.Null(lost.Sheet(back)["outcome_reason"]);
        Assert.Equal("material_accepted", lost.Next(back).Asked);
    }

    private static Fact Yes(string id) => new(id, new FactValue.Flag(true), Certainty.Stated, Now);

    private static Fact Choice(string id, string choice) => new(id, new FactValue.Choice(choice), Certainty.Stated, Now.AddDays(-3));

    private static Fact Budget(decimal wan) => new("budget", new FactValue.Money(wan * 10_000, wan * 10_000, "CNY"), Certainty.Stated, Now);
}
