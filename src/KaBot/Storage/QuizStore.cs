using System.Data;
using System.Globalization;
using System.Text.Json;
using Dapper;

namespace KaBot.Storage;

/// <summary>What was answered in the quizzes.</summary>
public sealed class QuizStore(Database database)
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

    internal static void Write(IDbConnection connection, IDbTransaction transaction, QuizAttempt attempt) => connection.Execute("""
        insert into quiz_attempts (id, person_id, at, day, kind, deal_id, skill, number, chosen, is_right, detail)
        values (@Id, @PersonId, @At, @day, @kind, @DealId, @Skill, @Number, @Chosen, @right, @detail) on conflict do nothing
        """, new
    {
        attempt.Id, attempt.PersonId, attempt.At, day = attempt.Day.ToString(DayFormat, CultureInfo.InvariantCulture), kind = Name(attempt.Kind),
        attempt.DealId, attempt.Skill, attempt.Number, attempt.Chosen, right = attempt.Right ? 1 : 0, detail = JsonSerializer.Serialize(attempt.Detail),
    }, transaction);

    private static string Name(QuizKind kind) => kind.ToString().ToLowerInvariant();

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
