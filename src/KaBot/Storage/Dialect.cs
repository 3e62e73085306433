using Npgsql;

namespace KaBot.Storage;

/// <summary>The little in which the two databases differ; all other SQL is the same on both.</summary>
public sealed record Dialect
{
    public static readonly Dialect Sqlite = new() { Writers = 1 };

    public static readonly Dialect PostgreSql = new()
    {
        Shared = true, Writers = 8, AnyOf = list => $"= any({list})", SkipLocked = "for update skip locked", ForUpdate = "for update",
        IsUndone = fault => fault is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected },
    };

    /// <summary>Whether other nodes write to it at the same time.</summary>
    public bool Shared { get; private init; }

    /// <summary>How many transactions write at once; SQLite knows only one.</summary>
    public int Writers { get; private init; }

    /// <summary>Compares a column with a list, one array or a parameter for each: <c>$"id {dialect.AnyOf("@ids")}"</c>, where ids is a <c>string[]</c>.</summary>
    public Func<string, string> AnyOf { get; private init; } = list => $"in {list}";

    /// <summary>Ends a query for rows to work on, leaving those that another node is at.</summary>
    public string SkipLocked { get; private init; } = "";

    /// <summary>Ends a query for a row that nobody else may change until the transaction ends.</summary>
    public string ForUpdate { get; private init; } = "";

    /// <summary>Whether the database undid a transaction for the sake of another one, so that it may be done again.</summary>
    public Func<Exception, bool> IsUndone { get; private init; } = _ => false;
}
