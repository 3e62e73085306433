using System.Data;
using Dapper;

namespace KaBot.Storage;

/// <summary>Writes what a turn leaves behind, inside somebody's transaction.</summary>
internal static class TurnWriter
{
    public static void Write(IDbConnection connection, IDbTransaction transaction, TurnCommit commit, Dialect dialect)
    {
        var moved = connection.Execute("""
            insert into conversations (id, version, state) values (@ConversationId, @Version + 1, @State)
            on conflict (id) do update set version = excluded.version, state = excluded.state where conversations.version = @Version
            """, commit, transaction) == 0;
        if (moved) throw new StateMovedException();
        connection.Execute("""
            insert into turns (conversation_id, activity_id, at, replies, send_state, send_claim, send_until)
            values (@ConversationId, @ActivityId, @At, @Replies, @state, @claim, @until)
            """, new
        {
            commit.ConversationId, commit.ActivityId, commit.At, commit.Replies, state = commit.Claim is null ? "sent" : "sending",
            claim = commit.Claim?.Id, until = commit.Claim?.Until,
        }, transaction);
        commit.Along?.Invoke(connection, transaction);
        foreach (var change in commit.Changes) Write(connection, transaction, change, dialect);
    }

    internal static void Write(IDbConnection connection, IDbTransaction transaction, Change change, Dialect dialect)
    {
        switch (change)
        {
            case Change.PersonSaved saved:
                connection.Execute("""
                    insert into people (id, channel_id, user_id, name, language, reference, unreachable, missed, created_at)
                    values (@Id, @ChannelId, @UserId, @Name, @Language, @Reference, @Unreachable, @missed, @CreatedAt)
                    on conflict (channel_id, user_id) do update set name = excluded.name, language = excluded.language,
                      reference = excluded.reference, unreachable = excluded.unreachable, missed = excluded.missed
                    """, new
                {
                    saved.Person.Id, saved.Person.ChannelId, saved.Person.UserId, saved.Person.Name, saved.Person.Language, saved.Person.Reference,
                    saved.Person.Unreachable, missed = saved.Person.Missed is { } day ? ReminderWriter.Day(day) : null, saved.Person.CreatedAt,
                }, transaction);
                break;
            case Change.DealAdded deal:
                connection.Execute("""
                    insert into accounts (id, name, created_at) values (@accountId, @Account, @At) on conflict (name) do nothing
                    """, new { accountId = Ids.New(deal.At), deal.Account, deal.At }, transaction);
                connection.Execute("""
                    insert into deals (id, account_id, name, owner_id, created_at)
                    select @Id, id, @Name, @OwnerId, @At from accounts where name = @Account
                    """, deal, transaction);
                break;
            case Change.SnapshotTaken { Snapshot: var snapshot }:
                // Of two check-ins of one deal at once the second waits here for the first one's number.
                if (dialect.Shared) connection.Execute($"select id from deals where id = @DealId {dialect.ForUpdate}", snapshot, transaction);
                connection.Execute("""
                    insert into snapshots (id, deal_id, seq, taken_by, taken_at, activity_id, playbook_version, earned, solid, claimed, facts)
                    values (@Id, @DealId, (select coalesce(max(seq), 0) + 1 from snapshots where deal_id = @DealId), @TakenBy, @At, @ActivityId,
                      @PlaybookVersion, @Earned, @Solid, @Claimed, @facts)
                    """, new
                {
                    snapshot.Id, snapshot.DealId, snapshot.TakenBy, snapshot.At, snapshot.ActivityId, snapshot.PlaybookVersion,
                    snapshot.Earned, snapshot.Solid, snapshot.Claimed, facts = FactsJson.Write(snapshot.Facts),
                }, transaction);
                ReminderWriter.Refresh(connection, transaction, snapshot.DealId, snapshot.At);
                break;
            case Change.DealPaused paused:
                ReminderWriter.Write(connection, transaction, paused);
                break;
            case Change.ReminderSettingsSaved settings:
                ReminderWriter.Write(connection, transaction, settings);
                break;
            case Change.BoardJoined board:
                QuizStore.Write(connection, transaction, board);
                break;
            case Change.TargetSet target:
                TargetStore.Write(connection, transaction, target);
                break;
            case Change.QuizAnswered answered:
                QuizStore.Write(connection, transaction, answered.Attempt);
                break;
            case Change.Audited audited:
                connection.Execute("insert into audit (id, at, who, what, deal_id, detail) values (@id, @At, @Who, @What, @DealId, @Detail)",
                    new { id = Ids.New(audited.At), audited.At, audited.Who, audited.What, audited.DealId, audited.Detail }, transaction);
                break;
            default:
                CoachingWriter.Write(connection, transaction, change);
                break;
        }
    }
}

/// <summary>Ids that sort by the time they were made.</summary>
public static class Ids
{
    public static string New(DateTimeOffset at) => Guid.CreateVersion7(at).ToString("N");
}
