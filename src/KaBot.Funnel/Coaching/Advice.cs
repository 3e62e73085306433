using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>All that the coach has to say of a deal at a moment: ready for cards, lines and reminders.</summary>
/// <param name="Deal">What was judged, in its phase.</param>
/// <param name="Told">The rep's own word on the phase, when it was followed; else null.</param>
public sealed record Advice(
    Situation Deal, Readiness Readiness, ImmutableArray<NextAction> Actions, TacticAdvice Tactics, Wording Wording, ToldPhase? Told = null)
{
    /// <summary>Judges a deal. Pure: the same situation gives the same advice.</summary>
    /// <param name="account">The customer's name for the scripts, or null.</param>
    /// <param name="told">What the rep said of the phase before, or null: followed while it holds.</param>
    public static Advice For(CoachingGuide guide, Situation situation, string? account = null, ToldPhase? told = null)
    {
        if (told?.Holds(guide.Tactics, situation) != true) told = null;
        var deal = Coaching.Tactics.InPhase(guide.Tactics, situation with { Phase = situation.Phase ?? told?.Phase });
        var given = account is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("account", account);
        return new Advice(deal, Readiness.Of(deal), NextActions.For(guide.Actions, deal), Coaching.Tactics.For(guide.Tactics, deal),
            new Wording(guide.Placeholders, deal, given), told);
    }
}
