using System.Text.Json;
using KaBot.Cards;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Cards;

public sealed class StageCardTests
{
    private static readonly KaBot.Language.Texts Texts = Samples.Languages.For("zh-CN");

    [Fact]
    public void A_deal_of_which_everything_is_known_at_length_stays_under_the_limit()
    {
        var words = new string('长', 3000);
        var facts = FactSheet.Of(Samples.Playbook.Facts.Select(fact => new Fact(fact.Id, Value(fact.Kind, fact.Choices.FirstOrDefault()?.Id, words),
            Certainty.Stated, Samples.Now, new Evidence(words, "u1", Samples.Now, "a"))));
        var found = Qualifier.Qualify(Samples.Playbook, facts, Samples.Now);
        var view = Samples.Stage(StageCardState.Open) with
        {
            Deal = new("d", words, words), Facts = facts, Found = found,
            Since = Movement.Between(Samples.Playbook, FactSheet.Empty, null, facts, found.Earned!.Id),
        };
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(StageCard.Of(Texts, view).Render()).Length, 10_000, 80_000);
    }

    [Fact]
    public void Criteria_show_by_a_sign_and_in_words_where_they_stand()
    {
        var at = Samples.Now.AddDays(-60);
        var facts = FactSheet.Of(
        [
            new Fact("evaluating", new FactValue.Flag(true), Certainty.Stated, at),
            new Fact("needs_stated", new FactValue.Flag(true), Certainty.Hedged, at),
            new Fact("visits", new FactValue.Count(0), Certainty.Stated, at),
        ]);
        var found = Qualifier.Qualify(Samples.Playbook, facts, Samples.Now);
        var lines = KaBot.Chat.Terminal.TerminalCard.Of(JsonSerializer.SerializeToElement(
            StageCard.Of(Texts, Samples.Stage(StageCardState.Open) with { Facts = facts, Found = found }).Render()), all: true).Lines;
        Assert.Contains(lines, line => line.Contains("✓ 客户正在比较选型  " + Texts["criterion.stale"], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("? 客户明确提出了需求  " + Texts["criterion.confirm"], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("✗ 正式拜访过  " + Texts["criterion.notmet"], StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("○ 对方有中高层负责项目  " + Texts["criterion.unknown"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StageCardState.Open, "checkin.save,checkin.correct,checkin.claim,checkin.more")]
    [InlineData(StageCardState.Saved, "advice.show,negotiate.show,history.list,deals.list")]
    [InlineData(StageCardState.Past, "")]
    public void The_buttons_are_those_of_its_state(StageCardState state, string verbs) => Assert.Equal(verbs, string.Join(',',
        StageCard.Of(Texts, Samples.Stage(state)).Actions.OfType<KaBot.Cards.Elements.Execute>().Select(action => action.Verb)));

    private static FactValue Value(FactKind kind, string? choice, string words) => kind switch
    {
        FactKind.Flag => new FactValue.Flag(true),
        FactKind.Count => new FactValue.Count(3),
        FactKind.Date => new FactValue.Date(new DateOnly(2026, 9, 30)),
        FactKind.Money => new FactValue.Money(1, 2_000_000, "CNY"),
        FactKind.Text => new FactValue.Text(words),
        FactKind.List => new FactValue.List([words, words]),
        FactKind.Choice => new FactValue.Choice(choice!),
        _ => new FactValue.Choices([choice!]),
    };
}
