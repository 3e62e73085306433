using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace KaBot.Storage;

/// <summary>One statement for many rows: in one round trip where the database is a server, one by one where it is a file.</summary>
internal static partial class Bulk
{
    /// <summary>Runs it for each; returns, in their order, whether it touched a row.</summary>
    public static IReadOnlyList<bool> Execute(IDbConnection connection, IDbTransaction transaction, string sql, IReadOnlyList<object> rows)
    {
        if (connection is not DbConnection { CanCreateBatch: true } server) return [.. rows.Select(row => connection.Execute(sql, row, transaction) == 1)];
        if (rows.Count == 0) return [];
        var names = Parameter().Matches(sql).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        using var batch = server.CreateBatch();
        batch.Transaction = (DbTransaction)transaction;
        foreach (var row in rows) batch.BatchCommands.Add(Command(batch, sql, row, names));
        batch.ExecuteNonQuery();
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected == 1)];
    }

    private static DbBatchCommand Command(DbBatch batch, string sql, object row, IEnumerable<string> names)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = row.GetType().GetProperty(name)!.GetValue(row) switch
            {
                null => DBNull.Value,
                DateTimeOffset moment => Database.Text(moment),
                var value => value,
            };
            command.Parameters.Add(parameter);
        }
        return command;
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Parameter();
}
