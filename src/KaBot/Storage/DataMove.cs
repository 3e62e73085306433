using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KaBot.Storage;

/// <summary>A table as it is in both databases now.</summary>
/// <param name="Hash">SHA-256 over all its rows and columns, in hex.</param>
public sealed record MovedTable(string Name, long Rows, string Hash);

/// <summary>
/// Copies all that a SQLite file holds to an empty PostgreSQL database, in one transaction: all of it, verified table by table, or
/// nothing. Run again, it finds that everything is there.
/// </summary>
public static class DataMove
{
    /// <summary>Throws <see cref="DatabaseException"/> when the target holds other data, or either database cannot be used.</summary>
    public static IReadOnlyList<MovedTable> Run(SqliteDatabase from, PostgresDatabase to)
    {
        if (!File.Exists(from.Path)) throw new DatabaseException($"There is no database at '{from.Path}'; set Storage:Path to the one to copy.");
        from.Migrate();
        to.Migrate();
        try
        {
            using var source = from.Open();
            using var snapshot = source.BeginTransaction();
            using var target = (NpgsqlConnection)to.Open();
            using var transaction = target.BeginTransaction();
            return Move(Tables(source), source, target, transaction, to.Name);
        }
        catch (Exception fault) when (DatabaseException.Knows(fault))
        {
            throw DatabaseException.Of(to.Name, fault);
        }
    }

    private static List<MovedTable> Move(IReadOnlyList<Table> tables, DbConnection source, NpgsqlConnection target, NpgsqlTransaction transaction, string name)
    {
        // Nobody writes meanwhile, neither a bot nor another move.
        target.Execute($"lock table {string.Join(", ", tables.Select(table => table.Quoted))} in exclusive mode", transaction: transaction);
        var wanted = tables.Select(table => Look(source, table)).ToList();
        var there = tables.Select(table => Look(target, table)).ToList();
        if (there.SequenceEqual(wanted)) return wanted;
        if (there.FirstOrDefault(table => table.Rows > 0) is { } other)
            throw new DatabaseException($"{name} holds other data already (the table {other.Name} has {other.Rows} rows, and is not as in the file); empty its schema, or name another database. Nothing was copied.");
        foreach (var table in tables) Copy(source, target, table);
        foreach (var (copy, original) in tables.Select(table => Look(target, table)).Zip(wanted))
            if (copy != original)
                throw new DatabaseException($"The table {copy.Name} differs after it was copied ({copy.Rows} of {original.Rows} rows); nothing was kept.");
        transaction.Commit();
        return wanted;
    }

    /// <summary>The tables in the order they were made in: those that are pointed to come first.</summary>
    private static List<Table> Tables(DbConnection source) =>
    [
        .. source.Query<string>("select name from sqlite_master where type = 'table' and name <> 'SchemaVersions' and name not like 'sqlite_%' order by rowid").ToList()
            .Select(table =>
            {
                var columns = source.Query<(string Name, long Key)>("select name, pk from pragma_table_info(@table)", new { table }).ToList();
                return new Table(table, [.. columns.Select(column => column.Name)], [.. columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name)]);
            }),
    ];

    private static MovedTable Look(DbConnection connection, Table table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        foreach (var row in Rows(connection, table))
        {
            rows++;
            // Each value with its kind and length, so that no two different rows are read the same.
            foreach (var value in row)
            {
                var bytes = Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                hash.AppendData([(byte)(value is null ? 0 : value is long ? 1 : 2), .. BitConverter.GetBytes(bytes.Length), .. bytes]);
            }
        }
        return new MovedTable(table.Name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Copy(DbConnection source, NpgsqlConnection target, Table table)
    {
        using var copy = target.BeginBinaryImport($"copy {table.Quoted} ({table.QuotedColumns}) from stdin (format binary)");
        foreach (var row in Rows(source, table))
        {
            copy.StartRow();
            foreach (var value in row)
            {
                if (value is null) copy.WriteNull();
                else copy.Write(value);
            }
        }
        copy.Complete();
    }

    private static IEnumerable<object?[]> Rows(DbConnection connection, Table table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select {table.QuotedColumns} from {table.Quoted} order by {string.Join(", ", table.Key.Select(Quote))}";
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        var values = new object?[reader.FieldCount];
        while (reader.Read())
        {
            for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : reader is SqliteDataReader file ? Kept(file, i) : reader.GetValue(i);
            yield return values;
        }
    }

    /// <summary>A value of the file as PostgreSQL keeps it. A text is read by its bytes: as text it would end at a NUL character.</summary>
    private static object Kept(SqliteDataReader file, int column) =>
        file.GetValue(column) is not string ? file.GetValue(column) : StorableText.Of(Encoding.UTF8.GetString(file.GetFieldValue<byte[]>(column)));

    private static string Quote(string name) => $"\"{name}\"";

    private sealed record Table(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key)
    {
        public string Quoted => Quote(Name);
        public string QuotedColumns => string.Join(", ", Columns.Select(Quote));
    }
}
