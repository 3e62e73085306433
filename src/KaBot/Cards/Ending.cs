using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>How a deal ended, or that it stands still; and why, where the rep said so.</summary>
/// <param name="Outcome">A choice of the fact <c>outcome</c>.</param>
/// <param name="Reason">A choice of the fact <c>outcome_reason</c>; null when none was given for this outcome.</param>
/// <param name="Words">The rep's own words for a reason that is none of the choices, or null.</param>
public sealed record Ending(ChoiceDefinition Outcome, ChoiceDefinition? Reason, string? Words)
{
    public const string OutcomeFact = "outcome";
    public const string ReasonFact = "outcome_reason";

    /// <summary>The reason that own words stand for.</summary>
    public const string OtherReason = "other";

    private const int LongestWords = 60;

    /// <summary>Lost or stalled: nothing is driven on, until it comes back.</summary>
    public bool Over => Outcome.Id is LostChoice or StalledChoice;

    public bool Lost => Outcome.Id == LostChoice;

    private const string LostChoice = "lost";
    private const string StalledChoice = "stalled";

    /// <summary>Null for a deal that goes on. A reason older than the outcome was that of another one.</summary>
    public static Ending? Of(Playbook playbook, FactSheet facts)
    {
        if (facts[OutcomeFact] is not { Value: FactValue.Choice told } outcome || playbook.Fact(OutcomeFact)?.Choice(told.Id) is not { } choice) return null;
        var reason = facts[ReasonFact] is { Value: FactValue.Choice why } fact && fact.At >= outcome.At ? (Fact: fact, Choice: playbook.Fact(ReasonFact)?.Choice(why.Id)) : default;
        return new Ending(choice, reason.Choice, reason.Choice?.Id == OtherReason ? reason.Fact.Evidence?.Words : null);
    }

    /// <summary>E.g. "Lost · Price".</summary>
    public string Say(Texts texts) => Reason is null ? texts.Say(Outcome.Name)
        : texts.Say(Outcome.Name) + " · " + (Words is null ? texts.Say(Reason.Name) : Parts.Clip(Words, LongestWords));
}
