using System.Data;
using KaBot.Funnel.Facts;

namespace KaBot.Storage;

/// <summary>Somebody who talks to KaBot on a channel.</summary>
/// <param name="Language">The language chosen; null follows the client's.</param>
/// <param name="Reference">The conversation reference as JSON, to write to them first; or null.</param>
public sealed record Person(
    string Id, string ChannelId, string UserId, string? Name, string? Language, string? Reference, DateTimeOffset CreatedAt)
{
    /// <summary>Why they cannot be written to (blocked, uninstalled, gone); null when they can. A message of theirs clears it.</summary>
    public string? Unreachable { get; init; }

    /// <summary>The day of a reminder that may not have reached them, and of which they were not told yet; null for none.</summary>
    public DateOnly? Missed { get; init; }
}

/// <summary>A deal with its customer, and its latest snapshot; null before the first check-in.</summary>
public sealed record Deal(
    string Id, string AccountId, string Account, string Name, string OwnerId, DateTimeOffset CreatedAt, Snapshot? Latest);

/// <summary>What a deal is called.</summary>
public sealed record DealName(string Id, string Account, string Name);

/// <summary>A deal as a check-in left it. Never changed: the database refuses.</summary>
/// <param name="Seq">1 for the deal's first, and so on.</param>
/// <param name="TakenBy">Person id.</param>
/// <param name="ActivityId">The message it was saved by.</param>
/// <param name="PlaybookVersion">The rules it was judged by.</param>
/// <param name="Facts">All that was known then, each with its evidence.</param>
public sealed record Snapshot(
    string Id, string DealId, long Seq, string TakenBy, DateTimeOffset At, string ActivityId, string PlaybookVersion,
    string? Earned, string? Solid, string? Claimed, FactSheet Facts)
{
    /// <summary>Told in a check-in under way, and in no store yet.</summary>
    public bool Unsaved => Id.Length == 0;
}

/// <summary>Something that a turn wants recorded; all of a turn's changes are recorded together or not at all.</summary>
public abstract partial record Change
{
    private Change() { }

    /// <summary>A person is new, or has another name, language or reference.</summary>
    public sealed record PersonSaved(Person Person) : Change;

    /// <summary>A deal of a customer; the account is found by its name or made.</summary>
    public sealed record DealAdded(string Id, string Account, string Name, string OwnerId, DateTimeOffset At) : Change;

    /// <summary>A check-in is saved; its place in the deal's history (Seq) is given by the store.</summary>
    public sealed record SnapshotTaken(Snapshot Snapshot) : Change;

    /// <summary>When a deal may come up in reminders again; see <c>DealPause</c>.</summary>
    public sealed record DealPaused(string DealId, DateOnly Until, bool Planned, string By, DateTimeOffset At) : Change;

    /// <summary>Reminder settings as JSON: a person's own, or (<paramref name="Scope"/> "team") those of everyone who reports to them.</summary>
    public sealed record ReminderSettingsSaved(string PersonId, string Scope, string Settings, DateTimeOffset At) : Change;

    /// <summary>Somebody did something worth knowing later.</summary>
    public sealed record Audited(string Who, string What, string? DealId, string Detail, DateTimeOffset At) : Change;
}

/// <summary>What a turn starts from: the replies if it was taken before, else the conversation's state.</summary>
/// <param name="Replies">The journalled replies of this very activity, or null.</param>
/// <param name="State">The conversation's state as JSON; null for a new one.</param>
/// <param name="Version">Its version, 0 for a new one.</param>
public sealed record TurnStart(string? Replies, string? State, long Version);

/// <summary>All that a turn leaves behind, in one transaction.</summary>
public sealed record TurnCommit(
    string ConversationId, string ActivityId, DateTimeOffset At, string State, long Version, string Replies, IReadOnlyList<Change> Changes)
{
    /// <summary>Held by the node that is about to send the replies; null when there is nothing to send but the response to the request itself.</summary>
    public SendClaim? Claim { get; init; }

    /// <summary>Written in the same transaction, and again when that has to be done again; null for nothing.</summary>
    public Action<IDbConnection, IDbTransaction>? Along { get; init; }
}

/// <summary>The conversation's state moved since the turn began: begin it anew.</summary>
public sealed class StateMovedException : Exception;
