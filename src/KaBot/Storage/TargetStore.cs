using System.Data;
using System.Globalization;
using Dapper;

namespace KaBot.Storage;

/// <summary>What is to be won from a day on.</summary>
/// <param name="Amount">In units of the currency.</param>
public sealed record Target(decimal Amount, string Currency, DateOnly Since);

public abstract partial record Change
{
    /// <summary>A person's target (scope "own"), or that of everyone who reports to them ("team"), is set, or with null taken away.</summary>
    public sealed record TargetSet(string PersonId, string Scope, Target? Target, DateTimeOffset At) : Change;
}

/// <summary>The sales targets that people set themselves, and managers their teams.</summary>
public sealed class TargetStore(Database database)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Null where none is set.</summary>
    public async Task<Target?> FindAsync(string personId, string scope)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<Row>("select amount, currency, since from sales_targets where person_id = @personId and scope = @scope", new { personId, scope }) is { } row
            ? row.ToTarget() : null;
    }

    internal static IReadOnlyList<Change.TargetSet> All(IDbConnection connection) =>
        [.. connection.Query<Row>("select * from sales_targets order by person_id, scope").Select(row => new Change.TargetSet(row.PersonId, row.Scope, row.ToTarget(), row.SaidAt))];

    internal static void Write(IDbConnection connection, IDbTransaction transaction, Change.TargetSet set) => connection.Execute(set.Target is null
        ? "delete from sales_targets where person_id = @PersonId and scope = @Scope"
        : """
          insert into sales_targets (person_id, scope, amount, currency, since, said_at) values (@PersonId, @Scope, @amount, @currency, @since, @At)
          on conflict (person_id, scope) do update set amount = excluded.amount, currency = excluded.currency, since = excluded.since, said_at = excluded.said_at
          """, new
    {
        set.PersonId, set.Scope, set.At, amount = set.Target?.Amount.ToString(CultureInfo.InvariantCulture), currency = set.Target?.Currency,
        since = set.Target?.Since.ToString(DayFormat, CultureInfo.InvariantCulture),
    }, transaction);

    private sealed class Row
    {
        public string PersonId { get; init; } = "";
        public string Scope { get; init; } = "";
        public DateTimeOffset SaidAt { get; init; }
        public string Amount { get; init; } = "";
        public string Currency { get; init; } = "";
        public string Since { get; init; } = "";

        public Target ToTarget() => new(decimal.Parse(Amount, CultureInfo.InvariantCulture), Currency, DateOnly.ParseExact(Since, DayFormat, CultureInfo.InvariantCulture));
    }
}
