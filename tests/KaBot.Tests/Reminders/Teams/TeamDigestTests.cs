using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Reminders.Teams;
using KaBot.Storage;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Reminders.Teams;

/// <summary>What a manager is told of the week before Thursday 2026-03-05.</summary>
public sealed class TeamDigestTests
{
    private static readonly DateTimeOffset Now = Known.Now;

    [Fact]
    public void Who_told_and_who_did_not()
    {
        var digest = Digest(Member("张敏", true, Deal("a", "contact_made")), Member("李伟", false, Deal("b", "contact_made")), Member("新人", false));
        Assert.Equal("张敏", Assert.Single(digest.Answered).Name);
        // Somebody without deals has nothing to tell.
        Assert.Equal("李伟", Assert.Single(digest.Silent).Name);
    }

    [Fact]
    public void Stages_moved_up_and_down_since()
    {
        var digest = Digest(Member("张敏", true, Deal("up", "contact_made material_accepted", before: null), Deal("down", "contact_made", before: "intent"), Deal("same", "contact_made material_accepted", before: "target")));
        Assert.Equal(("up", null, "target"), (digest.Up.Single().Deal.Id, digest.Up.Single().From?.Id, digest.Up.Single().To?.Id));
        Assert.Equal(("down", "intent", null), (digest.Down.Single().Deal.Id, digest.Down.Single().From?.Id, digest.Down.Single().To?.Id));
    }

    [Fact]
    public void Claims_that_are_not_earned_and_gaps_by_amount()
    {
        var digest = Digest(
            Member("张敏", true, Deal("small", "price_objection", amount: 100_000, claimed: "negotiation"), Deal("claimed", "contact_made", claimed: "closing")),
            Member("李伟", true, Deal("large", "price_objection", amount: 9_000_000), Deal("lost", "price_objection outcome=lost", amount: 90_000_000)));
        Assert.Equal(["large", "small"], digest.Gaps.Select(gap => gap.Deal.Id));
        var claim = Assert.Single(digest.Claims);
        Assert.Equal(("claimed", "张敏", "closing"), (claim.Deal.Id, claim.Rep, claim.Claimed.Id));
    }

    [Fact]
    public void Stalled_and_overdue()
    {
        var digest = Digest(Member("张敏", true, Deal("stalled", "contact_made outcome=stalled"), Deal("late", "contact_made", close: -3), Deal("ahead", "contact_made", close: 3), Deal("won", "contract_signed outcome=won", close: -3)));
        Assert.Equal("stalled", Assert.Single(digest.Stalled).Deal.Id);
        Assert.Equal(("late", "close_date"), (Assert.Single(digest.Overdue).Deal.Id, digest.Overdue[0].FactId));
    }

    [Fact]
    public void The_month_is_the_sum_of_amount_times_win_of_open_deals_to_be_signed_in_it_by_currency()
    {
        var digest = Digest(Member("张敏", true,
            Deal("march", "price_objection", amount: 1_000_000, close: 10), Deal("also", "contact_made material_accepted", amount: 500_000, close: 20),
            Deal("april", "price_objection", amount: 7_000_000, close: 40), Deal("undated", "price_objection", amount: 7_000_000),
            Deal("lost", "price_objection outcome=lost", amount: 7_000_000, close: 10), Deal("dollars", "contract_signed", amount: 100, close: 1, currency: "USD")));
        Assert.Equal([new ForecastLine("CNY", 1_500_000, 550_000, 2), new ForecastLine("USD", 100, 80, 1)], digest.Forecast);
    }

    private static TeamDigest Digest(params TeamMember[] team) => TeamDigest.Of(Known.Playbook, team, Now.AddDays(-7), Now);

    private static TeamMember Member(string name, bool answered, params TeamDeal[] deals) => new(name, name, answered, deals);

    private static TeamDeal Deal(string id, string known, long? amount = null, int? close = null, string? claimed = null, string? before = "same", string currency = "CNY")
    {
        var facts = Known.Of(known);
        if (amount is { } worth) facts = facts.With(new Fact("amount", new FactValue.Money(worth, worth, currency), Certainty.Stated, Now));
        if (close is { } days) facts = facts.With(new Fact("close_date", new FactValue.Date(DateOnly.FromDateTime(Now.DateTime).AddDays(days)), Certainty.Stated, Now));
        var earned = KaBot.Funnel.Stages.Qualifier.Qualify(Known.Playbook, facts, Now).Earned?.Id;
        var latest = Snapshot(earned, claimed, facts);
        return new TeamDeal(new Deal(id, "a", "恒瑞医药", id, "p", Now.AddDays(-90), latest), before is null ? null : latest with { Earned = before == "same" ? earned : before });
    }

    private static Snapshot Snapshot(string? earned, string? claimed, FactSheet facts) =>
        new("s", "d", 1, "p", Now, "a", Known.Playbook.Version, earned, null, claimed, facts);
}
