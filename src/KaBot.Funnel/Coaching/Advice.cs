using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching;

/// <summary>All that the coach has to say of a deal at a moment: ready for cards, lines and reminders.</summary>
/// <param name="Deal">What was judged, in its phase.</param>
public sealed record Advice(Situation Deal, Readiness Readiness, ImmutableArray<NextAction> Actions, TacticAdvice Tactics, Wording Wording)
{
    /// <summary>Judges a deal. Pure: the same situation gives the same advice.</summary>
    /// <param name="account">The customer's name for the scripts, or null.</param>
    public static Advice For(CoachingGuide guide, Situation situation, string? account = null)
    {
        var deal = Coaching.Tactics.InPhase(guide.Tactics, situation);
        var given = account is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("account", account);
        return new Advice(deal, Readiness.Of(deal), NextActions.For(guide.Actions, deal), Coaching.Tactics.For(guide.Tactics, deal),
            new Wording(guide.Placeholders, deal, given));
    }
}
