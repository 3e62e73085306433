using System.Globalization;
using Dapper;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Concessions;
using KaBot.Funnel.Coaching.People;

namespace KaBot.Storage;

/// <summary>What the coach remembers of deals and accounts.</summary>
public sealed class CoachingStore(Database database)
{
    /// <summary>What the rep made of suggestions for a deal, oldest first.</summary>
    public async Task<IReadOnlyList<PlannedAction>> PlansAsync(string dealId)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<PlanRow>("select * from planned_actions where deal_id = @dealId order by id", new { dealId });
        return [.. rows.Select(row => row.ToPlan())];
    }

    /// <summary>What some people's deals have of plans, by deal.</summary>
    public async Task<ILookup<string, PlannedAction>> PlansOfAsync(params IReadOnlyList<string> ownerIds)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<PlanRow>($"""
            select p.* from planned_actions p join deals d on d.id = p.deal_id where d.owner_id {database.Dialect.AnyOf("@ids")} order by p.id
            """, new { ids = ownerIds.ToArray() });
        return rows.Select(row => row.ToPlan()).ToLookup(plan => plan.DealId, StringComparer.Ordinal);
    }

    /// <summary>Ids of the tactics used in a deal.</summary>
    public async Task<IReadOnlyList<string>> TriedAsync(string dealId)
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<string>("select tactic_id from tactics_tried where deal_id = @dealId order by at, tactic_id", new { dealId })];
    }

    /// <summary>What a rep last said of the phase of a deal's negotiation, and the rep's name; or null.</summary>
    public async Task<(ToldPhase Told, string? Name)?> ToldPhaseAsync(string dealId)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<PhaseRow>("""
            select t.*, p.name from told_phases t join people p on p.id = t.said_by where t.deal_id = @dealId
            """, new { dealId }) is { } row ? (row.ToTold(), row.Name) : null;
    }

    public async Task<bool> IsChainAsync(string accountId)
    {
        using var connection = database.Open();
        return await connection.ExecuteScalarAsync<long?>("select chain from accounts where id = @accountId", new { accountId }) is 1;
    }

    /// <summary>The concessions of a deal, or null while nobody said what it is about in money.</summary>
    public async Task<Ledger?> LedgerAsync(string dealId)
    {
        using var connection = database.Open();
        if (await connection.QuerySingleOrDefaultAsync<FrameRow>(
            "select * from price_frames where deal_id = @dealId", new { dealId }) is not { } frame) return null;
        var moves = await connection.QueryAsync<ConcessionRow>("select * from concessions where deal_id = @dealId order by id", new { dealId });
        return new Ledger(frame.ToFrame(), [.. moves.Select(row => row.ToMove())]);
    }

    /// <summary>The people of an account, oldest first.</summary>
    public async Task<IReadOnlyList<Contact>> ContactsAsync(string accountId)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ContactRow>("select * from contacts where account_id = @accountId and removed_at is null order by id", new { accountId });
        return [.. rows.Select(row => row.ToContact())];
    }

    /// <summary>A contact of an account that was removed; null for any other.</summary>
    public async Task<Contact?> RemovedContactAsync(string accountId, string contactId)
    {
        using var connection = database.Open();
        return (await connection.QuerySingleOrDefaultAsync<ContactRow>(
            "select * from contacts where account_id = @accountId and id = @contactId and removed_at is not null", new { accountId, contactId }))?.ToContact();
    }

    /// <summary>Names of the people of a rep's accounts, removed ones too: they stand in what was said of them.</summary>
    public async Task<IReadOnlyList<string>> ContactNamesOfAsync(string ownerId)
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<string>("""
            select distinct name from contacts where account_id in (select account_id from deals where owner_id = @ownerId)
            """, new { ownerId })];
    }

    private sealed class PlanRow
    {
        public string Id { get; init; } = "";
        public string DealId { get; init; } = "";
        public string ActionId { get; init; } = "";
        public string Key { get; init; } = "";
        public string What { get; init; } = "";
        public string Due { get; init; } = "";
        public string State { get; init; } = "";
        public string? Reason { get; init; }
        public DateTimeOffset At { get; init; }

        public PlannedAction ToPlan() => new(Id, DealId, ActionId, Key, What,
            DateOnly.ParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<PlanState>(State), Reason, At);
    }

    private sealed class PhaseRow
    {
        public string Phase { get; init; } = "";
        public string Facts { get; init; } = "";
        public string? Stage { get; init; }
        public string SaidBy { get; init; } = "";
        public string? Name { get; init; }
        public DateTimeOffset At { get; init; }

        public ToldPhase ToTold() => new(Enum.Parse<Phase>(Phase), Enum.Parse<Phase>(Facts), Stage, SaidBy, At);
    }

    private sealed class FrameRow
    {
        public long List { get; init; }
        public long? Target { get; init; }
        public long? WalkAway { get; init; }
        public string Currency { get; init; } = "";

        public PriceFrame ToFrame() => new(List / 100m, Target / 100m, WalkAway / 100m, Currency);
    }

    private sealed class ConcessionRow
    {
        public string Id { get; init; } = "";
        public string Kind { get; init; } = "";
        public string What { get; init; } = "";
        public long? Price { get; init; }
        public string? SaidBy { get; init; }
        public string? Answers { get; init; }
        public DateTimeOffset At { get; init; }

        public Concession ToMove() => new(Id, Enum.Parse<ConcessionKind>(Kind), What, Price / 100m, SaidBy, At, Answers);
    }

    private sealed class ContactRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Title { get; init; }
        public string Roles { get; init; } = "";
        public string Side { get; init; } = "";
        public long Influence { get; init; }
        public string Rung { get; init; } = "";
        public string? ReportsTo { get; init; }

        public Contact ToContact() => new(Id, Name, Title, [.. Roles.Split(',', StringSplitOptions.RemoveEmptyEntries)],
            Enum.Parse<Side>(Side), (int)Influence, Rung, ReportsTo);
    }
}
