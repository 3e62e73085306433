using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Funnel.Quizzes;

/// <summary>A situation one criterion short of a stage, and the question which of some criteria completes it.</summary>
internal sealed class MissingItems(Playbook playbook, PracticeGuide guide)
{
    private const int Shown = 4;
    private readonly Phrasing _say = new(playbook, guide);

    /// <summary>Every stage with each criterion it may ask for. A stage that follows another has no situation of its own one short of it.</summary>
    public IEnumerable<(StageDefinition Stage, string Criterion)> Pairs => playbook.Stages.Where(stage => stage.Rule.After is null)
        .SelectMany(stage => stage.Rule.Cases.Select(@case => @case.Requirement).Append(stage.Rule.Otherwise).SelectMany(requirement => requirement.Of).Distinct()
            .Select(criterion => (stage, criterion)));

    public PracticeItem? Make(StageDefinition stage, string missing, Dice dice)
    {
        var story = new Story(playbook, guide, dice);
        story.Open();
        var requirement = Qualifier.Requirement(stage, story.Facts);
        if (!requirement.Of.Contains(missing)) return null;
        var there = requirement.Of.Where(id => id != missing).OrderBy(_ => dice.Next()).Take(requirement.AtLeast - 1).ToList();
        story.Holds(Below(stage, dice).Concat(there).SelectMany(id => playbook.Criterion(id).Facts));
        // Half of what a criterion takes is not the criterion.
        if (playbook.Criterion(missing).Facts is { Length: > 1 } parts && dice.Next(2) == 0) story.Holds(parts.OrderBy(_ => dice.Next()).Skip(1));

        var wrong = playbook.Criteria.Select(criterion => criterion.Id).Where(id => !Completes(stage, story, id))
            .OrderBy(id => Math.Abs(RankOf(id) - playbook.Rank(stage.Id)) + dice.NextDouble()).Take(Shown - 1).ToList();
        if (wrong.Count < Shown - 1 || !Completes(stage, story, missing) || Holds(stage, story.Facts)) return null;
        var found = Qualifier.Qualify(playbook, story.Facts, Story.At);
        return new PracticeItem("", PracticeKind.Missing, story.Facts, story.Text, _say.Say("missing_question", ("stage", stage.Name)),
            [.. wrong.Append(missing).OrderBy(_ => dice.Next()).Select(id => new PracticeOption(id, playbook.Criterion(id).Name))], missing,
            _say.Say("explain_missing", ("stage", stage.Name), ("rule", _say.Rule(stage, requirement)),
                ("met", _say.Names(Phrasing.Met(requirement, found))), ("missing", playbook.Criterion(missing).Name)), [missing]);
    }

    /// <summary>Whether one criterion more makes the stage hold.</summary>
    private bool Completes(StageDefinition stage, Story story, string criterion) =>
        Holds(stage, playbook.Criterion(criterion).Facts.Aggregate(story.Facts, (facts, id) => facts.With(new Fact(id, story.Yes(playbook.Fact(id)!), Certainty.Stated, Story.At))));

    private bool Holds(StageDefinition stage, FactSheet facts)
    {
        var requirement = Qualifier.Requirement(stage, facts);
        return Phrasing.Met(requirement, Qualifier.Qualify(playbook, facts, Story.At)).Length >= requirement.AtLeast;
    }

    private List<string> Below(StageDefinition stage, Dice dice) =>
        [.. playbook.Stages.Take(playbook.Rank(stage.Id)).SelectMany(below => below.Criteria)
            .Where(id => playbook.Criterion(id).Facts.All(fact => playbook.Rank(guide.Clues[fact].Until) is var until && (until < 0 || until >= playbook.Rank(stage.Id))))
            .OrderBy(_ => dice.Next()).Take(dice.Next(2, 4))];

    private int RankOf(string criterion) => playbook.Stages.TakeWhile(stage => !stage.Criteria.Contains(criterion)).Count();
}
