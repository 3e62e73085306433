using System.Collections.Immutable;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>Reads quiz-deal.yaml.</summary>
internal static class DealQuizReader
{
    public const string File = "quiz-deal.yaml";

    public static DealQuizGuide Read(Playbook playbook, YamlEntry top)
    {
        var depths = Entries.Each(top, "depths", entry => (Id: entry.ReadId(), Weight: entry.Number("weight") ?? 0));
        var facts = Entries.Each(top, "facts", entry => ReadOdds(playbook, entry));
        var choices = Entries.EachIfAny(top, "choices", entry => ReadChoice(playbook, entry));

        string[] stages = ["none", .. playbook.Stages.Select(stage => stage.Id)];
        if (!stages.SequenceEqual(depths.Select(depth => depth.Id)))
            top.Fault("'depths' does not go with the stages", "list none and then every stage, in order: " + string.Join(", ", stages), "depths");
        else if (depths.Any(depth => depth.Weight <= 0))
            top.Fault("a weight is missing or not above 0", "give each depth a weight of 1 or more", "depths");
        foreach (var id in playbook.Criteria.SelectMany(criterion => criterion.Facts).Distinct().Except(facts.Select(odds => odds.FactId)))
            top.Fault($"'facts' says nothing of '{id}'", $"add `- {{id: {id}, reached: 80, ahead: 10}}`", "facts");
        foreach (var by in playbook.Stages.Select(stage => stage.Rule.By).OfType<string>().Distinct().Except(choices.Select(odds => odds.FactId)))
            top.Fault($"'choices' says nothing of '{by}', which a stage's rule goes by", "say how common each choice is", "choices");
        var options = top.Number("options") ?? 0;
        if (options < 1) top.Fault("'options' is missing or below 1", "use a number such as 5", "options");

        return new DealQuizGuide(Shares([.. depths.Select(depth => depth.Weight)]),
            facts.DistinctBy(odds => odds.FactId).ToImmutableDictionary(odds => odds.FactId, StringComparer.Ordinal),
            choices.DistinctBy(odds => odds.FactId).ToImmutableDictionary(odds => odds.FactId, StringComparer.Ordinal), options);
    }

    private static FactOdds ReadOdds(Playbook playbook, YamlEntry entry)
    {
        var id = entry.ReadId();
        if (playbook.Fact(id) is null) entry.Fault($"'{id}' is no fact", "use a fact of facts.yaml", "id");
        var depth = 1 + playbook.Stages.TakeWhile(stage => !FactsOf(playbook, stage).Contains(id)).Count();
        return new FactOdds(id, depth, Percent(entry, "reached"), Percent(entry, "ahead"));
    }

    // A draft may name criteria that no entry declares: that fault is told elsewhere.
    private static IEnumerable<string> FactsOf(Playbook playbook, StageDefinition stage) =>
        playbook.Criteria.Where(criterion => stage.Criteria.Contains(criterion.Id)).SelectMany(criterion => criterion.Facts);

    private static ChoiceOdds ReadChoice(Playbook playbook, YamlEntry entry)
    {
        var id = entry.ReadId();
        var shares = Entries.Each(entry, "shares", share =>
        {
            var choice = share.ReadId();
            if (playbook.Fact(id)?.Choice(choice) is null) share.Fault($"'{id}' has no choice '{choice}'", "use one of its choices", "id");
            return (Id: choice, Of: Percent(share, "weight"));
        });
        if (shares.Sum(share => share.Of) > 1) entry.Fault("the shares sum to more than a hundred", "let them sum to 100 or less", "shares");
        return new ChoiceOdds(id, shares.DistinctBy(share => share.Id).ToImmutableDictionary(share => share.Id, share => share.Of, StringComparer.Ordinal));
    }

    // Never quite 0 or 1: one surprising answer would make every depth impossible.
    private static double Percent(YamlEntry entry, string key)
    {
        var percent = entry.Number(key);
        if (percent is not (> 0 and < 100)) entry.Fault($"'{key}' is missing or not between 0 and 100", "use a number from 1 to 99", key);
        return (percent ?? 50) / 100.0;
    }

    private static ImmutableArray<double> Shares(ImmutableArray<int> weights)
    {
        var sum = Math.Max(weights.Sum(), 1);
        return [.. weights.Select(weight => weight / (double)sum)];
    }
}
