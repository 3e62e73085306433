using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Coaching;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Care;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Coaching.People;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Language;

namespace KaBot.Tests.Cards;

/// <summary>The coach's cards, for the deal of <see cref="Samples"/>.</summary>
internal static class CoachSamples
{
    private static readonly CoachingGuide Guide = PlaybookFolder.LoadAll(PlaybookFolder.Shipped).Coaching;
    private static readonly Situation Deal = Situation.Of(Samples.Playbook, Samples.Facts, Samples.Now, "closing");
    private static readonly Advice Advice = Advice.For(Guide, Deal, Samples.Deal.Account);

    private static readonly PlannedAction Plan = new("p1", Samples.Deal.Id, "ask_budget", "key", "周五问刘总预算", new DateOnly(2026, 3, 4), PlanState.Accepted, null, Samples.Now);

    private static readonly Ledger Ledger = Ledger.Open(new PriceFrame(3_800_000m, 3_600_000m, 3_300_000m))
        .With(new Concession("1", ConcessionKind.Asked, "8折", 3_040_000m, "刘总", Samples.Now))
        .With(new Concession("2", ConcessionKind.Given, "95折", 3_610_000m, null, Samples.Now))
        .With(new Concession("3", ConcessionKind.Offered, "[325万](https://evil.example)", 3_250_000m, null, Samples.Now));

    private static readonly Contact[] Contacts =
    [
        new("c1", "周总", "副总经理", ["key_person", "payer"], Side.Neutral, 3, "familiar"),
        new("c2", "王主任", null, ["sponsor"], Side.ForUs, 2, "trusted", "c1"),
        new("c3", "李工", "运维", ["technical_head"], Side.Against, 1, "met", "c2"),
        new("c4", "陈燕", "仓储主管", ["opinion_leader"], Side.ForUs, 1, "approved", "c1"),
        new("c5", "[x](https://evil.example)", null, ["gatekeeper"], Side.Neutral, 1, "met", "c1"),
        new("c6", "何总监", null, [], Side.Neutral, 2, "partner", "c1"),
    ];

    public static IEnumerable<(string Name, Card Card)> All(Texts texts)
    {
        yield return ("advice", AdviceCard.Of(texts, new AdviceView(Samples.Deal, Samples.Playbook, Advice, [Plan],
            CarePlan.Between(Guide.Care, _ => new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 12)), Guide.Care.Evidence, new DateOnly(2026, 3, 5))));
        yield return ("planned", PlannedCard.Of(texts, new PlannedView(Samples.Deal, [Plan], new DateOnly(2026, 3, 5))));
        yield return ("advice-plan", PlanCard.Of(texts, new PlanView(Samples.Deal, Plan, texts["advice.due.past"])));
        yield return ("tactics", TacticsCard.Of(texts, new TacticsView(Samples.Deal, Guide.Tactics, Advice, null, "")));
        yield return ("questions", QuestionsCard.Of(texts, new QuestionsView(Samples.Deal, Guide.Needs, QuestionScript.For(Guide.Needs, Deal, "payer"), Advice.Wording)));
        yield return ("answers", QuestionsCard.Answers(texts, new QuestionsView(Samples.Deal, Guide.Needs, QuestionScript.For(Guide.Needs, Deal, "payer"), Advice.Wording)));
        yield return ("ledger", LedgerCard.Of(texts, new LedgerView(Samples.Deal, Ledger, null, null)));
        yield return ("ledger-prices", LedgerCard.Of(texts, new LedgerView(Samples.Deal, null, 3_800_000m, null)));
        yield return ("people", PeopleCard.Of(texts, new PeopleView(Samples.Deal, Guide.People, PeopleMap.Of(Guide.People, Contacts))));
        yield return ("contact", ContactCard.Of(texts, new ContactView(Samples.Deal, Guide.People, Contacts[1], [Contacts[0]], null, Known: true)));
        var (play, reply) = Play.Begin(Guide.RolePlay, Deal, Ledger);
        yield return ("play", PlayCards.Opening(texts, Samples.Deal, play, Spoken.Of(texts, Advice.Wording, reply.Say)));
        play = play.Next(Guide.RolePlay, "给您 9 折吧").Play;
        yield return ("play-feedback", PlayCards.Feedback(texts, Samples.Deal, null, Feedback.On(Guide.RolePlay, play), Guide.RolePlay, play));
    }
}
