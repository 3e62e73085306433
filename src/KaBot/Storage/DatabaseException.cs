using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KaBot.Storage;

/// <summary>A database that cannot be worked with: what is wrong and what the operator can do.</summary>
public sealed class DatabaseException(string message, Exception? cause = null) : Exception(message, cause)
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26;

    /// <summary>Whether a fault is one of the database rather than of the program.</summary>
    internal static bool Knows(Exception fault) => fault is SqliteException or NpgsqlException or SocketException or TimeoutException or IOException or UnauthorizedAccessException;

    internal static DatabaseException Of(string database, Exception fault) => new(fault switch
    {
        PostgresException refusal => Told(database, refusal),
        NpgsqlException or SocketException or TimeoutException => $"The PostgreSQL server of {database} does not answer: {fault.Message} "
            + "Start it, or put its address into Storage:ConnectionString.",
        _ => Told(database, fault),
    }, fault);

    private static string Told(string path, Exception fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => $"The database '{path}' is in use by another program; stop that one, or set Storage:Path to another file.",
        ReadOnly => $"The database '{path}' cannot be written; give KaBot's user the right to write it and its folder.",
        Corrupt or NotADatabase => $"'{path}' is damaged or no SQLite database; restore a backup, or set Storage:Path to another file.",
        Full => $"The disk of the database '{path}' is full.",
        _ => $"The database '{path}' cannot be opened: {fault.Message} Set Storage:Path to a file that KaBot's user may write.",
    };

    private static string Told(string name, PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The PostgreSQL server of {name} does not let KaBot in: {refusal.MessageText}. Check Username and Password in Storage:ConnectionString, and the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName => $"There is no database {name}: create it, or name another one in Storage:ConnectionString.",
        PostgresErrorCodes.InsufficientPrivilege => $"KaBot's user lacks a right on {name}: {refusal.MessageText}. Let it create a schema there, or create one that it owns.",
        PostgresErrorCodes.TooManyConnections => $"The PostgreSQL server of {name} takes no more connections: raise its max_connections, or lower Maximum Pool Size in Storage:ConnectionString.",
        PostgresErrorCodes.DiskFull => $"The disk of {name} is full.",
        _ => $"The database {name} cannot be used: {refusal.MessageText} ({refusal.SqlState}).",
    };
}
