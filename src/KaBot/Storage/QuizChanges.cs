using System.Collections.Immutable;
using KaBot.Funnel.Facts;

namespace KaBot.Storage;

/// <summary>Which quiz an attempt was made in.</summary>
public enum QuizKind { Practice, Deal }

/// <summary>Something answered in a quiz. Never changed: the database refuses.</summary>
/// <param name="Day">The person's own calendar day.</param>
/// <param name="DealId">The deal of a deal quiz; else null.</param>
/// <param name="Skill">What was practised; in a deal quiz the stage earned, or "none".</param>
/// <param name="Number">Which item of the skill; in a deal quiz how many questions it took.</param>
/// <param name="Chosen">Id of the option chosen, or <see cref="NotKnown"/>; in a deal quiz the solid stage, or "none".</param>
/// <param name="Detail">Ids of the criteria it turned on; in a deal quiz of the facts asked.</param>
public sealed record QuizAttempt(
    string Id, string PersonId, DateTimeOffset At, DateOnly Day, QuizKind Kind, string? DealId, string Skill, int Number, string Chosen, bool Right,
    ImmutableArray<string> Detail)
{
    /// <summary>Chosen by one who says that she does not know.</summary>
    public const string NotKnown = "unknown";
}

/// <summary>A stage claimed in a check-in, with all that was known then.</summary>
/// <param name="By">Id of who claimed it.</param>
public sealed record QuizClaim(string By, string DealId, DateTimeOffset At, string Claimed, FactSheet Facts);

public abstract partial record Change
{
    /// <summary>A quiz question was answered, or a deal quiz saved. The same practice item twice is recorded once.</summary>
    public sealed record QuizAnswered(QuizAttempt Attempt) : Change;

    /// <summary>Somebody joins the board of their team, or leaves it.</summary>
    public sealed record BoardJoined(string PersonId, bool Joined, DateTimeOffset At) : Change;
}
