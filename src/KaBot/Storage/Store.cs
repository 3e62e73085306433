using Dapper;

namespace KaBot.Storage;

/// <summary>What KaBot remembers. Reads take a connection of the pool; writes go through the <see cref="Writer"/>.</summary>
public sealed class Store(Database database, FactsJson facts, Writer writer)
{
    private const string Deals = """
        select d.id, d.account_id, a.name as account, d.name, d.owner_id, d.created_at, s.id as snapshot_id, s.seq, s.taken_by, s.taken_at,
          s.activity_id, s.playbook_version, s.earned, s.solid, s.claimed, s.facts
        from deals d join accounts a on a.id = d.account_id
          left join snapshots s on s.deal_id = d.id and s.seq = (select max(seq) from snapshots where deal_id = d.id)
        """;

    private const string Snapshots = """
        select id as snapshot_id, deal_id, seq, taken_by, taken_at, activity_id, playbook_version, earned, solid, claimed, facts from snapshots
        """;

    public async Task<TurnStart> StartTurnAsync(string conversationId, string activityId)
    {
        using var connection = database.Open();
        return await connection.QuerySingleAsync<TurnStart>("""
            select (select replies from turns where conversation_id = @conversationId and activity_id = @activityId) as replies, c.state,
              coalesce(c.version, 0) as version
            from (select 1) as one left join conversations c on c.id = @conversationId
            """, new { conversationId, activityId });
    }

    /// <summary>
    /// Records a turn, on disk when it returns. Throws <see cref="StateMovedException"/> when another turn of the conversation came first.
    /// </summary>
    public Task CommitTurnAsync(TurnCommit commit) => writer.WriteAsync((connection, transaction) => TurnWriter.Write(connection, transaction, commit, database.Dialect));

    /// <summary>Forgets what was answered before a moment.</summary>
    public Task ForgetTurnsAsync(DateTimeOffset before) => writer.WriteAsync((connection, transaction) =>
        connection.Execute("delete from turns where at < @before", new { before }, transaction));

    public async Task<Person?> FindPersonAsync(string channelId, string userId)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<PersonRow>(
            "select * from people where channel_id = @channelId and user_id = @userId", new { channelId, userId }) is { } row ? row.ToPerson() : null;
    }

    /// <summary>Names of people by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> ids)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<(string Id, string Name)>(
            $"select id, name from people where name is not null and id {database.Dialect.AnyOf("@ids")}", new { ids = ids.ToArray() });
        return rows.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
    }

    /// <summary>The deal of this id, whoever owns it, or null.</summary>
    public async Task<Deal?> FindDealAsync(string id)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<DealRow>($"{Deals} where d.id = @id", new { id }) is { } row ? row.ToDeal(facts) : null;
    }

    /// <summary>A person's deals, the one touched last first.</summary>
    public async Task<IReadOnlyList<Deal>> DealsOfAsync(string ownerId)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<DealRow>(
            $"{Deals} where d.owner_id = @ownerId order by coalesce(s.taken_at, d.created_at) desc, d.id desc", new { ownerId });
        return [.. rows.Select(row => row.ToDeal(facts))];
    }

    /// <summary>The deals of some people, by their owner.</summary>
    public async Task<ILookup<string, Deal>> DealsOfAllAsync(IReadOnlyList<string> ownerIds)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<DealRow>($"{Deals} where d.owner_id {database.Dialect.AnyOf("@ids")} order by d.id", new { ids = ownerIds.ToArray() });
        return rows.ToLookup(row => row.OwnerId, row => row.ToDeal(facts), StringComparer.Ordinal);
    }

    /// <summary>What a person's deals are called, the newest first: enough to know which one a message speaks of.</summary>
    public async Task<IReadOnlyList<DealName>> DealNamesAsync(string ownerId)
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<DealName>("""
            select d.id, a.name as account, d.name from deals d join accounts a on a.id = d.account_id where d.owner_id = @ownerId order by d.id desc
            """, new { ownerId })];
    }

    /// <summary>A deal's check-ins, newest first.</summary>
    public async Task<IReadOnlyList<Snapshot>> HistoryAsync(string dealId)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<SnapshotRow>($"{Snapshots} where deal_id = @dealId order by seq desc", new { dealId });
        return [.. rows.Select(row => row.ToSnapshot(facts))];
    }

    /// <summary>The snapshot that stood at a moment, or null.</summary>
    public async Task<Snapshot?> AsOfAsync(string dealId, DateTimeOffset moment)
    {
        using var connection = database.Open();
        return await connection.QueryFirstOrDefaultAsync<SnapshotRow>(
            $"{Snapshots} where deal_id = @dealId and taken_at <= @moment order by seq desc limit 1", new { dealId, moment }) is { } row
            ? row.ToSnapshot(facts) : null;
    }
}

internal class SnapshotRow
{
    public string? SnapshotId { get; init; }
    public string DealId { get; init; } = "";
    public long Seq { get; init; }
    public string TakenBy { get; init; } = "";
    public DateTimeOffset TakenAt { get; init; }
    public string ActivityId { get; init; } = "";
    public string PlaybookVersion { get; init; } = "";
    public string? Earned { get; init; }
    public string? Solid { get; init; }
    public string? Claimed { get; init; }
    public string Facts { get; init; } = "";

    public Snapshot ToSnapshot(FactsJson facts, string? dealId = null) => new(SnapshotId!, dealId ?? DealId, Seq, TakenBy, TakenAt, ActivityId,
        PlaybookVersion, Earned, Solid, Claimed, facts.Read(Facts));
}

internal sealed class DealRow : SnapshotRow
{
    public string Id { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string Account { get; init; } = "";
    public string Name { get; init; } = "";
    public string OwnerId { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    public Deal ToDeal(FactsJson facts) =>
        new(Id, AccountId, Account, Name, OwnerId, CreatedAt, SnapshotId is null ? null : ToSnapshot(facts, Id));
}

internal class PersonRow
{
    public string Id { get; init; } = "";
    public string ChannelId { get; init; } = "";
    public string UserId { get; init; } = "";
    public string? Name { get; init; }
    public string? Language { get; init; }
    public string? Reference { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public string? Unreachable { get; init; }
    public string? Missed { get; init; }

    public Person ToPerson() => new(Id, ChannelId, UserId, Name, Language, Reference, CreatedAt)
    {
        Unreachable = Unreachable, Missed = Missed is null ? null : DateOnly.ParseExact(Missed, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
