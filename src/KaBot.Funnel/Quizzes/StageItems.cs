using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>A situation, and the question which stage it has earned.</summary>
internal sealed class StageItems(Playbook playbook, PracticeGuide guide)
{
    private const int Shown = 4;
    private const string NoStage = "none";
    private readonly Phrasing _say = new(playbook, guide);

    /// <summary>A deal that has earned a stage, some of what came before, and something of the next that does not suffice.</summary>
    public PracticeItem? Make(StageDefinition stage, Dice dice)
    {
        var story = new Story(playbook, guide, dice);
        story.Open();
        story.Holds(Below(stage, dice).Concat(Enough(stage, story.Facts, dice)));
        if (stage.Rule.After is { } after) story.Holds(Enough(playbook.Stage(after)!, story.Facts, dice));
        Tease(story, stage, dice);
        return Finish(story, null, dice) is { } item && item.Right == stage.Id ? item : null;
    }

    /// <summary>A deal as it was, told without names; what decides it first, all of it when that is not enough.</summary>
    public PracticeItem? FromDeal(FactSheet facts, string? claimed, Dice dice)
    {
        var found = Qualifier.Qualify(playbook, facts, Story.At);
        var (earned, claim) = (playbook.Rank(found.Earned?.Id), playbook.Rank(claimed));
        var telling = playbook.Stages.Where((_, rank) => rank >= earned - 1 && rank <= Math.Max(earned, claim)).SelectMany(FactsOf).ToHashSet();
        return Tell(telling.Contains) ?? Tell(_ => true);

        PracticeItem? Tell(Func<string, bool> told)
        {
            var known = facts.All.Where(fact => fact.Certainty == Certainty.Stated && guide.Clues.ContainsKey(fact.Id) && told(fact.Id)).ToList();
            if (known.Count == 0) return null;
            var story = new Story(playbook, guide, dice);
            story.Open(playbook.Stages.Select(stage => stage.Rule.By).OfType<string>().Select(by => (facts[by]?.Value as FactValue.Choice)?.Id).FirstOrDefault());
            story.Holds(known.Where(fact => Qualifier.Holds(fact.Value)).Select(fact => fact.Id));
            foreach (var fact in known.Where(fact => !Qualifier.Holds(fact.Value))) story.Fails(fact.Id);
            var item = Finish(story, claim > earned ? playbook.Stage(claimed) : null, dice);
            return item?.Right == (found.Earned?.Id ?? NoStage) ? item : null;
        }
    }

    private PracticeItem? Finish(Story story, StageDefinition? claimed, Dice dice)
    {
        var found = Qualifier.Qualify(playbook, story.Facts, Story.At);
        var rank = playbook.Rank(found.Earned?.Id);
        var wrong = playbook.Stages.Where(stage => stage != found.Earned).OrderBy(stage => Math.Abs(playbook.Rank(stage.Id) - rank) + dice.NextDouble())
            .Take(Shown - 1).ToList();
        if (claimed is not null && !wrong.Contains(claimed)) wrong[^1] = claimed;
        claimed ??= wrong.Where(stage => playbook.Rank(stage.Id) > rank).OrderBy(_ => dice.Next()).FirstOrDefault();
        if (claimed is not null) story.Claim(claimed);
        var right = found.Earned is { } earned ? Option(earned) : new PracticeOption(NoStage, _say["no_stage"]);
        return new PracticeItem("", PracticeKind.Stage, story.Facts, story.Text, _say["stage_question"],
            [.. wrong.Select(Option).Append(right).OrderBy(option => playbook.Rank(option.Id))], right.Id,
            Explain(found, claimed, story.Facts), Turning(found, claimed, story.Facts));
    }

    private Words Explain(Qualification found, StageDefinition? claimed, FactSheet facts)
    {
        var parts = new[] { Part("explain_stage", found.Earned), Part("explain_claim", claimed) }.OfType<Words>().ToList();
        return Phrasing.Of(language => Phrasing.Join(parts.Select(part => part.In(language))));

        Words? Part(string phrase, StageDefinition? stage)
        {
            if (stage is null) return null;
            var requirement = Qualifier.Requirement(stage, facts);
            return _say.Say(phrase, ("stage", stage.Name), ("rule", _say.Rule(stage, requirement)), ("met", _say.Names(Phrasing.Met(requirement, found))));
        }
    }

    private static ImmutableArray<string> Turning(Qualification found, StageDefinition? claimed, FactSheet facts) =>
    [
        .. found.Earned is null ? [] : Phrasing.Met(Qualifier.Requirement(found.Earned, facts), found),
        .. claimed is null ? [] : Qualifier.Requirement(claimed, facts).Of.Where(id => !found.Counts(id)),
    ];

    /// <summary>Just what the stage's rule takes, any way of meeting it.</summary>
    private IEnumerable<string> Enough(StageDefinition stage, FactSheet facts, Dice dice)
    {
        var requirement = Qualifier.Requirement(stage, facts);
        return requirement.Of.OrderBy(_ => dice.Next()).Take(requirement.AtLeast).SelectMany(id => playbook.Criterion(id).Facts);
    }

    /// <summary>Two or three facts of earlier stages that still go with a deal so far on.</summary>
    private IEnumerable<string> Below(StageDefinition stage, Dice dice) => playbook.Stages.Take(playbook.Rank(stage.Id)).SelectMany(FactsOf)
        .Where(id => playbook.Rank(guide.Clues[id].Until) is var until && (until < 0 || until >= playbook.Rank(stage.Id)))
        .OrderBy(_ => dice.Next()).Take(dice.Next(2, 4)).ToList();

    /// <summary>Something of the stage above that looks like more than it is.</summary>
    private void Tease(Story story, StageDefinition stage, Dice dice)
    {
        if (playbook.Stages.ElementAtOrDefault(playbook.Rank(stage.Id) + 1) is not { } next) return;
        var requirement = Qualifier.Requirement(next, story.Facts);
        if (requirement.AtLeast > 1 && dice.Next(2) == 0)
            story.Holds(requirement.Of.OrderBy(_ => dice.Next()).Take(requirement.AtLeast - 1).SelectMany(id => playbook.Criterion(id).Facts));
        else if (FactsOf(next).Where(id => playbook.Rank(guide.Clues[id].From) <= playbook.Rank(stage.Id) && story.Facts[id] is null).ToList() is { Count: > 0 } left)
            story.Fails(left[dice.Next(left.Count)]);
    }

    private IEnumerable<string> FactsOf(StageDefinition stage) => stage.Criteria.SelectMany(id => playbook.Criterion(id).Facts);

    private static PracticeOption Option(StageDefinition stage) => new(stage.Id, stage.Name);
}
