using Microsoft.Data.Sqlite;

namespace KaBot.Storage;

/// <summary>A database that cannot be worked with: what is wrong and what the operator can do.</summary>
public sealed class DatabaseException(string message, Exception? cause = null) : Exception(message, cause)
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26;

    /// <summary>Whether a fault is one of the file rather than of the program.</summary>
    internal static bool Knows(Exception fault) => fault is SqliteException or IOException or UnauthorizedAccessException;

    internal static DatabaseException Of(string path, Exception fault) => new((fault as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => $"The database '{path}' is in use by another program; stop that one, or set Storage:Path to another file.",
        ReadOnly => $"The database '{path}' cannot be written; give KaBot's user the right to write it and its folder.",
        Corrupt or NotADatabase => $"'{path}' is damaged or no SQLite database; restore a backup, or set Storage:Path to another file.",
        Full => $"The disk of the database '{path}' is full.",
        _ => $"The database '{path}' cannot be opened: {fault.Message} Set Storage:Path to a file that KaBot's user may write.",
    }, fault);
}
