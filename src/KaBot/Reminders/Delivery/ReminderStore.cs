using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;
using KaBot.Reminders.Content;
using KaBot.Reminders.Schedules;
using KaBot.Storage;

namespace KaBot.Reminders.Delivery;

/// <summary>What the database knows of people as recipients, and of when their deals may come up.</summary>
public sealed class ReminderStore(Database database, Writer writer, ReminderOptions options)
{
    internal const string People = """
        select p.*, own.settings as own, team.settings as team
        from people p
          left join reminder_settings own on own.person_id = p.id and own.scope = 'own'
          left join reports_to r on r.person_id = p.id
          left join reminder_settings team on team.person_id = r.manager_id and team.scope = 'team'
        """;

    public async Task<Recipient?> RecipientAsync(string personId)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<RecipientRow>($"{People} where p.id = @personId", new { personId }) is { } row
            ? row.ToRecipient(options) : null;
    }

    /// <summary>People as recipients, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Recipient>> RecipientsAsync(IEnumerable<string> personIds)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<RecipientRow>($"{People} where p.id {database.Dialect.AnyOf("@ids")}", new { ids = personIds.Distinct().ToArray() });
        return rows.ToDictionary(row => row.Id, row => row.ToRecipient(options), StringComparer.Ordinal);
    }

    /// <summary>What a person ('own'), or their team ('team'), changed of the defaults.</summary>
    public async Task<ReminderChanges> ChangesAsync(string personId, string scope)
    {
        using var connection = database.Open();
        return ReminderChanges.Parse(await connection.QuerySingleOrDefaultAsync<string?>(
            "select settings from reminder_settings where person_id = @personId and scope = @scope", new { personId, scope }));
    }

    /// <summary>The settings of a person who changed nothing: the defaults, their team's, their client's zone.</summary>
    public async Task<ReminderSettings> DefaultsAsync(string personId, string? reference)
    {
        using var connection = database.Open();
        var team = await connection.QuerySingleOrDefaultAsync<string?>("""
            select s.settings from reports_to r join reminder_settings s on s.person_id = r.manager_id and s.scope = 'team' where r.person_id = @personId
            """, new { personId });
        return RecipientRow.Defaults(options, team, reference);
    }

    /// <summary>What was said about asking again, by deal.</summary>
    public async Task<IReadOnlyDictionary<string, DealPause>> PausesAsync(IReadOnlyList<string> ownerIds)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<PauseRow>($"""
            select s.* from deal_pauses s join deals d on d.id = s.deal_id where d.owner_id {database.Dialect.AnyOf("@ids")}
            """, new { ids = ownerIds.ToArray() });
        return rows.ToDictionary(row => row.DealId, row => new DealPause(ParseDay(row.Until), row.Planned == 1, row.SaidAt), StringComparer.Ordinal);
    }

    /// <summary>Ids of the people who report to somebody.</summary>
    public async Task<IReadOnlyList<string>> TeamAsync(string managerId)
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<string>("select person_id from reports_to where manager_id = @managerId order by person_id", new { managerId })];
    }

    /// <summary>Everybody to whom somebody reports, and who can be written to.</summary>
    public async Task<IReadOnlyList<Recipient>> ManagersAsync()
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<RecipientRow>($"""
            {People} where p.id in (select manager_id from reports_to) and p.reference is not null and p.unreachable is null
            """);
        return [.. rows.Select(row => row.ToRecipient(options))];
    }

    /// <summary>Everybody who wants to practise of a morning, and who can be written to.</summary>
    public async Task<IReadOnlyList<Recipient>> PractisersAsync()
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<RecipientRow>($"""
            {People} where own.settings like '%"practice":true%' and p.reference is not null and p.unreachable is null
            """);
        return [.. rows.Select(row => row.ToRecipient(options))];
    }

    /// <summary>Which of some people checked in, or answered a reminder, since a moment.</summary>
    public async Task<IReadOnlySet<string>> AnsweredAsync(IReadOnlyList<string> ids, DateTimeOffset since)
    {
        using var connection = database.Open();
        return (await connection.QueryAsync<string>($"""
            select distinct who from audit where at >= @since and who {database.Dialect.AnyOf("@ids")} and what in ('checkin.saved', 'reminders.nochange', 'reminders.postponed')
            """, new { ids = ids.ToArray(), since })).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Puts messages into the outbox; one that is there already, of its kind, person and day, stays as it is.</summary>
    public async Task<int> AddAsync(string kind, IReadOnlyList<(string PersonId, DateOnly Day, DateTimeOffset Due)> messages, DateTimeOffset now)
    {
        if (messages.Count == 0) return 0;
        var added = 0;
        await writer.WriteAsync((connection, transaction) => added = messages.Sum(message => connection.Execute(Insert, new
        {
            Id = Ids.New(now), message.PersonId, Kind = kind, Day = ReminderWriter.Day(message.Day), message.Due, State = ReminderStates.Pending,
            Detail = (string?)null, Now = now,
        }, transaction)));
        return added;
    }

    /// <summary>One nudge for each, on their own today; a second on the same day does nothing. Returns how many are new.</summary>
    public async Task<int> NudgeAsync(IReadOnlyList<string> ids, DateTimeOffset now)
    {
        List<(string, DateOnly, DateTimeOffset)> nudges = [];
        foreach (var id in ids)
            if (await RecipientAsync(id) is { Person: { Reference: not null, Unreachable: null } } to)
                nudges.Add((id, DateOnly.FromDateTime(Zones.Local(to.Settings.Zone, now).DateTime), now));
        return await AddAsync(ReminderKinds.Nudge, nudges, now);
    }

    /// <summary>Makes somebody report to somebody else, or to nobody.</summary>
    public Task ReportAsync(string personId, string? managerId) => writer.WriteAsync((connection, transaction) =>
    {
        connection.Execute("delete from reports_to where person_id = @personId", new { personId }, transaction);
        connection.Execute("delete from reminder_plans where person_id = @personId", new { personId }, transaction);
        if (managerId is not null)
            connection.Execute("insert into reports_to (person_id, manager_id) values (@personId, @managerId)", new { personId, managerId }, transaction);
    });

    /// <summary>People whose id, channel id or name is the one given.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(string name)
    {
        using var connection = database.Open();
        return [.. (await connection.QueryAsync<PersonRow>("select * from people where id = @name or user_id = @name or name = @name order by id", new { name }))
            .Select(row => row.ToPerson())];
    }

    /// <summary>Who reports to whom, by name.</summary>
    public async Task<IReadOnlyList<(string Manager, string Rep)>> ReportsAsync()
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<(string, string)>("""
            select coalesce(m.name, m.user_id), coalesce(p.name, p.user_id) from reports_to r
              join people m on m.id = r.manager_id join people p on p.id = r.person_id order by 1, 2
            """)];
    }

    /// <summary>What happened to each message of some days, the newest first.</summary>
    public async Task<IReadOnlyList<(Reminder Reminder, string Who, DateTimeOffset ChangedAt)>> LogAsync(DateOnly from, DateOnly to, string? state)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ReminderRow>("""
            select r.*, coalesce(p.name, p.user_id) as who from reminders r join people p on p.id = r.person_id
            where r.day >= @from and r.day <= @to and (@state is null or r.state = @state) order by r.day desc, r.due_at desc, r.id desc
            """, new { from = ReminderWriter.Day(from), to = ReminderWriter.Day(to), state });
        return [.. rows.Select(row => (row.ToReminder(), row.Who, row.ChangedAt))];
    }

    /// <summary>How many messages wait to be sent, and since when the oldest could have been; null for none.</summary>
    public (int Waiting, DateTimeOffset? Since) Queue(DateTimeOffset now)
    {
        using var connection = database.Open();
        var (count, since) = connection.QuerySingle<(long, string?)>(
            "select count(*), min(next_at) from reminders where state in ('pending', 'claimed', 'sending') and due_at <= @now", new { now });
        return ((int)count, since is null ? null : DateTimeOffset.Parse(since, CultureInfo.InvariantCulture));
    }

    /// <summary>One row of the outbox; nothing when it is there already.</summary>
    internal const string Insert = """
        insert into reminders (id, person_id, kind, day, due_at, state, next_at, attempts, detail, changed_at)
        values (@Id, @PersonId, @Kind, @Day, @Due, @State, @Due, 0, @Detail, @Now) on conflict (person_id, kind, day) do nothing
        """;

    internal static DateOnly ParseDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class PauseRow
    {
        public string DealId { get; init; } = "";
        public string Until { get; init; } = "";
        public long Planned { get; init; }
        public DateTimeOffset SaidAt { get; init; }
    }
}

internal class RecipientRow : PersonRow
{
    public string? Own { get; init; }
    public string? Team { get; init; }

    public Recipient ToRecipient(ReminderOptions options) => new(ToPerson(), ReminderChanges.Parse(Own).Over(Defaults(options, Team, Reference)));

    /// <summary>The defaults, then the team's changes, then the zone that the client tells.</summary>
    public static ReminderSettings Defaults(ReminderOptions options, string? team, string? reference)
    {
        var settings = ReminderChanges.Parse(team).Over(options.Defaults);
        return ClientZone(reference) is { } zone ? settings with { Zone = zone } : settings;
    }

    private static string? ClientZone(string? reference)
    {
        if (reference is null) return null;
        using var json = JsonDocument.Parse(reference);
        return json.RootElement.TryGetProperty("zone", out var zone) && zone.GetString() is { } id && Zones.Exists(id) ? id : null;
    }
}

internal class ReminderRow
{
    public string Id { get; init; } = "";
    public string PersonId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Day { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public string State { get; init; } = "";
    public long Attempts { get; init; }
    public string? Deals { get; init; }
    public string? ActivityId { get; init; }
    public string? Detail { get; init; }
    public string Who { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }

    public Reminder ToReminder() => new(Id, PersonId, Kind, ReminderStore.ParseDay(Day), DueAt, State, (int)Attempts,
        Deals is null ? [] : JsonSerializer.Deserialize<string[]>(Deals)!, ActivityId, Detail);
}
