using System.Data;
using Dapper;

namespace KaBot.Storage;

/// <summary>What a turn changes of the coach's records, inside its transaction.</summary>
internal static class CoachingWriter
{
    /// <summary>Writes the change when it is the coach's.</summary>
    public static void Write(IDbConnection connection, IDbTransaction transaction, Change change)
    {
        var (sql, row) = change switch
        {
            Change.ActionPlanned { Plan: var plan } => ("""
                insert into planned_actions (id, deal_id, action_id, key, what, due, state, reason, at)
                values (@Id, @DealId, @ActionId, @Key, @What, @due, @state, @Reason, @At)
                on conflict (id) do update set what = excluded.what, due = excluded.due, state = excluded.state, reason = excluded.reason, at = excluded.at
                """, new { plan.Id, plan.DealId, plan.ActionId, plan.Key, plan.What, due = ReminderWriter.Day(plan.Due),
                    state = plan.State.ToString(), plan.Reason, plan.At }),
            Change.TacticTried tried => ("""
                insert into tactics_tried (deal_id, tactic_id, at) values (@DealId, @TacticId, @At) on conflict (deal_id, tactic_id) do nothing
                """, tried),
            Change.PhaseTold { Told: var phase } told => ("""
                insert into told_phases (deal_id, phase, facts, stage, said_by, at) values (@DealId, @phase, @facts, @Stage, @By, @At)
                on conflict (deal_id) do update set phase = excluded.phase, facts = excluded.facts, stage = excluded.stage,
                  said_by = excluded.said_by, at = excluded.at
                """, new { told.DealId, phase = phase.Phase.ToString(), facts = phase.Facts.ToString(), phase.Stage, phase.By, phase.At }),
            Change.ChainTold told => ("update accounts set chain = @chain where id = @AccountId", new { told.AccountId, chain = told.Chain ? 1 : 0 }),
            Change.PriceFramed { Frame: var frame } framed => ("""
                insert into price_frames (deal_id, list, target, walk_away, currency, at) values (@DealId, @list, @target, @walkAway, @Currency, @At)
                on conflict (deal_id) do update set list = excluded.list, target = excluded.target, walk_away = excluded.walk_away,
                  currency = excluded.currency, at = excluded.at
                """, new { framed.DealId, list = Cents(frame.List), target = Cents(frame.Target), walkAway = Cents(frame.WalkAway),
                    frame.Currency, framed.At }),
            Change.ConcessionMade { Move: var move } made => ("""
                insert into concessions (id, deal_id, kind, what, price, said_by, answers, at)
                values (@Id, @DealId, @kind, @What, @price, @By, @For, @At)
                """, new { move.Id, made.DealId, kind = move.Kind.ToString(), move.What, price = Cents(move.Price), move.By, move.For, move.At }),
            Change.ContactSaved { Contact: var contact } saved => ("""
                insert into contacts (id, account_id, name, title, roles, side, influence, rung, reports_to, changed_at)
                values (@Id, @AccountId, @Name, @Title, @roles, @side, @Influence, @Rung, @ReportsTo, @At)
                on conflict (id) do update set name = excluded.name, title = excluded.title, roles = excluded.roles, side = excluded.side,
                  influence = excluded.influence, rung = excluded.rung, reports_to = excluded.reports_to, changed_at = excluded.changed_at,
                  removed_at = null
                """, new
            {
                contact.Id, saved.AccountId, contact.Name, contact.Title, roles = string.Join(',', contact.Roles), side = contact.Side.ToString(),
                contact.Influence, contact.Rung, contact.ReportsTo, saved.At,
            }),
            Change.ContactRemoved removed => ("update contacts set removed_at = @At where id = @ContactId and account_id = @AccountId", removed),
            _ => ("", (object?)null),
        };
        if (sql.Length > 0) connection.Execute(sql, row, transaction);
        if (change is Change.ActionPlanned { Plan: var planned }) ReminderWriter.Refresh(connection, transaction, planned.DealId, planned.At);
    }

    private static long? Cents(decimal? amount) => amount is { } known ? (long)(known * 100) : null;
}
