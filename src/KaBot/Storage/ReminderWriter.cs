using System.Data;
using System.Globalization;
using Dapper;

namespace KaBot.Storage;

/// <summary>What a turn changes of the reminders, inside its transaction.</summary>
internal static class ReminderWriter
{
    /// <summary>Reminder cards older than this are left as they are when their deals move on.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static void Write(IDbConnection connection, IDbTransaction transaction, Change.DealPaused paused)
    {
        connection.Execute("""
            insert into deal_pauses (deal_id, until, planned, said_by, said_at) values (@DealId, @until, @planned, @By, @At)
            on conflict (deal_id) do update set until = excluded.until, planned = excluded.planned, said_by = excluded.said_by, said_at = excluded.said_at
            """, new { paused.DealId, until = Day(paused.Until), planned = paused.Planned ? 1 : 0, paused.By, paused.At }, transaction);
        Refresh(connection, transaction, paused.DealId, paused.At);
    }

    /// <summary>Saves settings; whoever they concern is planned anew by the next sweep.</summary>
    public static void Write(IDbConnection connection, IDbTransaction transaction, Change.ReminderSettingsSaved saved)
    {
        connection.Execute("""
            insert into reminder_settings (person_id, scope, settings, changed_at) values (@PersonId, @Scope, @Settings, @At)
            on conflict (person_id, scope) do update set settings = excluded.settings, changed_at = excluded.changed_at
            """, saved, transaction);
        connection.Execute(saved.Scope == "team"
            ? "delete from reminder_plans where person_id in (select person_id from reports_to where manager_id = @PersonId)"
            : "delete from reminder_plans where person_id = @PersonId", saved, transaction);
    }

    /// <summary>A deal has moved on: the cards that still show it as due are brought up to date by the outbox.</summary>
    public static void Refresh(IDbConnection connection, IDbTransaction transaction, string dealId, DateTimeOffset at) => connection.Execute("""
        update reminders set refresh_at = @at where kind = 'daily' and state = 'sent' and due_at > @since
          and person_id = (select owner_id from deals where id = @dealId) and deals like @mark
        """, new { at, since = at - Kept, dealId, mark = $"%\"{dealId}\"%" }, transaction);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
