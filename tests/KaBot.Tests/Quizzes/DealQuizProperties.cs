using System.Collections.Immutable;
using FsCheck.Xunit;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Funnel.Stages;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary>What holds for the deal quiz whatever the rep knows.</summary>
public sealed class DealQuizProperties
{
    private static readonly Playbook Playbook = Deal.Playbook;

    [Property(MaxTest = 400)]
    public bool It_ends_at_the_stages_that_all_facts_would_give(byte[] deal)
    {
        var known = RandomDeals.Wild(deal);
        return Result(Play(known).Quiz.Facts) == Result(known);
    }

    [Property(MaxTest = 200)]
    public bool It_ends_at_the_same_stages_when_part_was_known_before(byte[] before, byte[] told)
    {
        var (known, learnt) = (RandomDeals.Wild(before), RandomDeals.Wild(told));
        var all = learnt.All.Aggregate(known, (sheet, fact) => Sure(known[fact.Id]) ? sheet : sheet.With(fact));
        var quiz = DealQuiz.Start(Playbook, RandomDeals.Guide.Deal, known, Deal.Now);
        var run = DealQuizRun.Play(quiz, id => learnt[id]);
        return Result(run.Quiz.Facts) == Result(all) && !run.Asked.Any(id => Sure(known[id]));
    }

    [Property(MaxTest = 150)]
    public bool Every_answer_could_have_changed_the_result(byte[] deal)
    {
        var known = RandomDeals.Wild(deal);
        var asked = Play(known).Asked;
        return asked.Select((id, index) => CanMatter(known, [.. asked.Take(index)], id)).All(matters => matters);
    }

    [Property(MaxTest = 200)]
    public bool Nothing_is_asked_twice_and_questions_stay_few(byte[] deal)
    {
        var run = Play(RandomDeals.Wild(deal));
        return run.Asked.Distinct().Count() == run.Asked.Length && run.Questions <= 12 && run.Questions <= run.Asked.Length;
    }

    /// <summary>
    /// Whether two answers to a fact can lead to two results, with what was answered before as it was. Enough to look where stages
    /// above are not earned and those below are, over everything that may be so within the fact's own stage.
    /// </summary>
    private static bool CanMatter(FactSheet known, ImmutableArray<string> before, string factId)
    {
        var stage = Playbook.Stages.First(stage => stage.Rule.By == factId || FactsOf(stage).Contains(factId));
        var answered = FactSheet.Of(before.Select(id => known[id]).OfType<KaBot.Funnel.Facts.Fact>());
        foreach (var below in Playbook.Stages.TakeWhile(other => other != stage))
            foreach (var id in FactsOf(below).Except(before)) answered = answered.With(Yes(id));
        string[] open = [.. FactsOf(stage).Except(before).Where(id => id != factId)];
        var sizes = stage.Rule.By is { } by && by != factId && !before.Contains(by)
            ? Playbook.Fact(by)!.Choices.Select(choice => answered.With(Yes(by) with { Value = new FactValue.Choice(choice.Id) })) : [answered];
        var answers = Playbook.Fact(factId)!.Choices.Select(choice => (FactValue)new FactValue.Choice(choice.Id)).DefaultIfEmpty(Yes(factId).Value).ToList();
        return sizes.Any(sheet => Enumerable.Range(0, 1 << open.Length).Any(pattern =>
        {
            var world = open.Where((_, bit) => (pattern >> bit & 1) == 1).Aggregate(sheet, (now, id) => now.With(Yes(id)));
            return answers.Select(value => Result(world.With(Yes(factId) with { Value = value }))).Append(Result(world)).Distinct().Count() > 1;
        }));
    }

    private static IEnumerable<string> FactsOf(StageDefinition stage) => stage.Criteria.SelectMany(id => Playbook.Criterion(id).Facts);

    private static bool Sure(KaBot.Funnel.Facts.Fact? fact) => fact is { Certainty: Certainty.Stated, Value: not (FactValue.Open or FactValue.Flag { Value: false }) }
        && !Ageing.IsStale(Playbook.Fact(fact.Id)!, fact, Deal.Now);

    private static KaBot.Funnel.Facts.Fact Yes(string id) => Deal.Yes(Playbook.Fact(id)!);

    private static DealQuizRun Play(FactSheet known) => DealQuizRun.Play(DealQuiz.Start(Playbook, RandomDeals.Guide.Deal), id => known[id]);

    private static (string?, string?) Result(FactSheet facts)
    {
        var found = Qualifier.Qualify(Playbook, facts, Deal.Now);
        return (found.Earned?.Id, found.Solid?.Id);
    }
}
