using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;

namespace KaBot.Storage;

/// <summary>What was answered in the quizzes, and what they are to make better: the stages that people claim.</summary>
public sealed class QuizStore(Database database, FactsJson facts)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A person's attempts of a kind, oldest first.</summary>
    public async Task<IReadOnlyList<QuizAttempt>> AttemptsAsync(string personId, QuizKind kind)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>("select * from quiz_attempts where person_id = @personId and kind = @kind order by id",
            new { personId, kind = Name(kind) });
        return [.. rows.Select(row => row.ToAttempt())];
    }

    /// <summary>Some people's attempts of a kind, oldest first.</summary>
    public async Task<IReadOnlyList<QuizAttempt>> AttemptsAsync(IReadOnlyCollection<string> personIds, QuizKind kind)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<Row>($"select * from quiz_attempts where person_id {database.Dialect.AnyOf("@personIds")} and kind = @kind order by id",
            new { personIds = personIds.ToArray(), kind = Name(kind) });
        return [.. rows.Select(row => row.ToAttempt())];
    }

    internal static IReadOnlyList<QuizAttempt> All(IDbConnection connection) =>
        [.. connection.Query<Row>("select * from quiz_attempts order by id").Select(row => row.ToAttempt())];

    /// <summary>The stages that some people claimed since a moment, oldest first.</summary>
    public async Task<IReadOnlyList<QuizClaim>> ClaimsAsync(IReadOnlyCollection<string> personIds, DateTimeOffset since)
    {
        using var connection = database.Open();
        var rows = await connection.QueryAsync<ClaimRow>($"""
            select taken_by, deal_id, taken_at, claimed, facts from snapshots
            where claimed is not null and taken_by {database.Dialect.AnyOf("@personIds")} and taken_at >= @since order by taken_at, id
            """, new { personIds = personIds.ToArray(), since });
        return [.. rows.Select(row => new QuizClaim(row.TakenBy, row.DealId, row.TakenAt, row.Claimed, facts.Read(row.Facts)))];
    }

    /// <summary>Ids of those who report to somebody.</summary>
    public async Task<IReadOnlyList<string>> ReportsOfAsync(string managerId)
    {
        using var connection = database.Open();
        return [.. await connection.QueryAsync<string>("select person_id from reports_to where manager_id = @managerId order by person_id", new { managerId })];
    }

    /// <summary>Id of somebody's manager, or null.</summary>
    public async Task<string?> ManagerOfAsync(string personId)
    {
        using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string?>("select manager_id from reports_to where person_id = @personId", new { personId });
    }

    /// <summary>Those of some people who joined the board, by id.</summary>
    public async Task<IReadOnlySet<string>> OnBoardAsync(IReadOnlyCollection<string> personIds)
    {
        using var connection = database.Open();
        return (await connection.QueryAsync<string>($"select person_id from quiz_board where person_id {database.Dialect.AnyOf("@personIds")}",
            new { personIds = personIds.ToArray() })).ToHashSet(StringComparer.Ordinal);
    }

    internal static void Write(IDbConnection connection, IDbTransaction transaction, Change.BoardJoined board) => connection.Execute(board.Joined
        ? "insert into quiz_board (person_id, joined_at) values (@PersonId, @At) on conflict (person_id) do nothing"
        : "delete from quiz_board where person_id = @PersonId", board, transaction);

    internal static void Write(IDbConnection connection, IDbTransaction transaction, QuizAttempt attempt) => connection.Execute("""
        insert into quiz_attempts (id, person_id, at, day, kind, deal_id, skill, number, chosen, is_right, detail)
        values (@Id, @PersonId, @At, @day, @kind, @DealId, @Skill, @Number, @Chosen, @right, @detail) on conflict do nothing
        """, new
    {
        attempt.Id, attempt.PersonId, attempt.At, day = attempt.Day.ToString(DayFormat, CultureInfo.InvariantCulture), kind = Name(attempt.Kind),
        attempt.DealId, attempt.Skill, attempt.Number, attempt.Chosen, right = attempt.Right ? 1 : 0, detail = JsonSerializer.Serialize(attempt.Detail),
    }, transaction);

    private static string Name(QuizKind kind) => kind.ToString().ToLowerInvariant();

    private sealed class ClaimRow
    {
        public string TakenBy { get; init; } = "";
        public string DealId { get; init; } = "";
        public DateTimeOffset TakenAt { get; init; }
        public string Claimed { get; init; } = "";
        public string Facts { get; init; } = "";
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string PersonId { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public string Day { get; init; } = "";
        public string Kind { get; init; } = "";
        public string? DealId { get; init; }
        public string Skill { get; init; } = "";
        public long Number { get; init; }
        public string Chosen { get; init; } = "";
        public long IsRight { get; init; }
        public string Detail { get; init; } = "[]";

        public QuizAttempt ToAttempt() => new(Id, PersonId, At, DateOnly.ParseExact(Day, DayFormat, CultureInfo.InvariantCulture),
            Enum.Parse<QuizKind>(Kind, ignoreCase: true), DealId, Skill, (int)Number, Chosen, IsRight != 0, [.. JsonSerializer.Deserialize<string[]>(Detail)!]);
    }
}
