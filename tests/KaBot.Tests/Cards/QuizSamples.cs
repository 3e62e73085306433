using System.Collections.Immutable;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Quizzes;
using KaBot.Funnel.Stages;
using KaBot.Language;
using KaBot.Pipeline;
using KaBot.Quiz;
using Fact = KaBot.Funnel.Facts.Fact;

namespace KaBot.Tests.Cards;

/// <summary>The cards of the quizzes and of the funnel, for the deal of <see cref="Samples"/>.</summary>
internal static class QuizSamples
{
    private static readonly Knowledge Knowledge = PlaybookFolder.LoadAll(PlaybookFolder.Shipped);
    private static readonly Practice Practice = new(Samples.Playbook, Knowledge.Coaching, Knowledge.Quizzes.Practice);
    private static readonly QuizDraft Draft = QuizDraft.Begin(Samples.Deal.Id, Samples.Now, "closing") with { Question = 2, Questions = 2, Stage = "closing", Shown = ["contract_signed", "first_payment"] };

    public static IEnumerable<(string Name, Card Card)> All(Texts texts)
    {
        var quiz = DealQuiz.Start(Samples.Playbook, Knowledge.Quizzes.Deal, Samples.Before, Samples.Now);
        yield return ("quiz-claim", QuizCards.Claim(texts, Samples.Deal, Samples.Playbook, Draft, null));
        yield return ("quiz-claimed", QuizCards.Claimed(texts, Samples.Deal, Samples.Playbook.Stage("closing")));
        yield return ("quiz-ask", QuizCards.Ask(texts, Samples.Deal, Samples.Playbook, Draft, quiz.Next!, texts["quiz.why.missing"]));
        yield return ("quiz-size", QuizCards.Ask(texts, Samples.Deal, Samples.Playbook, Draft, new DealQuestion(Samples.Playbook.Stage("initiation")!, ["org_size"], null), null));
        yield return ("quiz-value", QuizCards.Value(texts, Samples.Deal, Draft, Samples.Playbook.Fact("sponsor")!, null));
        yield return ("quiz-answered", QuizCards.Answered(texts, Samples.Deal, Samples.Playbook, Draft, Draft with { Ticked = ["first_payment"] }));
        yield return ("quiz-left", QuizCards.Left(texts, Samples.Deal));
        yield return ("quiz-meanwhile", QuizCards.Meanwhile(texts, Samples.Deal, "d-02", same: false));
        foreach (var saved in new[] { false, true })
            yield return (saved ? "quiz-result-saved" : "quiz-result", QuizResultCard.Of(texts, new QuizResultView(Samples.Deal, Draft.QuestionId, Samples.Playbook,
                Qualifier.Qualify(Samples.Playbook, Samples.Facts, Samples.Now, "closing"), Samples.Facts, FactSheet.Of([Samples.Facts["price_objection"]!]), 5, saved)));
        foreach (var (name, skill) in new[] { ("stage", "stage:initiation"), ("missing", "missing:initiation:budget_known"), ("tactic", Practice.Skills.First(one => one.StartsWith("tactic:", StringComparison.Ordinal))) })
            yield return ("practice-" + name, PracticeCards.Ask(texts, Item(Practice.Make(skill, 7)!)));
        var own = Item(Practice.FromDeal("s-01", Samples.Facts, "closing", 3)!);
        yield return ("practice-own", PracticeCards.Ask(texts, own));
        yield return ("practice-right", PracticeCards.Answered(texts, own, own.Item.Right));
        yield return ("practice-wrong", PracticeCards.Answered(texts, own, own.Item.Options.First(option => option.Id != own.Item.Right).Id));
        yield return ("practice-done", PracticeCards.Done(texts, 4, 5, 6));
        yield return ("progress-few", ProgressCard.Of(texts, Samples.Playbook, new ProgressView(Progress.Of([], []), [], null, [], true, false)));
        yield return ("progress", ProgressCard.Of(texts, Samples.Playbook, Judged));
        yield return ("funnel", FunnelCard.Of(texts, Funnel));
        yield return ("funnel-none", FunnelCard.Of(texts, Funnel with { Now = Of([]), Before = Of([]), Team = 3, HasTeam = true }));
    }

    private static PracticeView Item(PracticeItem item) => new(item, 7, 2, PracticePlan.Session, 1);

    /// <summary>A manager who claims too, whose team of three has claims enough, and who is on the board.</summary>
    private static ProgressView Judged
    {
        get
        {
            var claims = new[] { ("u1", 60, "closing"), ("u1", 30, "negotiation"), ("u1", 3, "negotiation"), ("u2", 20, "closing"), ("u3", 10, "recognition") }
                .Select(one => Judgement.Of(Samples.Playbook, one.Item1, Samples.Now.AddDays(-one.Item2), one.Item3, Samples.Facts)!).ToImmutableArray();
            Attempt[] attempts = [new("missing:closing:contract_signed", new DateOnly(2026, 2, 1), true, ["contract_signed"]), new("stage:closing", new DateOnly(2026, 3, 4), false, ["contract_signed"])];
            return new ProgressView(Progress.Of([.. claims.Where(claim => claim.Rep == "u1")], attempts), [.. attempts],
                new TeamView(Progress.OfTeam(claims, attempts.ToLookup(_ => "u1"))), [new BoardLine("[张敏](https://evil.example)", true, 3, 2, 2), new BoardLine("Li Wei", false, 1, 0, 0)], true, true);
        }
    }

    /// <summary>Most deals pile up in the talks, one has been there for too long.</summary>
    private static FunnelView Funnel
    {
        get
        {
            DealTrack[] tracks =
            [
                .. Enumerable.Range(1, 3).Select(i => Track($"w{i}", 500_000, ("intent", 90), ("negotiation", 60))),
                .. Enumerable.Range(1, 3).Select(i => Track($"l{i}", 200_000, ("intent", 80), ("lost", 70))), .. Enumerable.Range(1, 2).Select(i => Track($"t{i}", null, ("target", 9))),
                Track("d-01", 3_800_000, ("target", 100), ("intent", 40)), Track("new", null, ("none", 2)),
            ];
            return new FunnelView(Samples.Playbook, FunnelMeasures.Of(Samples.Playbook, tracks, Samples.Now, new SalesTarget(8_000_000, "CNY", Samples.Now.AddDays(-60))), FunnelMeasures.Of(Samples.Playbook, tracks, Samples.Now - FunnelMeasures.Trend),
                new Dictionary<string, string> { ["d-01"] = "[恒瑞医药](https://evil.example) · 仓储系统升级" }, null, true,
                new DateOnly(2026, 1, 1), null);
        }
    }

    private static FunnelMeasures Of(DealTrack[] tracks) => FunnelMeasures.Of(Samples.Playbook, tracks, Samples.Now);

    private static DealTrack Track(string id, decimal? amount, params (string What, int DaysAgo)[] way)
    {
        var (moments, stage, facts) = (ImmutableArray.CreateBuilder<DealMoment>(), (string?)null, FactSheet.Of([Known("close_date", new FactValue.Date(new DateOnly(2026, 4, 30)))]));
        if (amount is { } worth) facts = facts.With(Known("amount", new FactValue.Money(worth, worth, "CNY")));
        foreach (var (what, days) in way)
        {
            if (what == "lost") facts = facts.With(Known("outcome", new FactValue.Choice(what)));
            else stage = what == "none" ? null : what;
            moments.Add(new DealMoment(Samples.Now.AddDays(-days), stage, facts));
        }
        return new DealTrack(id, moments.ToImmutable());
    }

    private static Fact Known(string id, FactValue value) => new(id, value, Certainty.Stated, Samples.Now);
}
