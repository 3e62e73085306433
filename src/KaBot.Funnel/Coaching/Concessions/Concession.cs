namespace KaBot.Funnel.Coaching.Concessions;

/// <summary>What happened with a concession (domain.md §5).</summary>
public enum ConcessionKind
{
    /// <summary>They asked us for it.</summary>
    Asked,
    /// <summary>We offered it, not yet agreed.</summary>
    Offered,
    /// <summary>We gave it: it is agreed.</summary>
    Given,
    /// <summary>We got something of theirs.</summary>
    Got,
    /// <summary>An earlier move was noted wrongly: it counts no more.</summary>
    Withdrawn,
}

/// <summary>One move in a negotiation: a price, or anything else in words.</summary>
/// <param name="What">In the rep's words: "培训两天", "two-year term".</param>
/// <param name="Price">The price that it amounts to, in units of the deal's currency; null when it is no price.</param>
/// <param name="By">Who moved, as the rep names them; null when not said.</param>
/// <param name="For">Id of the move that this one answers: what was got for what was given, or which one is withdrawn. Null when not said.</param>
public sealed record Concession(
    string Id, ConcessionKind Kind, string What, decimal? Price, string? By, DateTimeOffset At, string? For = null);
