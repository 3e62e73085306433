using Dapper;

namespace KaBot.Storage;

/// <summary>Tokens that a model used for somebody on one day.</summary>
public sealed record ModelUse(long In, long Out);

/// <summary>Counts what the language model uses, per person and day.</summary>
public sealed class ModelUseStore(Database database, Writer writer)
{
    /// <param name="day">The person's own calendar day.</param>
    public async Task<ModelUse> UsedAsync(string personId, DateOnly day)
    {
        using var connection = database.Open();
        var (used, answered) = await connection.QuerySingleOrDefaultAsync<(long, long)>(
            "select tokens_in, tokens_out from model_use where person_id = @personId and day = @day", new { personId, day = ReminderWriter.Day(day) });
        return new ModelUse(used, answered);
    }

    public Task AddAsync(string personId, DateOnly day, ModelUse use) => writer.WriteAsync((connection, transaction) => connection.Execute("""
        insert into model_use (person_id, day, calls, tokens_in, tokens_out) values (@personId, @day, 1, @In, @Out)
        on conflict (person_id, day) do update set calls = model_use.calls + 1, tokens_in = model_use.tokens_in + excluded.tokens_in,
          tokens_out = model_use.tokens_out + excluded.tokens_out
        """, new { personId, day = ReminderWriter.Day(day), use.In, use.Out }, transaction));
}
