using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.People;

namespace KaBot.Storage;

public abstract partial record Change
{
    /// <summary>A suggestion was decided on, or a plan changed.</summary>
    public sealed record ActionPlanned(PlannedAction Plan) : Change;

    /// <summary>A tactic was used in a deal.</summary>
    public sealed record TacticTried(string DealId, string TacticId, DateTimeOffset At) : Change;

    /// <summary>A rep corrected the phase of a deal's negotiation.</summary>
    public sealed record PhaseTold(string DealId, ToldPhase Told) : Change;

    /// <summary>An account is a chain store, or is not.</summary>
    public sealed record ChainTold(string AccountId, bool Chain) : Change;

    /// <summary>What a deal is about in money.</summary>
    public sealed record PriceFramed(string DealId, PriceFrame Frame, DateTimeOffset At) : Change;

    /// <summary>A concession was asked for, offered, given or got.</summary>
    public sealed record ConcessionMade(string DealId, Concession Move) : Change;

    /// <summary>A contact is new, known better, or brought back.</summary>
    public sealed record ContactSaved(string AccountId, Contact Contact, DateTimeOffset At) : Change;

    /// <summary>A contact was entered wrongly, or left the customer.</summary>
    public sealed record ContactRemoved(string AccountId, string ContactId, DateTimeOffset At) : Change;
}
