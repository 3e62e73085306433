namespace KaBot.Funnel.Coaching;

/// <summary>
/// The phase of a negotiation as a rep corrected it. It holds while the deal stands as it did then: in the same stage, the facts speaking
/// for the same phase. Once either moves on, the facts are believed again.
/// </summary>
/// <param name="Phase">What the rep says it is.</param>
/// <param name="Facts">What the facts said it was.</param>
/// <param name="Stage">Id of the stage that the deal was worked in, or null for none.</param>
/// <param name="By">Who said so: a person's id.</param>
public sealed record ToldPhase(Phase Phase, Phase Facts, string? Stage, string By, DateTimeOffset At)
{
    public static ToldPhase Of(TacticBook book, Situation deal, Phase phase, string by) => new(phase, WorkedOut(book, deal), deal.Stage?.Id, by, deal.At);

    public bool Holds(TacticBook book, Situation deal) => Stage == deal.Stage?.Id && Facts == WorkedOut(book, deal);

    private static Phase WorkedOut(TacticBook book, Situation deal) => Tactics.InPhase(book, deal with { Phase = null }).Phase!.Value;
}
