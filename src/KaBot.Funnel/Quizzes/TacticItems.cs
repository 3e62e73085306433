using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>A move of the customer's, and the question which tactic suits it.</summary>
internal sealed class TacticItems(Playbook playbook, CoachingGuide coaching, PracticeGuide guide)
{
    private const int Shown = 4;

    /// <summary>By how many points another tactic must fall short to be plainly worse.</summary>
    private const int Margin = 2;

    private readonly Phrasing _say = new(playbook, guide);

    /// <summary>The moves and settings to which one tactic answers plainly best.</summary>
    public IEnumerable<(Signal Signal, TalksSetting Setting)> Pairs => guide.Signals.SelectMany(signal => guide.Talks.Select(setting => (signal, setting)))
        .Where(pair => Make(pair.signal, pair.setting, new Dice(0)) is not null);

    public PracticeItem? Make(Signal signal, TalksSetting setting, Dice dice)
    {
        var story = new Story(playbook, guide, dice);
        story.Open();
        story.Holds(setting.Facts);
        story.Signal(signal);

        var deal = Tactics.InPhase(coaching.Tactics, Situation.Of(playbook, story.Facts, Story.At));
        if (Tactics.For(coaching.Tactics, deal).Best is not [var best, ..]) return null;
        var wrong = coaching.Tactics.Tactics.Where(tactic => tactic != best.Definition && Worse(tactic, best, deal))
            .OrderByDescending(tactic => Points(tactic, deal) + dice.NextDouble()).Take(Shown - 1).ToList();
        // A rule about this very move must speak for it: "always right" teaches nothing of the move.
        if (wrong.Count < Shown - 1 || !best.Because.Any(rule => rule.Points > 0 && Speaks(rule, signal))) return null;

        var wording = new Wording(coaching.Placeholders, deal, ImmutableDictionary<string, string>.Empty);
        var because = best.Because.Where(rule => rule.Points > 0).ToList();
        var why = Phrasing.Of(language => Phrasing.Join(
            because.Select(rule => wording.Say(rule.Why, language, (_, value) => $"{value}")), _say["because"].In(language)));
        return new PracticeItem("", PracticeKind.Tactic, story.Facts, story.Text, _say["tactic_question"],
            [.. wrong.Append(best.Definition).OrderBy(_ => dice.Next()).Select(tactic => new PracticeOption(tactic.Id, tactic.Name))], best.Definition.Id,
            _say.Say("explain_tactic", ("tactic", best.Definition.Name), ("why", why)), []);
    }

    private static bool Speaks(PointRule rule, Signal signal) => rule.When.Any(condition => condition.Signals.Contains(signal.ChoiceId));

    private static bool Worse(TacticDefinition tactic, Tactic best, Situation deal) =>
        tactic.Unless.Any(guard => guard.Holds(deal)) || Points(tactic, deal) <= best.Score - Margin;

    private static int Points(TacticDefinition tactic, Situation deal) => tactic.Rules.Where(rule => rule.Holds(deal)).Sum(rule => rule.Points);
}
