namespace KaBot.Reminders.Delivery;

/// <summary>What a message KaBot sends of its own accord is about.</summary>
public static class ReminderKinds
{
    public const string Daily = "daily";
    public const string Digest = "digest";
    public const string Nudge = "nudge";
    public const string Practice = "practice";
}

/// <summary>
/// How far a message has come. pending → claimed (by a node, may be tried again) → sending (committed before the request leaves) →
/// sent. A node that dies while claimed loses nothing; one that dies while sending leaves the outcome unknown, and it is not repeated.
/// </summary>
public static class ReminderStates
{
    public const string Pending = "pending";
    public const string Claimed = "claimed";
    public const string Sending = "sending";
    public const string Sent = "sent";

    /// <summary>There was nothing to say.</summary>
    public const string Nothing = "nothing";

    /// <summary>The channel will not take it: blocked, uninstalled, gone.</summary>
    public const string Refused = "refused";

    /// <summary>It may have arrived or not; never repeated.</summary>
    public const string Unknown = "unknown";

    /// <summary>Too late to be of use.</summary>
    public const string Skipped = "skipped";
}

/// <summary>A row of the outbox.</summary>
/// <param name="Day">The recipient's local date.</param>
/// <param name="Deals">Ids of the deals on its card, as JSON; null before it was sent.</param>
/// <param name="ActivityId">The channel's id of the message; null before it was sent.</param>
public sealed record Reminder(
    string Id, string PersonId, string Kind, DateOnly Day, DateTimeOffset DueAt, string State, int Attempts, IReadOnlyList<string> Deals,
    string? ActivityId, string? Detail);

/// <summary>Whom a message goes to, with what it takes to reach them and to speak to them.</summary>
public sealed record Recipient(Storage.Person Person, Schedules.ReminderSettings Settings);
