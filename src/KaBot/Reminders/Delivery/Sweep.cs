using System.Collections.Immutable;
using System.Data;
using Dapper;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Schedules;
using KaBot.Storage;

namespace KaBot.Reminders.Delivery;

/// <summary>
/// Turns what is due into rows of the outbox: once a minute, on any node. It may run on two nodes at once, or be killed at any place:
/// a row (person, kind, day) is inserted once, and a plan only moves on from where it was.
/// </summary>
public sealed class Sweep(
    Database database, Writer writer, ReminderOptions options, CalendarSet calendars, TimeProvider clock, ILogger<Sweep> log)
{
    private const int Chunk = 500;

    /// <summary>Days of a long down-time that are recorded one by one.</summary>
    private const int MostSkipped = 31;

    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly HashSet<string> _told = [];

    /// <summary>Plans whoever has no plan, and puts into the outbox what has come due. Returns how many rows were put there.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await PlanAsync() == Chunk) { }
        var added = 0;
        for (var full = true; full && !cancellationToken.IsCancellationRequested;)
        {
            var (rows, due) = await MoveOnAsync();
            (added, full) = (added + rows, due == Chunk);
        }
        return added;
    }

    /// <summary>The first reminder of those who have none planned, or planned by other calendars or defaults.</summary>
    private async Task<int> PlanAsync()
    {
        var now = clock.GetUtcNow();
        var people = Read($"""
            {ReminderStore.People} left join reminder_plans plan on plan.person_id = p.id
            where p.reference is not null and p.unreachable is null and (plan.person_id is null or plan.basis <> @basis) limit {Chunk}
            """, new { basis = Basis });
        var plans = people.Select(row =>
        {
            var recipient = row.ToRecipient(options);
            var today = DateOnly.FromDateTime(Zones.Local(recipient.Settings.Zone, now).DateTime);
            var (day, due) = Next(recipient.Settings, today.AddDays(-1), after: now);
            return new { PersonId = row.Id, Day = ReminderWriter.Day(day), Due = due, Basis };
        }).ToList();
        if (plans.Count > 0)
            await writer.WriteAsync((connection, transaction) => Bulk.Execute(connection, transaction, """
                insert into reminder_plans (person_id, day, due_at, basis) values (@PersonId, @Day, @Due, @Basis)
                on conflict (person_id) do update set day = excluded.day, due_at = excluded.due_at, basis = excluded.basis
                """, plans));
        return people.Count;
    }

    private async Task<(int Rows, int Due)> MoveOnAsync()
    {
        var now = clock.GetUtcNow();
        var due = Read($"""
            {ReminderStore.People.Replace("select p.*", "select p.*, plan.day as plan_day, plan.due_at as plan_due", StringComparison.Ordinal)}
            join reminder_plans plan on plan.person_id = p.id where plan.due_at <= @now order by plan.due_at, plan.person_id limit {Chunk}
            """, new { now });
        if (due.Count == 0) return (0, 0);
        var steps = due.Select(row => Step(row, now)).ToList();
        var rows = 0;
        await writer.WriteAsync((connection, transaction) => rows = Write(connection, transaction, steps));
        return (rows, due.Count);
    }

    /// <summary>The rows that one person's plan gives until now, and where it stands then. What is due too long is skipped, and recorded.</summary>
    private PlanStep Step(PlanRow row, DateTimeOffset now)
    {
        var settings = row.ToRecipient(options).Settings;
        var calendar = calendars[settings.Calendar];
        var rows = ImmutableArray.CreateBuilder<object>();
        var (day, due) = (ReminderStore.ParseDay(row.PlanDay), row.PlanDue);
        var reachable = row is { Reference: not null, Unreachable: null };
        while (due <= now && reachable)
        {
            // Settings or a calendar may have changed since it was planned.
            if (Schedule.DueOn(settings, calendar, day) is { } still && still <= now && rows.Count < MostSkipped) rows.Add(Row(row.Id, day, still, now));
            (day, due) = Next(settings, day, after: DateTimeOffset.MinValue);
        }
        return new PlanStep(row.Id, row.PlanDue, ReminderWriter.Day(day), due, rows.ToImmutable(), reachable);
    }

    private object Row(string personId, DateOnly day, DateTimeOffset due, DateTimeOffset now)
    {
        var late = now - due > options.LateWindow;
        return new
        {
            Id = Ids.New(now), PersonId = personId, Kind = ReminderKinds.Daily, Day = ReminderWriter.Day(day), Due = due,
            State = late ? ReminderStates.Skipped : ReminderStates.Pending, Detail = late ? "KaBot was not running" : null, Now = now,
        };
    }

    private static int Write(IDbConnection connection, IDbTransaction transaction, List<PlanStep> steps)
    {
        var (reached, gone) = (steps.Where(step => step.Reachable).ToList(), steps.Where(step => !step.Reachable).ToList());
        // Planned anew when they write again.
        Bulk.Execute(connection, transaction, "delete from reminder_plans where person_id = @PersonId", gone);
        var moved = Bulk.Execute(connection, transaction,
            "update reminder_plans set day = @Day, due_at = @Due where person_id = @PersonId and due_at = @Was", reached);
        var rows = reached.Where((_, place) => moved[place]).SelectMany(step => step.Rows).ToList();
        return Bulk.Execute(connection, transaction, ReminderStore.Insert, rows).Count(added => added);
    }

    /// <summary>The next reminder on a later day than the one given, and not before a moment; far away when there is none.</summary>
    private (DateOnly Day, DateTimeOffset Due) Next(ReminderSettings settings, DateOnly last, DateTimeOffset after)
    {
        var calendar = calendars[settings.Calendar];
        for (var day = last; Schedule.NextDay(settings, calendar, day) is { } next; day = next)
            if (Schedule.DueOn(settings, calendar, next) is { } due && due >= after)
            {
                TellGap(calendar, next);
                return (next, due);
            }
        return (DateOnly.FromDateTime(Never.DateTime), Never);
    }

    private List<PlanRow> Read(string sql, object parameters)
    {
        using var connection = database.Open();
        return connection.Query<PlanRow>(sql, parameters).AsList();
    }

    private string Basis => calendars.Version + " " + options.Time + " " + options.Zone + " " + options.Calendar;

    /// <summary>Says once in the life of the process that a calendar does not know the year.</summary>
    private void TellGap(WorkingCalendar calendar, DateOnly day)
    {
        if (calendar.Gap(day.Year) is { } gap && _told.Add(gap)) log.LogWarning("{Gap}", gap);
    }

    private sealed record PlanStep(string PersonId, DateTimeOffset Was, string Day, DateTimeOffset Due, ImmutableArray<object> Rows, bool Reachable);

    private sealed class PlanRow : RecipientRow
    {
        public string PlanDay { get; init; } = "";
        public DateTimeOffset PlanDue { get; init; }
    }
}
