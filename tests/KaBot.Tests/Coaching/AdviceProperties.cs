using FsCheck.Xunit;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Coaching;

/// <summary>What holds for the advice on any deal. A deal is a row of digits, one per fact of the playbook: see <see cref="Any"/>.</summary>
public sealed class AdviceProperties
{
    private static readonly Playbook Playbook = Deal.Playbook;
    private static readonly CoachingGuide Guide = Situations.Knowledge.Coaching;

    [Property(MaxTest = 500)]
    public bool Nothing_is_advised_that_a_principle_forbids(byte[] facts, byte phase, bool chain)
    {
        var advice = Advice.For(Guide, Any(facts, phase, chain));
        return advice.Tactics.Best.All(tactic => PrincipleCheck.Of(Guide.Tactics, advice.Deal, tactic.Definition)
            .All(check => check.Standing != PrincipleStanding.Breaks));
    }

    [Property(MaxTest = 300)]
    public bool Tactics_are_three_at_most_explained_and_never_both_advised_and_avoided(byte[] facts, byte phase, bool chain)
    {
        var tactics = Advice.For(Guide, Any(facts, phase, chain)).Tactics;
        return tactics.Best.Length <= 3
            && tactics.Best.All(tactic => tactic.Score > 0 && !tactic.Lines.IsEmpty && tactic.Score == tactic.Because.Sum(rule => rule.Points))
            && tactics.Avoid.All(avoided => !avoided.Because.IsEmpty && tactics.Best.All(tactic => tactic.Definition.Id != avoided.Definition.Id));
    }

    [Property(MaxTest = 300)]
    public bool What_was_tried_is_not_advised_again(byte[] facts, byte phase, byte tried)
    {
        var deal = Any(facts, phase, false) with { Tried = [Guide.Tactics.Tactics[tried % Guide.Tactics.Tactics.Length].Id] };
        return Advice.For(Guide, deal).Tactics.Best.All(tactic => !deal.Tried.Contains(tactic.Definition.Id));
    }

    [Property(MaxTest = 300)]
    public bool Only_chain_stores_are_entered(byte[] facts, byte phase) =>
        Advice.For(Guide, Any(facts, phase, false)).Tactics.Best.All(tactic => tactic.Definition.Id is not ("strong_entry" or "beachhead"));

    [Property(MaxTest = 500)]
    public bool Actions_are_three_at_most_one_a_target_due_on_a_working_day_ahead(byte[] facts, byte phase)
    {
        var deal = Any(facts, phase, false);
        var actions = Advice.For(Guide, deal).Actions;
        return actions.Length <= 3 && actions.Select(action => action.Action.For.Id).Distinct().Count() == actions.Length
            && actions.All(action => action.Due >= deal.Today && !action.Owners.IsEmpty && !action.Because.IsEmpty)
            && actions.SequenceEqual(actions.OrderByDescending(action => action.Score));
    }

    [Property(MaxTest = 300)]
    public bool What_was_settled_does_not_return_unchanged(byte[] facts, byte phase)
    {
        var deal = Any(facts, phase, false);
        var first = Advice.For(Guide, deal).Actions;
        var again = Advice.For(Guide, deal with { Settled = [.. first.Select(action => action.Key)] }).Actions;
        return !again.Select(action => action.Key).Intersect(first.Select(action => action.Key)).Any();
    }

    [Property(MaxTest = 300)]
    public bool A_hedged_fact_changes_no_tactic_and_no_readiness(byte[] facts, byte phase, byte pick)
    {
        var deal = Any(facts, phase, false);
        var fact = Playbook.Facts[pick % Playbook.Facts.Length];
        if (deal.Facts[fact.Id] is not null) return true;
        var hedged = Situation.Of(Playbook, deal.Facts.With(Deal.Yes(fact, certainty: Certainty.Hedged)), deal.At, phase: deal.Phase);
        var (before, after) = (Advice.For(Guide, deal), Advice.For(Guide, hedged));
        return before.Readiness.Missing.SequenceEqual(after.Readiness.Missing)
            && before.Tactics.Best.Select(tactic => tactic.Definition.Id).SequenceEqual(after.Tactics.Best.Select(tactic => tactic.Definition.Id));
    }

    /// <summary>A digit a fact: 0, 1 unknown, 2 yes, 3 hedged, 4 stale, 5 undecided; choices go round by the digit's tens.</summary>
    private static Situation Any(byte[] digits, byte phase, bool chain)
    {
        var facts = digits.Take(Playbook.Facts.Length).Select((digit, index) => Known(Playbook.Facts[index], digit)).OfType<Fact>();
        return Situation.Of(Playbook, FactSheet.Of(facts), Deal.Now, phase: (phase % 4) switch { 0 => null, var n => (Phase)(n - 1) }, chain: chain);
    }

    private static Fact? Known(FactDefinition definition, byte digit)
    {
        Fact? fact = (digit % 6) switch
        {
            2 => Deal.Yes(definition),
            3 => Deal.Yes(definition, certainty: Certainty.Hedged),
            4 => Deal.Yes(definition, stale: true),
            5 => Deal.Yes(definition) with { Value = FactValue.Open.Value },
            _ => null,
        };
        return (fact?.Value, definition.Choices.Length) switch
        {
            (FactValue.Choice, > 0) => fact! with { Value = new FactValue.Choice(definition.Choices[digit / 10 % definition.Choices.Length].Id) },
            (FactValue.Choices, > 0) => fact! with { Value = new FactValue.Choices([definition.Choices[digit / 10 % definition.Choices.Length].Id]) },
            _ => fact,
        };
    }
}
